package dev.airlock.runtime.gate;

import com.fasterxml.jackson.core.JsonToken;
import dev.airlock.sandbox.contract.ContractLimits;
import dev.airlock.sandbox.contract.ScalarKind;
import java.io.IOException;
import java.time.DateTimeException;
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

/** Reads dates, times and zones. Not thread-safe. */
final class TimeReader {
  private static final long NANOS_OF_SECOND = 999_999_999;

  private final Tokens tokens;
  private final Refusals refusals;

  TimeReader(Tokens tokens, Refusals refusals) {
    this.tokens = tokens;
    this.refusals = refusals;
  }

  Object read(ScalarKind kind, JsonToken token) throws IOException {
    try {
      if (kind == ScalarKind.ZONE_ID) {
        return ZoneId.of(tokens.text(token, ContractLimits.MAX_NAME));
      }
      int parts = tokens.arrayLength(token);
      if (parts != parts(kind)) {
        throw refusals.because("a time has " + parts + " parts, not " + parts(kind));
      }
      Object value = kind == ScalarKind.ZONED_DATE_TIME ? readZoned() : readParts(kind);
      tokens.endArray();
      return value;
    } catch (DateTimeException | ArithmeticException e) {
      throw refusals.because("a time or a zone does not exist");
    }
  }

  private static int parts(ScalarKind kind) {
    return switch (kind) {
      case LOCAL_DATE, LOCAL_TIME, YEAR, ZONE_OFFSET -> 1;
      case PERIOD, OFFSET_DATE_TIME -> 3;
      default -> 2;
    };
  }

  private Object readParts(ScalarKind kind) throws IOException {
    return switch (kind) {
      case DURATION -> Duration.ofSeconds(readLong(), tokens.integer(0, NANOS_OF_SECOND));
      case PERIOD -> Period.of(readInt(), readInt(), readInt());
      case INSTANT -> Instant.ofEpochSecond(readLong(), tokens.integer(0, NANOS_OF_SECOND));
      case LOCAL_DATE -> readDate();
      case LOCAL_TIME -> readTime();
      case LOCAL_DATE_TIME -> LocalDateTime.of(readDate(), readTime());
      case OFFSET_TIME -> OffsetTime.of(readTime(), readOffset());
      case OFFSET_DATE_TIME -> readInstantAt();
      case YEAR -> Year.of(readInt());
      case YEAR_MONTH -> YearMonth.of(readInt(), readInt());
      case MONTH_DAY -> MonthDay.of(readInt(), readInt());
      case ZONE_OFFSET -> readOffset();
      default -> throw new IllegalStateException(kind + " is no time.");
    };
  }

  private ZonedDateTime readZoned() throws IOException {
    int parts = tokens.arrayLength(tokens.next());
    if (parts != parts(ScalarKind.OFFSET_DATE_TIME)) {
      throw refusals.because("a time has " + parts + " parts");
    }
    OffsetDateTime time = readInstantAt();
    tokens.endArray();
    ZoneId zone = ZoneId.of(tokens.text(tokens.next(), ContractLimits.MAX_NAME));
    return ZonedDateTime.ofInstant(time.toLocalDateTime(), time.getOffset(), zone);
  }

  private OffsetDateTime readInstantAt() throws IOException {
    return OffsetDateTime.of(readDate(), readTime(), readOffset());
  }

  private LocalDate readDate() throws IOException {
    return LocalDate.ofEpochDay(readLong());
  }

  private LocalTime readTime() throws IOException {
    return LocalTime.ofNanoOfDay(readLong());
  }

  private ZoneOffset readOffset() throws IOException {
    return ZoneOffset.ofTotalSeconds(readInt());
  }

  private long readLong() throws IOException {
    return tokens.integer(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private int readInt() throws IOException {
    return (int) tokens.integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }
}
