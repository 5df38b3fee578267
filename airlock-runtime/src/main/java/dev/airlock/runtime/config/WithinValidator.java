package dev.airlock.runtime.config;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Checks {@link Within}. Public because Bean Validation makes the instances. */
public final class WithinValidator implements ConstraintValidator<Within, Object> {
  private @Nullable Bounds<?> bounds;

  @Override
  public void initialize(Within constraint) {
    bounds = constraint.value().bounds();
  }

  @Override
  public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
    return value != null && bounds != null && bounds.admit(value);
  }
}
