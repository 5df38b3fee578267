package dev.airlock.sandbox.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PieceStreamTest {
  private final ByteArrayOutputStream channel = new ByteArrayOutputStream();
  private final FrameWriter writer = new FrameWriter(channel);

  @Property(tries = 100)
  void whatLeavesInPiecesArrivesWhole(
      @ForAll @IntRange(max = 3_000_000) int size,
      @ForAll @IntRange(min = 1, max = 200_000) int step)
      throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    try (PieceOutput out = new PieceOutput(new FrameWriter(sent), FrameType.RESULT, 3)) {
      for (int at = 0; at < size; at += step) {
        out.write(bytes, at, Math.min(step, size - at));
      }
    }
    FrameReader reader = FrameReader.ofGuest(new ByteArrayInputStream(sent.toByteArray()));
    assertThat(new PieceStream(reader, reader.next()).readAllBytes()).isEqualTo(bytes);
    assertThat(reader.next()).isNull();
  }

  @Test
  void singleBytesArriveToo() throws IOException {
    try (PieceOutput out = new PieceOutput(writer, FrameType.RESULT, 1)) {
      for (int i = 0; i < 100_000; i++) {
        out.write(i);
      }
    }
    try (InputStream in = stream()) {
      for (int i = 0; i < 100_000; i++) {
        assertThat(in.read()).isEqualTo(i & 0xff);
      }
      assertThat(in.read()).isEqualTo(-1);
    }
  }

  @Test
  void nothingIsAStreamToo() throws IOException {
    new PieceOutput(writer, FrameType.RESULT, 1).close();
    assertThat(stream().readAllBytes()).isEmpty();
    assertThat(stream().read(new byte[1], 0, 0)).isZero();
  }

  @Test
  void anotherCallOrTypeInBetweenIsRefused_F03() throws IOException {
    writer.write(FrameType.RESULT, 0, 1, new byte[] {1});
    writer.write(FrameType.RESULT, Frame.LAST, 2, new byte[] {2});
    writer.flush();
    assertThatThrownBy(() -> stream().readAllBytes())
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("of call 2 came between");
  }

  @Test
  void emptyPiecesBeforeTheLastAreRefused() throws IOException {
    writer.write(FrameType.RESULT, 0, 1, new byte[0]);
    writer.write(FrameType.RESULT, Frame.LAST, 1, new byte[] {2});
    writer.flush();
    assertThatThrownBy(() -> stream().readAllBytes()).isInstanceOf(ProtocolException.class);
  }

  @Test
  void anEndBeforeTheLastPieceIsAnEarlyEnd() throws IOException {
    writer.write(FrameType.RESULT, 0, 1, new byte[] {1});
    writer.flush();
    assertThatThrownBy(() -> stream().readAllBytes()).isInstanceOf(EOFException.class);
  }

  private InputStream stream() throws IOException {
    FrameReader reader = FrameReader.ofGuest(new ByteArrayInputStream(channel.toByteArray()));
    return new PieceStream(reader, reader.next());
  }
}
