package dev.airlock.sandbox.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.esotericsoftware.kryo.kryo5.util.Util;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PayloadReaderTest {
  private final Crossing crossing = new Crossing();

  @Test
  void aPayloadCutAnywhereFails() {
    byte[] bytes = sample();

    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThat(catchThrowable(() -> read(cut)))
          .as("after %d of %d bytes", length, bytes.length)
          .isInstanceOfAny(IOException.class, ClassNotFoundException.class);
    }
  }

  @Test
  void aPayloadCutWithinALargeArraySaysSo() {
    byte[] bytes = crossing.write((Object) new byte[100_000]);

    assertThatThrownBy(() -> read(Arrays.copyOf(bytes, 50_000)))
        .isInstanceOf(EOFException.class)
        .hasMessageContaining("early");
  }

  @Test
  void aMissingClassIsNamed() {
    byte[] bytes = new Crossing().write(new Samples.Node());
    PayloadReader reader =
        new PayloadReader(
            (loader, name) -> {
              throw new ClassNotFoundException(loader + " " + name);
            });

    assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(bytes)))
        .isInstanceOf(ClassNotFoundException.class)
        .hasMessage("7 dev.airlock.sandbox.codec.Samples$Node");
  }

  @Test
  void aClassWithOtherFieldsInTheGuestIsRefused() {
    byte[] bytes = crossing.write(new Samples.Node());
    PayloadReader reader = new PayloadReader((loader, name) -> Samples.Holder.class);

    assertThatThrownBy(() -> reader.read(new ByteArrayInputStream(bytes)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has other fields on the host");
  }

  @Test
  void aReaderThatFailedReadsTheNextPayload() throws Exception {
    catchThrowable(() -> read(new byte[] {5, 99}));

    assertThat(read(crossing.write("next"))).containsExactly("next");
  }

  @Test
  void noiseEnds() {
    byte[] bytes = sample();
    Random random = new Random(1);

    for (int i = 0; i < 2_000; i++) {
      byte[] noisy = bytes.clone();
      noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(128);
      catchThrowable(() -> read(noisy));
    }
    assertThat(crossing.carry("still works")).isEqualTo("still works");
  }

  @Test
  void kryoRunsWithoutUnsafeAndTheApplicationsSettingIsKept() {
    assertThat(Util.isUnsafeAvailable()).isFalse();
    assertThat(System.getProperty("kryo.unsafe")).isNull();
  }

  private byte[] sample() {
    return crossing.write(
        new Samples.Point(1, "name", List.of(1, "two")),
        Map.of("k", new Samples.Pair(1, Samples.Color.GREEN)),
        new int[] {1, 2, 3});
  }

  private Object[] read(byte[] bytes) throws IOException, ClassNotFoundException {
    return crossing.reader().read(new ByteArrayInputStream(bytes));
  }
}
