package dev.airlock.sandbox.contract;

import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
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
import org.jspecify.annotations.Nullable;

/** Writes scalars. Each method says why a value cannot be written, or returns null. */
final class ScalarWriter {
  /** Longer texts would be cut into chunks, which the format does not have. */
  private static final int LONGEST_UNCHUNKED = 1000;

  private final CBORGenerator out;

  ScalarWriter(CBORGenerator out) {
    this.out = out;
  }

  @Nullable String write(ScalarKind kind, Object value) throws IOException {
    return switch (kind) {
      case BOOLEAN, BYTE, SHORT, CHARACTER, INTEGER, LONG, FLOAT, DOUBLE ->
          writePrimitive(kind, value);
      case STRING -> writeText((String) value);
      case BIG_INTEGER -> writeBigInteger((BigInteger) value);
      case BIG_DECIMAL -> writeBigDecimal((BigDecimal) value);
      case UUID, URI, LOCALE, CURRENCY, CHARSET -> writeIdentifier(kind, value);
      case OPTIONAL_INT, OPTIONAL_LONG, OPTIONAL_DOUBLE -> writeOptional(kind, value);
      case STRING_BUILDER, ATOMIC_BOOLEAN, ATOMIC_INTEGER, ATOMIC_LONG, BIT_SET, DATE ->
          writeMutable(kind, value);
      default -> writeTime(kind, value);
    };
  }

  private @Nullable String writePrimitive(ScalarKind kind, Object value) throws IOException {
    switch (kind) {
      case BOOLEAN -> out.writeBoolean((Boolean) value);
      case CHARACTER -> out.writeNumber((int) (Character) value);
      case FLOAT -> out.writeNumber((float) (Float) value);
      case DOUBLE -> out.writeNumber((double) (Double) value);
      default -> out.writeNumber(((Number) value).longValue());
    }
    return null;
  }

