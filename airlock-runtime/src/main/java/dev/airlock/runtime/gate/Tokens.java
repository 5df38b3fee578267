package dev.airlock.runtime.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import dev.airlock.HostileResultException;
import dev.airlock.sandbox.contract.ContractLimits;
import dev.airlock.sandbox.contract.PrimitiveArrays;
import java.io.IOException;

/**
 * The items of a payload: exactly the small part of CBOR that guests write. Anything else is
 * refused here. Not thread-safe.
 */
final class Tokens {
  private static final int NO_TAG = -1;

  /** The items around one object: its own array, and the one of a choice. */
  private static final int NESTING = 2 * ContractLimits.MAX_DEPTH + 8;

  private static final CBORFactory FACTORY =
      CBORFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(NESTING)
                  .maxStringLength(ContractLimits.MAX_TEXT)
                  .maxNumberLength(100)
                  .maxNameLength(100)
                  .build())
          .build();

  private final CBORParser parser;
  private final long maxBytes;
  private final Refusals refusals;

  Tokens(BoundedInput input, long maxBytes, Refusals refusals) throws IOException {
    parser = FACTORY.createParser(input);
    this.maxBytes = maxBytes;
    this.refusals = refusals;
  }

  /** The next item. */
  JsonToken next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw refusals.because("it ends too early");
    }
    if (parser.getCurrentTag() != NO_TAG) {
      throw refusals.because("it has a tag, " + parser.getCurrentTag());
    }
    return token;
  }

  /** Makes sure that nothing follows. */
  void end() throws IOException {
    if (parser.nextToken() != null) {
      throw refusals.because("something follows it");
    }
    parser.close();
  }

  /** The length of an array whose start came. */
  int arrayLength(JsonToken start) {
    if (start != JsonToken.START_ARRAY) {
      throw unexpected(start, "an array");
    }
    int length = parser.getParsingContext().getExpectedLength();
    if (length < 0) {
      throw refusals.because("an array has no definite length");
    }
    // Each element takes a byte at least.
    long most = maxBytes - parser.currentLocation().getByteOffset();
    if (length > most) {
      throw refusals.because(
          "an array of " + length + " elements cannot follow, at most " + most + " bytes can");
    }
    return length;
  }

  /** Starts an array of exactly that length. */
  void beginArray(int length) throws IOException {
    int actual = arrayLength(next());
    if (actual != length) {
      throw refusals.because("an array has " + actual + " elements, not " + length);
    }
  }

  void endArray() throws IOException {
    JsonToken token = next();
    if (token != JsonToken.END_ARRAY) {
      throw unexpected(token, "the end of an array");
    }
  }

  long integer(long least, long most) throws IOException {
    return integer(next(), least, most);
  }

  long integer(JsonToken token, long least, long most) throws IOException {
    if (token != JsonToken.VALUE_NUMBER_INT) {
      throw unexpected(token, "an integer");
    }
    if (parser.getNumberType() == NumberType.BIG_INTEGER) {
      throw refusals.because("an integer takes more than 64 bits");
    }
    long value = parser.getLongValue();
    if (value < least || value > most) {
      throw refusals.because(value + " is not between " + least + " and " + most);
    }
    return value;
  }

  float float32(JsonToken token) throws IOException {
    requireNumber(token, NumberType.FLOAT);
    return parser.getFloatValue();
  }

  double float64(JsonToken token) throws IOException {
    requireNumber(token, NumberType.DOUBLE);
    return parser.getDoubleValue();
  }

  private void requireNumber(JsonToken token, NumberType type) throws IOException {
    if (token != JsonToken.VALUE_NUMBER_FLOAT || parser.getNumberType() != type) {
      throw unexpected(token, "a " + type);
    }
  }

  boolean bool(JsonToken token) {
    if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
      throw unexpected(token, "a boolean");
    }
    return token == JsonToken.VALUE_TRUE;
  }

  /** A text; one that UTF-8 has no form for comes as the bytes of its UTF-16 units. */
  String text(JsonToken token, int longest) throws IOException {
    String text;
    if (token == JsonToken.VALUE_STRING) {
      text = parser.getText();
    } else if (token == JsonToken.VALUE_EMBEDDED_OBJECT) {
      text = new String((char[]) PrimitiveArrays.fromBytes(char.class, bytes(token)));
    } else {
      throw unexpected(token, "a text");
    }
    if (text.length() > longest) {
      throw refusals.because(
          "a text has " + text.length() + " characters, at most " + longest + " may be");
    }
    return text;
  }

  byte[] bytes(JsonToken token) throws IOException {
    if (token != JsonToken.VALUE_EMBEDDED_OBJECT) {
      throw unexpected(token, "bytes");
    }
    return parser.getBinaryValue();
  }

  HostileResultException unexpected(JsonToken token, String wanted) {
    return refusals.because("it has " + token + " where " + wanted + " belongs");
  }

  /** How many bytes of the payload have been looked at. */
  long offset() {
    return parser.currentTokenLocation().getByteOffset();
  }
}
