package dev.airlock.sandbox.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.PayloadTooLargeException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PayloadLimitTest {
  private final Crossing crossing = new Crossing();

  static Stream<Object> payloads() {
    List<Object> many = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      many.add("text " + i);
    }
    return Stream.of(
        1,
        new byte[10 << 20],
        "x".repeat(1 << 20),
        new long[100_000],
        many,
        new IllegalStateException("x".repeat(100_000)));
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void aPayloadOfTheLimitPassesAndOneByteMoreDoesNot(Object payload) {
    int bytes = crossing.write(payload).length;

    assertThat(crossing.writeAtMost(bytes, payload)).hasSize(bytes);
    assertThatThrownBy(() -> crossing.writeAtMost(bytes - 1, payload))
        .isInstanceOf(PayloadTooLargeException.class)
        .hasMessageContaining("airlock.max-payload admits " + (bytes - 1) + ".")
        .hasMessageContaining("at least " + bytes + " bytes");
  }

  @Test
  void whatIsTooLargeIsRefusedWhileItIsWritten() {
    long[] written = new long[1];
    PayloadWriter writer = new PayloadWriter();
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int b) {
            written[0]++;
          }

          @Override
          public void write(byte[] bytes, int offset, int count) {
            written[0] += count;
          }
        };
    Object[] parts = {new int[1 << 20], new byte[1 << 20]};

    assertThatThrownBy(
            () ->
                writer.write(
                    parts, new String[] {"argument 1", "argument 2"}, type -> 0, counting, 1 << 20))
        .isInstanceOf(PayloadTooLargeException.class);
    assertThat(written[0]).isLessThanOrEqualTo(1 << 20);
  }

  @Test
  void aLargeArrayReachesTheTargetWithoutACopy() throws IOException {
    byte[] large = new byte[10 << 20];
    List<byte[]> targets = new ArrayList<>();
    OutputStream remembering =
        new OutputStream() {
          @Override
          public void write(int b) {}

          @Override
          public void write(byte[] bytes, int offset, int count) {
            targets.add(bytes);
          }
        };

    new PayloadWriter()
        .write(
            new Object[] {large},
            new String[] {"argument 1"},
            type -> 0,
            remembering,
            Long.MAX_VALUE);

    assertThat(targets).anyMatch(target -> target == large);
  }

  @Test
  void aTargetThatFailsFailsTheWriteAsItself() {
    IOException failure = new IOException("closed");
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw failure;
          }
        };

    assertThatThrownBy(
            () ->
                new PayloadWriter()
                    .write(new Object[] {1}, new String[] {"argument 1"}, type -> 0, failing, 100))
        .isSameAs(failure);
  }
}
