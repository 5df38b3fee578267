package org.example;

import dev.airlock.Airlock;

class OwnChecked extends Exception {
  OwnChecked(String message) {
    super(message);
  }
}

class OwnUnchecked extends RuntimeException {
  OwnUnchecked(String message) {
    super(message);
  }
}

class Broken {
  static final int VALUE = Integer.parseInt("no number");
}

class Uses {
  @Airlock
  static int value() {
    Show.body();
    return Broken.VALUE;
  }
}
