package dev.airlock.sandbox.message;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import dev.airlock.sandbox.frame.ProtocolException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * The short things that a guest says, as CBOR arrays of fixed shape.
 *
 * <p>The reading half runs on the host, on hostile bytes: one array, of exactly the expected
 * values, of bounded size, and nothing after it. Thread-safe.
 */
public final class GuestWords {
  /** The longest body of any of these: a name of 512 characters and what is around it. */
  public static final int MAX_BODY_BYTES = 8 * 1024;

  /** The longest name of a class or resource. */
  public static final int MAX_NAME_CHARS = 512;

  private static final int MAX_TEXT_CHARS = 2048;

  private static final CBORFactory CBOR =
      CBORFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(2)
                  .maxStringLength(MAX_BODY_BYTES)
                  .maxNameLength(64)
                  .maxNumberLength(32)
                  .maxDocumentLength(MAX_BODY_BYTES)
                  .build())
          .build();

  private GuestWords() {}

  /**
   * The guest is ready.
   *
   * @param version the protocol that it speaks
   * @param nonce the one that the host sent
   * @param feature its Java, as in 17
   */
  public record Ready(int version, byte[] nonce, int feature) {}

  /**
   * The guest could not run the call, or could not send its result.
   *
   * @param kind why
   * @param text what it says about it; hostile
   */
  public record Refusal(RefusalKind kind, String text) {}

  /** Why a guest refuses. Sent by ordinal. */
  public enum RefusalKind {
    /** The receiver or the arguments could not be read: a class is missing or differs. */
    ARGUMENTS,
    /** The method is not there, or its result's contract differs from the host's. */
    METHOD,
    /** The body returned something that the method's contract does not admit. */
    RESULT,
    /** What the body returned or threw takes more bytes than the call admits. */
    TOO_LARGE
  }

  /** Something that writes the values of one array. */
  private interface Values {
    void writeTo(CBORGenerator out) throws IOException;
  }

  /** Something that reads the values of one array. */
  private interface Shape<T> {
    T readFrom(JsonParser in) throws IOException;
  }

  /** The body of a {@code READY} frame. */
  public static byte[] ready(Ready ready) {
    return write(
        3,
        out -> {
          out.writeNumber(ready.version());
          out.writeBinary(ready.nonce());
          out.writeNumber(ready.feature());
        });
  }

  /** The body of a {@code CLASS_WANTED} or {@code RESOURCE_WANTED} frame. */
  public static byte[] wanted(ClassRef wanted) {
    return write(
        2,
        out -> {
          out.writeNumber(wanted.loader());
          out.writeString(wanted.name());
        });
  }

  /** The body of a {@code REFUSAL} frame. The text is cut. */
  public static byte[] refusal(Refusal refusal) {
    String text = refusal.text();
    return write(
        2,
        out -> {
          out.writeNumber(refusal.kind().ordinal());
          out.writeString(
              text.length() > MAX_TEXT_CHARS ? text.substring(0, MAX_TEXT_CHARS) : text);
        });
  }

  /** What a {@code READY} body says. */
  public static Ready readReady(byte[] body) throws ProtocolException {
    return read(
        "READY", body, 3, in -> new Ready(integer(in), bytes(in, Hello.NONCE_BYTES), integer(in)));
  }

  /** What a {@code CLASS_WANTED} or {@code RESOURCE_WANTED} body says. */
  public static ClassRef readWanted(byte[] body) throws ProtocolException {
    return read("WANTED", body, 2, in -> new ClassRef(integer(in), text(in, MAX_NAME_CHARS)));
  }

  /** What a {@code REFUSAL} body says. */
  public static Refusal readRefusal(byte[] body) throws ProtocolException {
    return read(
        "REFUSAL",
        body,
        2,
        in -> {
          int kind = integer(in);
          RefusalKind[] kinds = RefusalKind.values();
          if (kind < 0 || kind >= kinds.length) {
            throw new ProtocolException("A REFUSAL frame gives the unknown reason " + kind + ".");
          }
          return new Refusal(kinds[kind], text(in, MAX_TEXT_CHARS));
        });
  }

  private static byte[] write(int size, Values values) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(64);
    try (CBORGenerator out = CBOR.createGenerator(body)) {
      out.writeStartArray(null, size);
      values.writeTo(out);
      out.writeEndArray();
    } catch (IOException e) {
      throw new AssertionError("A byte array does not fail.", e);
    }
    return body.toByteArray();
  }

  private static <T> T read(String frame, byte[] body, int size, Shape<T> shape)
      throws ProtocolException {
    if (body.length > MAX_BODY_BYTES) {
      throw new ProtocolException(
          "A "
              + frame
              + " frame is "
              + body.length
              + " bytes long; at most "
              + MAX_BODY_BYTES
              + " may be.");
    }
    try (JsonParser in = CBOR.createParser(body)) {
      expect(in.nextToken() == JsonToken.START_ARRAY, frame, "an array");
      T value = shape.readFrom(in);
      expect(in.nextToken() == JsonToken.END_ARRAY, frame, "exactly " + size + " values");
      expect(in.nextToken() == null, frame, "nothing more");
      return value;
    } catch (ProtocolException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // What the parser says quotes the bytes, so it does not get into the message.
      throw new ProtocolException(
          "A "
              + frame
              + " frame of "
              + body.length
              + " bytes is not CBOR ("
              + e.getClass().getSimpleName()
              + ").");
    }
  }

  private static int integer(JsonParser in) throws IOException {
    expect(
        in.nextToken() == JsonToken.VALUE_NUMBER_INT
            && in.getNumberType() == JsonParser.NumberType.INT,
        "guest's",
        "an integer");
    return in.getIntValue();
  }

  private static String text(JsonParser in, int longest) throws IOException {
    expect(in.nextToken() == JsonToken.VALUE_STRING, "guest's", "a text");
    String text = in.getText();
    expect(text.length() <= longest, "guest's", "a text of at most " + longest + " characters");
    return text;
  }

  private static byte[] bytes(JsonParser in, int count) throws IOException {
    expect(in.nextToken() == JsonToken.VALUE_EMBEDDED_OBJECT, "guest's", "bytes");
    byte[] bytes = in.getBinaryValue();
    expect(bytes.length == count, "guest's", count + " bytes");
    return bytes;
  }

  private static void expect(boolean met, String frame, String what) throws ProtocolException {
    if (!met) {
      throw new ProtocolException(
          "A " + frame + " frame does not hold " + what + " where it must.");
    }
  }
}
