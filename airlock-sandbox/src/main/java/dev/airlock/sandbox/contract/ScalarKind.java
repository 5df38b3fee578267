package dev.airlock.sandbox.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
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
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The values that hold nothing but themselves. Each has its own form in a payload. */
public enum ScalarKind {
  BOOLEAN(Boolean.class),
  BYTE(Byte.class),
  SHORT(Short.class),
  CHARACTER(Character.class),
  INTEGER(Integer.class),
  LONG(Long.class),
  FLOAT(Float.class),
  DOUBLE(Double.class),
  STRING(String.class),
  BIG_INTEGER(BigInteger.class),
  BIG_DECIMAL(BigDecimal.class),
  UUID(java.util.UUID.class),
  URI(java.net.URI.class),
  LOCALE(Locale.class),
  CURRENCY(Currency.class),
  CHARSET(Charset.class),
  DURATION(Duration.class),
  PERIOD(Period.class),
  INSTANT(Instant.class),
  LOCAL_DATE(LocalDate.class),
  LOCAL_TIME(LocalTime.class),
  LOCAL_DATE_TIME(LocalDateTime.class),
  OFFSET_TIME(OffsetTime.class),
  OFFSET_DATE_TIME(OffsetDateTime.class),
  ZONED_DATE_TIME(ZonedDateTime.class),
  YEAR(Year.class),
  YEAR_MONTH(YearMonth.class),
  MONTH_DAY(MonthDay.class),
  ZONE_OFFSET(ZoneOffset.class),
  ZONE_ID(ZoneId.class),
  OPTIONAL_INT(OptionalInt.class),
  OPTIONAL_LONG(OptionalLong.class),
  OPTIONAL_DOUBLE(OptionalDouble.class),
  STRING_BUILDER(StringBuilder.class),
  ATOMIC_BOOLEAN(AtomicBoolean.class),
  ATOMIC_INTEGER(AtomicInteger.class),
  ATOMIC_LONG(AtomicLong.class),
  BIT_SET(BitSet.class),
  DATE(Date.class);

  private static final Map<Class<?>, ScalarKind> BY_TYPE = new HashMap<>();

  static {
    for (ScalarKind kind : values()) {
      BY_TYPE.put(kind.type, kind);
      Class<?> primitive = java.lang.invoke.MethodType.methodType(kind.type).unwrap().returnType();
      BY_TYPE.put(primitive, kind);
    }
  }

  private final Class<?> type;

  ScalarKind(Class<?> type) {
    this.type = type;
  }

  /** The class of the values; never a primitive. */
  public Class<?> type() {
    return type;
  }

  /** Whether a value can change, so that sharing it can be told from copying it. */
  public boolean isMutable() {
    return compareTo(STRING_BUILDER) >= 0;
  }

  /** Whether a value may be a key of a map or an element of a set. */
  boolean isKey() {
    return compareTo(OPTIONAL_INT) < 0;
  }

  /** Whether values have an order of their own. */
  boolean isSortable() {
    return isKey() && Comparable.class.isAssignableFrom(type);
  }

  /** Whether a value is of this kind. Only zones and charsets have subclasses that count. */
  boolean admits(Object value) {
    return value.getClass() == type
        || ((this == ZONE_ID || this == CHARSET) && type.isInstance(value));
  }

  /** The kind of a class, which may be a primitive, or null. */
  static @Nullable ScalarKind of(Class<?> type) {
    return BY_TYPE.get(type);
  }
}
