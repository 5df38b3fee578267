package dev.airlock.runtime.gate;

import com.fasterxml.jackson.core.JsonToken;
import dev.airlock.sandbox.contract.ContractLimits;
import dev.airlock.sandbox.contract.KnownCharsets;
import dev.airlock.sandbox.contract.ScalarKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads scalars. Text that stands for something is looked up among what this JDK knows already,
 * never by a name that could load a class. Not thread-safe.
 */
final class ScalarReader {
  private static final int BOX_BYTES = 24;
  private static final int TEXT_BYTES = 48;

  private final Tokens tokens;
  private final Budget budget;
  private final Refusals refusals;
  private final TimeReader times;

  ScalarReader(Tokens tokens, Budget budget, Refusals refusals) {
    this.tokens = tokens;
    this.budget = budget;
    this.refusals = refusals;
    times = new TimeReader(tokens, refusals);
  }

  /** The value whose first item came. */
  Object read(ScalarKind kind, JsonToken token) throws IOException {
    budget.charge(BOX_BYTES, refusals);
    return switch (kind) {
      case BOOLEAN -> tokens.bool(token);
      case BYTE -> (byte) tokens.integer(token, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SHORT -> (short) tokens.integer(token, Short.MIN_VALUE, Short.MAX_VALUE);
      case CHARACTER -> (char) tokens.integer(token, Character.MIN_VALUE, Character.MAX_VALUE);
      case INTEGER -> (int) tokens.integer(token, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> tokens.integer(token, Long.MIN_VALUE, Long.MAX_VALUE);
      case FLOAT -> tokens.float32(token);
      case DOUBLE -> tokens.float64(token);
      case STRING -> readText(token);
      case BIG_INTEGER -> readBigInteger(token);
      case BIG_DECIMAL -> readBigDecimal(token);
      case UUID, URI, LOCALE, CURRENCY, CHARSET -> readIdentifier(kind, token);
      case OPTIONAL_INT, OPTIONAL_LONG, OPTIONAL_DOUBLE -> readOptional(kind, token);
      case STRING_BUILDER, ATOMIC_BOOLEAN, ATOMIC_INTEGER, ATOMIC_LONG, BIT_SET, DATE ->
          readMutable(kind, token);
      default -> times.read(kind, token);
    };
  }

  private String readText(JsonToken token) throws IOException {
    String text = tokens.text(token, ContractLimits.MAX_TEXT);
    budget.charge(TEXT_BYTES + 2L * text.length(), refusals);
    return text;
  }

  private BigInteger readBigInteger(JsonToken token) throws IOException {
    byte[] bytes = tokens.bytes(token);
    if (bytes.length == 0 || bytes.length > ContractLimits.MAX_BIG_INTEGER_BYTES) {
      throw refusals.because(
          "a BigInteger has "
              + bytes.length
              + " bytes, not 1 to "
              + ContractLimits.MAX_BIG_INTEGER_BYTES);
    }
    budget.charge(TEXT_BYTES + bytes.length, refusals);
    return new BigInteger(bytes);
  }

  private BigDecimal readBigDecimal(JsonToken token) throws IOException {
    requireLength(token, 2);
    int scale = (int) tokens.integer(-ContractLimits.MAX_SCALE, ContractLimits.MAX_SCALE);
    BigDecimal value = new BigDecimal(readBigInteger(tokens.next()), scale);
    tokens.endArray();
    return value;
  }

  private Object readIdentifier(ScalarKind kind, JsonToken token) throws IOException {
    if (kind == ScalarKind.UUID) {
      requireLength(token, 2);
      long high = tokens.integer(Long.MIN_VALUE, Long.MAX_VALUE);
      UUID id = new UUID(high, tokens.integer(Long.MIN_VALUE, Long.MAX_VALUE));
      tokens.endArray();
      return id;
    }
    boolean uri = kind == ScalarKind.URI;
    String text = tokens.text(token, uri ? ContractLimits.MAX_URI : ContractLimits.MAX_NAME);
    budget.charge(TEXT_BYTES + 2L * text.length(), refusals);
    return switch (kind) {
      case URI -> toUri(text);
      case LOCALE -> toLocale(text);
      case CURRENCY -> toCurrency(text);
      default -> toCharset(text);
    };
  }

  private URI toUri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw refusals.because("a text is no URI");
    }
  }

  private Locale toLocale(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    if (!locale.toLanguageTag().equals(tag)) {
      throw refusals.because("a text is no language tag");
    }
    return locale;
  }

  private Currency toCurrency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException e) {
      throw refusals.because("a text is no currency code");
    }
  }

  private Charset toCharset(String name) {
    Charset charset = KnownCharsets.named(name);
    if (charset == null) {
      throw refusals.because("a text is no charset that can be a result");
    }
    return charset;
  }

  private Object readOptional(ScalarKind kind, JsonToken token) throws IOException {
    int length = tokens.arrayLength(token);
    if (length > 1) {
      throw refusals.because("an optional number has " + length + " values");
    }
    Object value =
        switch (kind) {
          case OPTIONAL_INT ->
              length == 0
                  ? OptionalInt.empty()
                  : OptionalInt.of((int) tokens.integer(Integer.MIN_VALUE, Integer.MAX_VALUE));
          case OPTIONAL_LONG ->
              length == 0
                  ? OptionalLong.empty()
                  : OptionalLong.of(tokens.integer(Long.MIN_VALUE, Long.MAX_VALUE));
          default ->
              length == 0
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(tokens.float64(tokens.next()));
        };
    tokens.endArray();
    return value;
  }

  // A method may return these, whatever we think of them.
  @SuppressWarnings({"JavaUtilDate", "UnnecessaryStringBuilder"})
  private Object readMutable(ScalarKind kind, JsonToken token) throws IOException {
    return switch (kind) {
      case STRING_BUILDER -> new StringBuilder(readText(token));
      case ATOMIC_BOOLEAN -> new AtomicBoolean(tokens.bool(token));
      case ATOMIC_INTEGER ->
          new AtomicInteger((int) tokens.integer(token, Integer.MIN_VALUE, Integer.MAX_VALUE));
      case ATOMIC_LONG -> new AtomicLong(tokens.integer(token, Long.MIN_VALUE, Long.MAX_VALUE));
      case BIT_SET -> {
        byte[] bits = tokens.bytes(token);
        budget.charge(2L * bits.length, refusals);
        yield BitSet.valueOf(bits);
      }
      default -> new Date(tokens.integer(token, Long.MIN_VALUE, Long.MAX_VALUE));
    };
  }

  private void requireLength(JsonToken token, int length) {
    int actual = tokens.arrayLength(token);
    if (actual != length) {
      throw refusals.because("a value has " + actual + " parts, not " + length);
    }
  }
}
