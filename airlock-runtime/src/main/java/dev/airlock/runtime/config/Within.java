package dev.airlock.runtime.config;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value that lies within the bounds of its key.
 *
 * <p>The numbers stand in {@link Key} alone; a constraint with numbers of its own would be a second
 * place to forget.
 */
@Constraint(validatedBy = WithinValidator.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface Within {
  /** The key whose bounds hold. */
  Key value();

  /** Never shown: {@link SettingsCheck} words the problem. */
  String message() default "out of bounds";

  /** Required by Bean Validation. */
  Class<?>[] groups() default {};

  /** Required by Bean Validation. */
  Class<? extends Payload>[] payload() default {};
}
