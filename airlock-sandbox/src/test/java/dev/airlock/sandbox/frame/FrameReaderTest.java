package dev.airlock.sandbox.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
  private static final int RESULT = FrameType.RESULT.code();

  @Test
  void aFrameIsReadAsItWasWritten() throws IOException {
    FrameReader reader = reader(frame(RESULT, Frame.LAST, 7, "abc"));
    Frame frame = reader.next();
    assertThat(frame).isEqualTo(new Frame(FrameType.RESULT, Frame.LAST, 7, 3));
    assertThat(frame.isLast()).isTrue();
    assertThat(reader.readRest()).asString(StandardCharsets.UTF_8).isEqualTo("abc");
    assertThat(reader.next()).isNull();
  }

  @Test
  void aBodyCanBeTakenInPieces() throws IOException {
    FrameReader reader = reader(frame(RESULT, 0, 1, "abcdef"));
    reader.next();
    byte[] target = new byte[4];
    assertThat(reader.read(target, 0, 4)).isEqualTo(4);
    assertThat(reader.remaining()).isEqualTo(2);
    assertThat(reader.read(target, 0, 4)).isEqualTo(2);
    assertThat(reader.read(target, 0, 4)).isEqualTo(-1);
  }

  @Test
  void aBodyLargerThanTheBufferArrivesWhole() throws IOException {
    byte[] large = new byte[Frame.MAX_BODY_BYTES];
    new Random(1).nextBytes(large);
    FrameReader reader = reader(frame(RESULT, 0, 1, large));
    reader.next();
    assertThat(reader.readRest()).isEqualTo(large);
  }

  @Test
  void theNextHeadIsNotReadWhileABodyIsLeft() throws IOException {
    FrameReader reader = reader(frame(RESULT, 0, 1, "abc"));
    reader.next();
    assertThatThrownBy(reader::next).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void lengthsThatCannotBeAreRefusedBeforeAnythingIsAllocated_F01() {
    for (int length :
        new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, Frame.MAX_BODY_BYTES + 1}) {
      byte[] head =
          ByteBuffer.allocate(10).put((byte) RESULT).put((byte) 0).putInt(1).putInt(length).array();
      assertThatThrownBy(() -> reader(head).next())
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("says that it is " + length + " bytes long");
    }
  }

  @Test
  void aHeadThatIsCutAnywhereIsAnEarlyEnd_F01() {
    byte[] whole = frame(RESULT, 0, 1, "abc");
    for (int cut = 1; cut < Frame.HEAD_BYTES; cut++) {
      byte[] head = Arrays.copyOf(whole, cut);
      assertThatThrownBy(() -> reader(head).next()).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void aBodyThatIsCutAnywhereIsAnEarlyEnd() throws IOException {
    byte[] whole = frame(RESULT, 0, 1, "abc");
    for (int cut = Frame.HEAD_BYTES; cut < whole.length; cut++) {
      FrameReader reader = reader(Arrays.copyOf(whole, cut));
      reader.next();
      assertThatThrownBy(reader::readRest).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void unknownTypesAndFlagsAreRefused_F02() {
    for (int type = 0; type < 256; type++) {
      FrameType known = FrameType.of(type);
      if (known == null || !known.isFromGuest()) {
        byte[] frame = frame(type, 0, 1, "");
        assertThatThrownBy(() -> reader(frame).next())
            .isInstanceOf(ProtocolException.class)
            .hasMessageContaining("unknown type " + type);
      }
    }
    for (int flags = 4; flags < 256; flags++) {
      byte[] frame = frame(RESULT, flags, 1, "");
      assertThatThrownBy(() -> reader(frame).next())
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("unknown flags");
    }
  }

  @Test
  void textOnTheChannelIsShownEscapedAndShort_F02() {
    String banner = "\u001b[31mHTTP/1.1 200 OK\r\n" + "x".repeat(500);
    assertThatThrownBy(() -> reader(banner.getBytes(StandardCharsets.ISO_8859_1)).next())
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("\\u001b[31mHTTP/1.1 200 OK\\u000d\\u000a")
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(300));
  }

  @Test
  void aGuestReadsOnlyWhatHostsSend() throws IOException {
    FrameReader guest =
        FrameReader.ofHost(new ByteArrayInputStream(frame(FrameType.CALL.code(), 0, 1, "")));
    assertThat(guest.next()).isNotNull();
    assertThatThrownBy(
            () -> FrameReader.ofHost(new ByteArrayInputStream(frame(RESULT, 0, 1, ""))).next())
        .isInstanceOf(ProtocolException.class);
  }

  @Property(tries = 2000)
  void whateverComesEndsInAFrameOrATypedException(@ForAll @Size(max = 64) byte[] bytes) {
    FrameReader reader = reader(bytes);
    try {
      while (reader.next() != null) {
        reader.readRest();
      }
    } catch (ProtocolException | EOFException e) {
      assertThat(e.getMessage()).isNotEmpty();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Property(tries = 500)
  void framesArriveHoweverTheChannelSplitsThem(
      @ForAll @Size(max = 20) byte[][] bodies, @ForAll @IntRange(min = 1, max = 7) int piece)
      throws IOException {
    ByteArrayOutputStream channel = new ByteArrayOutputStream();
    FrameWriter writer = new FrameWriter(channel);
    for (int i = 0; i < bodies.length; i++) {
      writer.write(FrameType.OUTPUT, Frame.ERROR_STREAM, i, bodies[i]);
    }
    writer.flush();
    FrameReader reader = FrameReader.ofGuest(inPieces(channel.toByteArray(), piece));
    for (int i = 0; i < bodies.length; i++) {
      Frame frame = reader.next();
      assertThat(frame)
          .isEqualTo(new Frame(FrameType.OUTPUT, Frame.ERROR_STREAM, i, bodies[i].length));
      assertThat(reader.readRest()).isEqualTo(bodies[i]);
    }
    assertThat(reader.next()).isNull();
  }

  private static FrameReader reader(byte[] bytes) {
    return FrameReader.ofGuest(new ByteArrayInputStream(bytes));
  }

  private static byte[] frame(int type, int flags, int call, String body) {
    return frame(type, flags, call, body.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] frame(int type, int flags, int call, byte[] body) {
    return ByteBuffer.allocate(Frame.HEAD_BYTES + body.length)
        .put((byte) type)
        .put((byte) flags)
        .putInt(call)
        .putInt(body.length)
        .put(body)
        .array();
  }

  private static InputStream inPieces(byte[] bytes, int most) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, most));
      }
    };
  }
}
