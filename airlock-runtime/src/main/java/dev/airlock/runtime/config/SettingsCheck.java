package dev.airlock.runtime.config;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Checks settings against their bounds and against each other. */
final class SettingsCheck {
  private SettingsCheck() {}

  /**
   * Checks settings. Defaults are known to be good, so that where nothing is given nothing is
   * checked: the validator takes hundreds of milliseconds to start.
   *
   * @param given what was set on top of settings that have been checked
   * @param settings the outcome
   * @param problems gets every value out of bounds
   */
  static void check(GivenSettings given, Settings settings, Problems problems) {
    if (given.values().isEmpty()) {
      return;
    }
    outOfBounds(settings).stream()
        .filter(given.values()::containsKey)
        .forEach(
            key ->
                given.report(key, "is out of bounds; it may be " + key.bounds() + ".", problems));
    PoolSettings pool = settings.pool();
    if (pool.minIdle() > pool.maxSize()) {
      problems.add(
          "airlock.pool.min-idle is %d, more than airlock.pool.max-size, which is %d. Lower the"
                  .formatted(pool.minIdle(), pool.maxSize())
              + " first or raise the second.");
    }
    if (settings.disk() > settings.memory()) {
      problems.add(
          "airlock.disk is %dB, more than airlock.memory, which is %dB and holds the files. Lower"
                  .formatted(settings.disk(), settings.memory())
              + " the first or raise the second.");
    }
  }

  /** The keys whose values are out of their bounds, in the order of the keys. */
  static List<Key> outOfBounds(Settings settings) {
    return Lazy.VALIDATOR.validate(settings).stream()
        .map(SettingsCheck::key)
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  private static Key key(ConstraintViolation<Settings> violation) {
    return ((Within) violation.getConstraintDescriptor().getAnnotation()).value();
  }

  /** Starts the validator once it is needed. */
  private static final class Lazy {
    static final Validator VALIDATOR = start();

    /**
     * Everything is named and nothing looked up: the context class loader is the application's and
     * may hold another provider, another expression language or a validation.xml.
     */
    @SuppressWarnings("resource") // Lives as long as the process, as the validator does.
    private static Validator start() {
      return Validation.byProvider(HibernateValidator.class)
          .providerResolver(() -> List.of(new HibernateValidator()))
          .configure()
          .ignoreXmlConfiguration()
          .externalClassLoader(SettingsCheck.class.getClassLoader())
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();
    }
  }
}
