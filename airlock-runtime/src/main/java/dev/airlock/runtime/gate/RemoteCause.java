package dev.airlock.runtime.gate;

import org.jspecify.annotations.Nullable;

/** A cause that could not be rebuilt: it prints as what it was in the sandbox. */
final class RemoteCause extends Exception {
  private static final long serialVersionUID = 1L;

  private final String headline;

  RemoteCause(GuestThrowable failure, @Nullable Throwable cause) {
    super(failure.message(), cause);
    headline = failure.headline();
  }

  @Override
  @SuppressWarnings("OverrideThrowableToString") // It stands for an exception of another class.
  public String toString() {
    return headline;
  }
}
