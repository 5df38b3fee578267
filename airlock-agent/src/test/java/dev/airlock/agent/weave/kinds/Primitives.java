package dev.airlock.agent.weave.kinds;

import dev.airlock.Airlock;
import dev.airlock.agent.weave.Canary;

/** Each primitive as parameter and result. */
public class Primitives {
  @Airlock
  public boolean flag(boolean value) {
    Canary.ran();
    return !value;
  }

  @Airlock
  public byte small(byte value) {
    Canary.ran();
    return value;
  }

  @Airlock
  public char letter(char value) {
    Canary.ran();
    return value;
  }

  @Airlock
  public short medium(short value) {
    Canary.ran();
    return value;
  }

  @Airlock
  public int number(int value) {
    Canary.ran();
    return value;
  }

  @Airlock
  public long large(long value, int other, double third) {
    Canary.ran();
    return value;
  }

  @Airlock
  public float single(float value) {
    Canary.ran();
    return value;
  }

  @Airlock
  public double twice(double value) {
    Canary.ran();
    return value * 2;
  }

  @Airlock
  public void nothing() {
    Canary.ran();
  }
}
