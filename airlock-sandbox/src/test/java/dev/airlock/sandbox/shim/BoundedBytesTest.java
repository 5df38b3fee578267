package dev.airlock.sandbox.shim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BoundedBytesTest {
  @Test
  void asManyBytesAsTheLimitAreKept() {
    BoundedBytes bytes = new BoundedBytes(4);

    bytes.write(1);
    bytes.write(new byte[] {9, 2, 3, 4, 9}, 1, 3);

    assertThat(bytes.toByteArray()).containsExactly(1, 2, 3, 4);
    assertThat(bytes.array()).startsWith(1, 2, 3, 4);
  }

  @Test
  void oneMoreIsRefused() {
    BoundedBytes bytes = new BoundedBytes(4);
    bytes.write(new byte[4], 0, 4);

    assertThatThrownBy(() -> bytes.write(5))
        .isInstanceOf(BoundedBytes.FullException.class)
        .hasMessageContaining("more than 4 bytes");
    assertThatThrownBy(() -> bytes.write(new byte[1], 0, 1))
        .isInstanceOf(BoundedBytes.FullException.class);
  }

  @Test
  void anArrayBeyondTheLimitTakesNoMemory() {
    BoundedBytes bytes = new BoundedBytes(64);

    assertThatThrownBy(() -> bytes.write(new byte[1 << 20], 0, 1 << 20))
        .isInstanceOf(BoundedBytes.FullException.class);

    assertThat(bytes.array()).hasSizeLessThanOrEqualTo(64);
  }
}
