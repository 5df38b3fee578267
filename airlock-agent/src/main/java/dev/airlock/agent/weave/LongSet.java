package dev.airlock.agent.weave;

/** A growing set of numbers other than zero, in one array. Thread-safe. */
final class LongSet {
  private long[] places = new long[64];
  private int size;

  synchronized void add(long number) {
    if (4 * size > 3 * places.length) {
      grow();
    }
    int at = find(places, number);
    if (places[at] == 0) {
      places[at] = number;
      size++;
    }
  }

  synchronized boolean contains(long number) {
    return places[find(places, number)] != 0;
  }

  private void grow() {
    long[] larger = new long[2 * places.length];
    for (long number : places) {
      if (number != 0) {
        larger[find(larger, number)] = number;
      }
    }
    places = larger;
  }

  /** Where a number is, or the free place where it belongs. */
  private static int find(long[] places, long number) {
    int mask = places.length - 1;
    // The high bits of a product are the well-mixed ones.
    int at = (int) (number >>> 32) & mask;
    while (places[at] != 0 && places[at] != number) {
      at = (at + 1) & mask;
    }
    return at;
  }
}
