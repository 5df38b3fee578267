package dev.airlock.sandbox.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.DayOfWeek;
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
import java.time.chrono.JapaneseDate;
import java.util.BitSet;
import java.util.Collections;
import java.util.Currency;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JdkTypesTest {
  private final Crossing crossing = new Crossing();

  static Stream<Object> equalValues() throws Exception {
    ZoneId paris = ZoneId.of("Europe/Paris");
    return Stream.of(
        true,
        (byte) -128,
        '\uffff',
        Short.MIN_VALUE,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Float.MIN_VALUE,
        Double.NEGATIVE_INFINITY,
        "",
        "\ud800 lone, \0 and \ud83d\ude00",
        "x".repeat(100_000),
        "é".repeat(100_000),
        new BigInteger("-123456789012345678901234567890"),
        new BigDecimal("-1.50E+400"),
        new Date(-5),
        new Timestamp(5),
        UUID.fromString("00000000-0000-0001-8000-000000000000"),
        URI.create("mailto:a@example.org"),
        new URL("https://example.org/a?b#c"),
        new File("a/b"),
        Path.of("a", "b"),
        Locale.ROOT,
        Locale.forLanguageTag("zh-Hant-TW-u-ca-chinese"),
        new Locale("no", "NO", "NY"),
        new Locale("ja", "JP", "JP"),
        Currency.getInstance("EUR"),
        StandardCharsets.UTF_16BE,
        TimeZone.getTimeZone("Europe/Paris"),
        new SimpleTimeZone(3_600_000, "mine"),
        new GregorianCalendar(2020, 1, 29),
        BitSet.valueOf(new long[] {5, 0, 1}),
        InetAddress.getByAddress("name", new byte[] {127, 0, 0, 1}),
        Duration.ofSeconds(Long.MIN_VALUE, 999_999_999),
        Instant.MIN,
        Instant.MAX,
        LocalDate.MIN,
        LocalTime.MAX,
        LocalDateTime.MAX,
        OffsetTime.MIN,
        OffsetDateTime.MAX,
        ZoneOffset.ofTotalSeconds(-1),
        paris,
        ZoneId.of("UTC+1"),
        ZonedDateTime.of(2020, 10, 25, 2, 30, 0, 0, paris).withLaterOffsetAtOverlap(),
        Year.of(-999_999_999),
        YearMonth.of(2020, 2),
        MonthDay.of(2, 29),
        Period.of(-1, 2, -3),
        JapaneseDate.of(2020, 1, 1),
        DayOfWeek.MONDAY,
        TimeUnit.DAYS,
        Optional.empty(),
        Optional.of("x"),
        OptionalInt.empty(),
        OptionalInt.of(-1),
        OptionalLong.empty(),
        OptionalLong.of(-1),
        OptionalDouble.empty(),
        OptionalDouble.of(-1),
        EnumSet.noneOf(TimeUnit.class),
        EnumSet.of(TimeUnit.DAYS),
        EnumSet.allOf(Character.UnicodeScript.class),
        new EnumMap<>(Map.of(TimeUnit.DAYS, "d")),
        String.CASE_INSENSITIVE_ORDER,
        Collections.reverseOrder());
  }

  @ParameterizedTest
  @MethodSource("equalValues")
  void aValueCrossesAsAnEqualOneOfTheSameClass(Object value) {
    Object got = crossing.carry(value);

    assertThat(got).isEqualTo(value);
    assertThat(got.getClass()).isSameAs(value.getClass());
  }

  @Test
  void objectsWithoutEqualityCrossByWhatTheyHold() {
    Object[] got =
        crossing.carryAll(
            new StringBuilder("b"),
            new StringBuffer("c"),
            new AtomicInteger(-3),
            new AtomicLong(4),
            new AtomicBoolean(true),
            new AtomicIntegerArray(new int[] {5}),
            new AtomicReference<>("r"),
            Pattern.compile("a.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL));

    assertThat(got[0]).isInstanceOf(StringBuilder.class).hasToString("b");
    assertThat(got[1]).isInstanceOf(StringBuffer.class).hasToString("c");
    assertThat(got[2]).isInstanceOf(AtomicInteger.class).hasToString("-3");
    assertThat(got[3]).isInstanceOf(AtomicLong.class).hasToString("4");
    assertThat(got[4]).isInstanceOf(AtomicBoolean.class).hasToString("true");
    assertThat(got[5]).isInstanceOf(AtomicIntegerArray.class).hasToString("[5]");
    assertThat(got[6]).isInstanceOf(AtomicReference.class).hasToString("r");
    assertThat(got[7]).hasToString("a.*");
    assertThat(((Pattern) got[7]).flags()).isEqualTo(Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  @Test
  void aPlainObjectKeepsItsIdentityAndNothingElse() {
    Object lock = new Object();
    Object[] got = crossing.carryAll(lock, List.of(lock), new Object());

    assertThat(((List<?>) got[1]).get(0)).isSameAs(got[0]).isNotSameAs(got[2]);
    assertThat(got[0].getClass()).isSameAs(Object.class);
  }

  @Test
  @SuppressWarnings("unchecked")
  void anEmptyMapOfConstantsStillKnowsItsEnum() {
    Map<Samples.Color, Object> map = new EnumMap<>(Samples.Color.class);

    Map<Object, Object> got = (Map<Object, Object>) crossing.carry(map);
    got.put(crossing.inGuest(Samples.Color.class).getEnumConstants()[0], 1);

    assertThat(got).hasToString("{RED=1}");
  }

  @Test
  void propertiesKeepTheirDefaults() {
    Properties defaults = new Properties();
    defaults.setProperty("a", "default");
    Properties properties = new Properties(defaults);
    properties.setProperty("b", "own");

    Properties got = (Properties) crossing.carry(properties);

    assertThat(got).hasSize(1);
    assertThat(got.getProperty("a")).isEqualTo("default");
    assertThat(got.getProperty("b")).isEqualTo("own");
  }

  @Test
  void primitiveArraysCross() {
    Object arrays =
        new Object[] {
          new boolean[] {true, false},
          new byte[] {-1},
          new char[] {'\ud800'},
          new short[] {-1},
          new int[] {Integer.MIN_VALUE, 1},
          new long[] {Long.MIN_VALUE, 1},
          new float[] {Float.NaN},
          new double[] {-0.0}
        };

    assertThat(GraphText.of(crossing.carry(arrays))).isEqualTo(GraphText.of(arrays));
  }
}
