package dev.airlock.agent.weave.kinds;

import dev.airlock.agent.weave.Canary;

/** No annotation at all. */
public class Unmarked {
  public String parse(String text) {
    Canary.ran();
    return text;
  }

  public String print(String text) {
    Canary.ran();
    return text;
  }

  public native int fast();
}
