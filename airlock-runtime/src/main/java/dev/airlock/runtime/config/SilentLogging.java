package dev.airlock.runtime.config;

import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.LoggerProvider;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Hibernate Validator from logging. It runs before the application's main method, where its
 * one line about its version would start the JDK's logging before the application has chosen its
 * own. Found as a service, in the hidden class loader alone.
 */
public final class SilentLogging implements LoggerProvider {
  @Override
  public Logger getLogger(String name) {
    return new Silent(name);
  }

  @Override
  public void clearMdc() {}

  @Override
  public @Nullable Object putMdc(String key, @Nullable Object value) {
    return null;
  }

  @Override
  public @Nullable Object getMdc(String key) {
    return null;
  }

  @Override
  public void removeMdc(String key) {}

  @Override
  public Map<String, Object> getMdcMap() {
    return Map.of();
  }

  @Override
  public void clearNdc() {}

  @Override
  public @Nullable String getNdc() {
    return null;
  }

  @Override
  public int getNdcDepth() {
    return 0;
  }

  @Override
  public @Nullable String popNdc() {
    return null;
  }

  @Override
  public @Nullable String peekNdc() {
    return null;
  }

  @Override
  public void pushNdc(String message) {}

  @Override
  public void setNdcMaxDepth(int depth) {}

  private static final class Silent extends Logger {
    private static final long serialVersionUID = 1L;

    Silent(String name) {
      super(name);
    }

    @Override
    public boolean isEnabled(Level level) {
      return false;
    }

    @Override
    protected void doLog(
        Level level,
        String loggerClass,
        @Nullable Object message,
        Object @Nullable [] parameters,
        @Nullable Throwable thrown) {}

    @Override
    protected void doLogf(
        Level level,
        String loggerClass,
        String format,
        Object @Nullable [] parameters,
        @Nullable Throwable thrown) {}
  }
}
