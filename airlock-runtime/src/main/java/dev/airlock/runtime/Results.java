package dev.airlock.runtime;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What a dispatched callable returned or threw, in the terms of {@link Callable}. */
final class Results {
  private Results() {}

  /** Something that ends as a dispatched call does. */
  interface Dispatched {
    @Nullable Object run() throws Throwable;
  }

  /** The result, whose type the result gate has checked as far as the callable declares it. */
  @SuppressWarnings({"unchecked", "NullAway", "TypeParameterUnusedInFormals"})
  static <T> T of(Dispatched call) throws Exception {
    try {
      return (T) call.run();
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("The failure gate rebuilds exceptions only.", e);
    }
  }
}
