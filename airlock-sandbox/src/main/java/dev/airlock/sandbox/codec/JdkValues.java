package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.serializers.DefaultArraySerializers;
import com.esotericsoftware.kryo.kryo5.serializers.DefaultSerializers;
import com.esotericsoftware.kryo.kryo5.serializers.TimeSerializers;
import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
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
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of the JDK. Kryo's own serializers where they keep all that a value says. */
final class JdkValues {
  private JdkValues() {}

  static void addTo(JdkTable table) {
    addBasics(table);
    addArrays(table);
    addNumbersAndTexts(table);
    addTimes(table);
    addHolders(table);
  }

  private static void addBasics(JdkTable table) {
    table.add(new DefaultSerializers.BooleanSerializer(), Boolean.class);
    table.add(new DefaultSerializers.ByteSerializer(), Byte.class);
    table.add(new DefaultSerializers.CharSerializer(), Character.class);
    table.add(new DefaultSerializers.ShortSerializer(), Short.class);
    table.add(new DefaultSerializers.IntSerializer(), Integer.class);
    table.add(new DefaultSerializers.LongSerializer(), Long.class);
    table.add(new DefaultSerializers.FloatSerializer(), Float.class);
    table.add(new DefaultSerializers.DoubleSerializer(), Double.class);
    table.add(new DefaultSerializers.StringSerializer(), String.class);
    table.add(new ClassShape(), Class.class);
    table.add(new FixedShape<Object>(object -> new Object[0], parts -> new Object()), Object.class);
  }

  private static void addArrays(JdkTable table) {
    table.add(new DefaultArraySerializers.BooleanArraySerializer(), boolean[].class);
    table.add(new DefaultArraySerializers.ByteArraySerializer(), byte[].class);
    table.add(new DefaultArraySerializers.CharArraySerializer(), char[].class);
    table.add(new DefaultArraySerializers.ShortArraySerializer(), short[].class);
    table.add(new DefaultArraySerializers.IntArraySerializer(), int[].class);
    table.add(new DefaultArraySerializers.LongArraySerializer(), long[].class);
    table.add(new DefaultArraySerializers.FloatArraySerializer(), float[].class);
    table.add(new DefaultArraySerializers.DoubleArraySerializer(), double[].class);
    table.add(new ArrayShape(Object[].class), Object[].class);
    table.add(new ArrayShape(String[].class), String[].class);
  }

  private static void addNumbersAndTexts(JdkTable table) {
    table.add(new DefaultSerializers.BigIntegerSerializer(), BigInteger.class);
    table.add(new DefaultSerializers.BigDecimalSerializer(), BigDecimal.class);
    table.add(new DefaultSerializers.BitSetSerializer(), BitSet.class);
    table.add(new DefaultSerializers.UUIDSerializer(), UUID.class);
    table.add(new DefaultSerializers.CurrencySerializer(), Currency.class);
    table.add(new DefaultSerializers.PatternSerializer(), Pattern.class);
    table.add(new DefaultSerializers.StringBuilderSerializer(), StringBuilder.class);
    table.add(new DefaultSerializers.StringBufferSerializer(), StringBuffer.class);
    table.add(new TextShape<>(Charset::name, Charset::forName), Charset.class);
    table.add(new TextShape<>(URI::toString, URI::create), URI.class);
    table.add(new TextShape<>(URL::toExternalForm, JdkValues::url), URL.class);
    table.add(new TextShape<>(File::getPath, File::new), File.class);
    table.add(new TextShape<>(JdkValues::text, Path::of), Path.class, Path.of("").getClass());
    table.add(new LocaleShape(), Locale.class);
  }

  private static void addTimes(JdkTable table) {
    // Kryo's own needs java.sql, which an application of modules may not have.
    table.add(
        new FixedShape<Date>(
            date -> new Object[] {date.toInstant()},
            parts -> Date.from((Instant) required(parts[0]))),
        Date.class);
    table.add(new TimeSerializers.DurationSerializer(), Duration.class);
    table.add(new TimeSerializers.InstantSerializer(), Instant.class);
    table.add(new TimeSerializers.LocalDateSerializer(), LocalDate.class);
    table.add(new TimeSerializers.LocalTimeSerializer(), LocalTime.class);
    table.add(new TimeSerializers.LocalDateTimeSerializer(), LocalDateTime.class);
    table.add(new TimeSerializers.ZoneOffsetSerializer(), ZoneOffset.class);
    table.add(new TimeSerializers.OffsetTimeSerializer(), OffsetTime.class);
    table.add(new TimeSerializers.OffsetDateTimeSerializer(), OffsetDateTime.class);
    table.add(new TimeSerializers.YearSerializer(), Year.class);
    table.add(new TimeSerializers.YearMonthSerializer(), YearMonth.class);
    table.add(new TimeSerializers.MonthDaySerializer(), MonthDay.class);
    table.add(new TimeSerializers.PeriodSerializer(), Period.class);
    table.add(
        new TextShape<>(ZoneId::getId, ZoneId::of), ZoneId.class, ZoneId.of("UTC").getClass());
    // The offset is sent as well: where clocks go back, the local time alone says too little.
    table.add(
        new FixedShape<ZonedDateTime>(
            time -> new Object[] {time.toLocalDateTime(), time.getOffset(), time.getZone()},
            parts ->
                ZonedDateTime.ofInstant(
                    (LocalDateTime) required(parts[0]),
                    (ZoneOffset) required(parts[1]),
                    (ZoneId) required(parts[2]))),
        ZonedDateTime.class);
  }

  private static void addHolders(JdkTable table) {
    table.add(new DefaultSerializers.AtomicBooleanSerializer(), AtomicBoolean.class);
    table.add(new DefaultSerializers.AtomicIntegerSerializer(), AtomicInteger.class);
    table.add(new DefaultSerializers.AtomicLongSerializer(), AtomicLong.class);
    table.add(new AtomicReferenceShape(), AtomicReference.class);
    table.add(
        new FixedShape<Optional<?>>(
            optional -> new @Nullable Object[] {optional.orElse(null)},
            parts -> Optional.ofNullable(parts[0])),
        Optional.class);
    table.add(
        new FixedShape<OptionalInt>(
            value -> value.isPresent() ? new Object[] {value.getAsInt()} : new Object[0],
            parts ->
                parts.length == 0
                    ? OptionalInt.empty()
                    : OptionalInt.of((Integer) required(parts[0]))),
        OptionalInt.class);
    table.add(
        new FixedShape<OptionalLong>(
            value -> value.isPresent() ? new Object[] {value.getAsLong()} : new Object[0],
            parts ->
                parts.length == 0
                    ? OptionalLong.empty()
                    : OptionalLong.of((Long) required(parts[0]))),
        OptionalLong.class);
    table.add(
        new FixedShape<OptionalDouble>(
            value -> value.isPresent() ? new Object[] {value.getAsDouble()} : new Object[0],
            parts ->
                parts.length == 0
                    ? OptionalDouble.empty()
                    : OptionalDouble.of((Double) required(parts[0]))),
        OptionalDouble.class);
  }

  /** A part that the host always writes. */
  static Object required(@Nullable Object part) {
    if (part == null) {
      throw new IllegalArgumentException("The payload lacks a part of a value.");
    }
    return part;
  }

  private static URL url(String text) {
    try {
      return new URL(text);
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("The guest knows no such kind of URL.", e);
    }
  }

  private static String text(Path path) {
    if (path.getFileSystem() != FileSystems.getDefault()) {
      throw new Refusal(
          path.getClass().getName(), "It is a path of a file system that only this process has.");
    }
    return path.toString();
  }
}