  @Nullable String writeText(String text) throws IOException {
    if (text.length() > ContractLimits.MAX_TEXT) {
      return "longer than " + ContractLimits.MAX_TEXT + " characters.";
    }
    if (!isWellFormed(text)) {
      out.writeBinary(units(text));
    } else if (text.length() > LONGEST_UNCHUNKED) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      out.writeUTF8String(utf8, 0, utf8.length);
    } else {
      out.writeString(text);
    }
    return null;
  }

  /** UTF-8 has no form for half a surrogate pair: such a text is sent as its UTF-16 units. */
  private static byte[] units(String text) {
    return PrimitiveArrays.toBytes(char.class, text.toCharArray());
  }

  private static boolean isWellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isSurrogate(unit)) {
        boolean paired =
            Character.isHighSurrogate(unit)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private @Nullable String writeBigInteger(BigInteger value) throws IOException {
    byte[] bytes = value.toByteArray();
    if (bytes.length > ContractLimits.MAX_BIG_INTEGER_BYTES) {
      return "of more than " + ContractLimits.MAX_BIG_INTEGER_BYTES + " bytes.";
    }
    out.writeBinary(bytes);
    return null;
  }

  private @Nullable String writeBigDecimal(BigDecimal value) throws IOException {
    if (Math.abs((long) value.scale()) > ContractLimits.MAX_SCALE) {
      return "with a scale beyond " + ContractLimits.MAX_SCALE + ".";
    }
    out.writeStartArray(null, 2);
    out.writeNumber(value.scale());
    String refusal = writeBigInteger(value.unscaledValue());
    if (refusal == null) {
      out.writeEndArray();
    }
    return refusal;
  }

  private @Nullable String writeIdentifier(ScalarKind kind, Object value) throws IOException {
    return switch (kind) {
      case UUID ->
          writeNumbers(
              ((UUID) value).getMostSignificantBits(), ((UUID) value).getLeastSignificantBits());
      case URI -> writeName(((URI) value).toString(), ContractLimits.MAX_URI);
      case LOCALE -> writeLocale((Locale) value);
      case CURRENCY -> writeName(((Currency) value).getCurrencyCode());
      default ->
          KnownCharsets.isKnown((Charset) value)
              ? writeName(((Charset) value).name())
              : "which is not one of " + KnownCharsets.names() + ".";
    };
  }

  private @Nullable String writeLocale(Locale locale) throws IOException {
    String tag = locale.toLanguageTag();
    return Locale.forLanguageTag(tag).equals(locale)
        ? writeName(tag)
        : "which has no language tag of its own.";
  }

  private @Nullable String writeOptional(ScalarKind kind, Object value) throws IOException {
    boolean empty =
        switch (kind) {
          case OPTIONAL_INT -> ((OptionalInt) value).isEmpty();
          case OPTIONAL_LONG -> ((OptionalLong) value).isEmpty();
          default -> ((OptionalDouble) value).isEmpty();
        };
    if (empty) {
      return writeNumbers();
    }
    return switch (kind) {
      case OPTIONAL_INT -> writeNumbers(((OptionalInt) value).getAsInt());
      case OPTIONAL_LONG -> writeNumbers(((OptionalLong) value).getAsLong());
      default -> {
        out.writeStartArray(null, 1);
        out.writeNumber(((OptionalDouble) value).getAsDouble());
        out.writeEndArray();
        yield null;
      }
    };
  }

  @SuppressWarnings("JavaUtilDate") // A method may return one, whatever we think of it.
  private @Nullable String writeMutable(ScalarKind kind, Object value) throws IOException {
    out.writeStartArray(null, 1);
    String refusal = null;
    switch (kind) {
      case STRING_BUILDER -> refusal = writeText(value.toString());
      case ATOMIC_BOOLEAN -> out.writeBoolean(((AtomicBoolean) value).get());
      case ATOMIC_INTEGER -> out.writeNumber(((AtomicInteger) value).get());
      case ATOMIC_LONG -> out.writeNumber(((AtomicLong) value).get());
      case BIT_SET -> out.writeBinary(((BitSet) value).toByteArray());
      default -> out.writeNumber(((Date) value).getTime());
    }
    if (refusal == null) {
      out.writeEndArray();
    }
    return refusal;
  }

  private @Nullable String writeTime(ScalarKind kind, Object value) throws IOException {
    return switch (kind) {
      case DURATION ->
          writeNumbers(((Duration) value).toSeconds(), ((Duration) value).toNanosPart());
      case PERIOD -> {
        Period period = (Period) value;
        yield writeNumbers(period.getYears(), period.getMonths(), period.getDays());
      }
      case INSTANT ->
          writeNumbers(
              ((Instant) value).getEpochSecond(),
              ((Instant) value).get(ChronoField.NANO_OF_SECOND));
      case LOCAL_DATE -> writeNumbers(((LocalDate) value).toEpochDay());
      case LOCAL_TIME -> writeNumbers(((LocalTime) value).toNanoOfDay());
      case YEAR -> writeNumbers(((Year) value).getValue());
      case YEAR_MONTH ->
          writeNumbers(((YearMonth) value).getYear(), ((YearMonth) value).getMonthValue());
      case MONTH_DAY ->
          writeNumbers(((MonthDay) value).getMonthValue(), ((MonthDay) value).getDayOfMonth());
      case ZONE_OFFSET -> writeNumbers(((ZoneOffset) value).getTotalSeconds());
      case ZONE_ID -> writeName(((ZoneId) value).getId());
      case LOCAL_DATE_TIME -> {
        LocalDateTime time = (LocalDateTime) value;
        yield writeNumbers(time.toLocalDate().toEpochDay(), time.toLocalTime().toNanoOfDay());
      }
      case OFFSET_TIME -> {
        OffsetTime time = (OffsetTime) value;
        yield writeNumbers(time.toLocalTime().toNanoOfDay(), time.getOffset().getTotalSeconds());
      }
      case OFFSET_DATE_TIME -> writeInstantAt((OffsetDateTime) value);
      default -> writeZoned((ZonedDateTime) value);
    };
  }

  private @Nullable String writeInstantAt(OffsetDateTime time) throws IOException {
    return writeNumbers(
        time.toLocalDate().toEpochDay(),
        time.toLocalTime().toNanoOfDay(),
        time.getOffset().getTotalSeconds());
  }

  private @Nullable String writeZoned(ZonedDateTime time) throws IOException {
    out.writeStartArray(null, 2);
    writeInstantAt(time.toOffsetDateTime());
    String refusal = writeName(time.getZone().getId());
    if (refusal == null) {
      out.writeEndArray();
    }
    return refusal;
  }

  private @Nullable String writeName(String name) throws IOException {
    return writeName(name, ContractLimits.MAX_NAME);
  }

  private @Nullable String writeName(String name, int longest) throws IOException {
    return name.length() > longest ? "longer than " + longest + " characters." : writeText(name);
  }

  private @Nullable String writeNumbers(long... numbers) throws IOException {
    out.writeStartArray(null, numbers.length);
    for (long number : numbers) {
      out.writeNumber(number);
    }
    out.writeEndArray();
    return null;
  }
}
