package org.example;

import dev.airlock.Airlock;
import java.util.concurrent.Callable;

/** Its class file is moved off the class path before the program starts. */
public class Ghost implements Callable<String> {
  @Airlock
  public String work() {
    Show.body();
    return "WORKED";
  }

  @Override
  public String call() {
    Show.body();
    return "CALLED";
  }
}
