package com.example;

/** Exceptions of an application. */
public final class Failures {
  private Failures() {}

  public static class Declared extends Exception {
    public Declared(String message) {
      super(message);
    }
  }

  public static class Undeclared extends Exception {
    public Undeclared(String message) {
      super(message);
    }
  }

  public static class Unchecked extends RuntimeException {
    public Unchecked(String message, Throwable cause) {
      super(message, cause);
    }
  }

  public static class Picky extends RuntimeException {
    public Picky(String message) {
      super(message);
      if (message.contains("hostile")) {
        throw new IllegalStateException();
      }
    }
  }

  public static class Decorating extends RuntimeException {
    public Decorating(String id) {
      super("no " + id);
    }
  }

  public abstract static class Abstract extends RuntimeException {
    protected Abstract(String message) {
      super(message);
    }
  }

  /** Everything that an exception can do to whoever prints it. */
  public static class Nasty extends RuntimeException {
    @Override
    public String getMessage() {
      throw new StackOverflowError();
    }

    @Override
    public synchronized Throwable getCause() {
      return this;
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      return null;
    }
  }
}
