package dev.airlock.runtime.gate;

import static dev.airlock.runtime.gate.HostilePayloads.ANYTHING;
import static dev.airlock.runtime.gate.HostilePayloads.ANYTHING_LIST;
import static dev.airlock.runtime.gate.HostilePayloads.MIB;
import static dev.airlock.runtime.gate.HostilePayloads.STRING;
import static dev.airlock.runtime.gate.HostilePayloads.STRINGS;
import static dev.airlock.runtime.gate.HostilePayloads.contract;
import static dev.airlock.runtime.gate.HostilePayloads.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.HostileResultException;
import dev.airlock.PayloadTooLargeException;
import dev.airlock.sandbox.contract.ResultContract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of the threat model against the gate alone: what is too much. */
class HostileSizeTest {
  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, 1 << 30, -1, 5_000_000})
  void R12_noLengthIsBelievedBeforeTheBytesAreThere(int length) {
    for (ResultContract contract :
        List.of(
            STRING,
            STRINGS,
            RoundTrip.contract(byte[].class),
            RoundTrip.contract(long[].class),
            RoundTrip.contract(String[].class),
            contract("map"))) {
      for (int major : new int[] {2, 3, 4, 5}) {
        byte[] payload = Cbor.head(major, length);
        assertThat(allocatedBy(() -> refused(contract, payload))).isLessThan(2 * MIB);
      }
    }
  }

  @Test
  void R13_everyElementTakesAByte() {
    byte[] nulls = Cbor.head(4, 300_000_000);
    refused(contract("empties"), nulls);
    refused(contract("objects"), nulls);
  }

  @Test
  void R14_nestedLengthsShareOneBudget() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < 60; i++) {
      bytes.writeBytes(Cbor.bytes(0x82, 0x18, ANYTHING_LIST));
      bytes.writeBytes(Cbor.head(4, 2_000_000));
    }
    bytes.write(new byte[2_000_000]);
    assertThat(allocatedBy(() -> refused(ANYTHING, bytes.toByteArray()))).isLessThan(64 * MIB);
  }

  @Test
  void R15_manySmallValuesAreRefusedWithinTheBudget() {
    byte[] payload = new byte[(int) (10 * MIB)];
    Arrays.fill(payload, (byte) 0xf6);
    System.arraycopy(Cbor.head(4, payload.length - 5), 0, payload, 0, 5);
    ResultContract contract = contract("strings");
    assertThat(allocatedBy(() -> refused(contract, payload).hasMessageContaining("values")))
        .isLessThan(70 * MIB);
  }

  @Test
  void R16_aPayloadMayHaveExactlyAsManyBytesAsTheLimit() throws Exception {
    byte[] payload = RoundTrip.write(STRING, "x".repeat(100));
    GateLimits exact = new GateLimits(payload.length, MIB, 10, 10, Duration.ofSeconds(2));
    assertThat(RoundTrip.read(STRING, payload, exact)).isEqualTo("x".repeat(100));
    GateLimits less = new GateLimits(payload.length - 1, MIB, 10, 10, Duration.ofSeconds(2));
    assertThatThrownBy(() -> RoundTrip.read(STRING, payload, less))
        .isExactlyInstanceOf(PayloadTooLargeException.class);
  }

  @Test
  void R16_noMoreThanOneByteBeyondTheLimitIsTaken() {
    int[] taken = {0};
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            taken[0]++;
            return 0xf6;
          }
        };
    InputStream payload =
        new java.io.SequenceInputStream(new ByteArrayInputStream(Cbor.head(2, 1_000_000)), endless);
    GateLimits limits = new GateLimits(50_000, MIB, 10, 10, Duration.ofSeconds(2));
    assertThatThrownBy(() -> ResultGate.read(RoundTrip.contract(byte[].class), payload, limits))
        .isExactlyInstanceOf(PayloadTooLargeException.class);
    assertThat(taken[0]).isEqualTo(50_001 - 5);
  }

  @Test
  void R17_depthEndsAtSixtyFour() throws Exception {
    Object deep = new ArrayList<>();
    for (int i = 1; i < 64; i++) {
      deep = new ArrayList<>(List.of(deep));
    }
    assertThat(RoundTrip.of(ANYTHING, deep)).isEqualTo(deep);
    byte[] tooDeep = nested(65);
    refused(ANYTHING, tooDeep).hasMessageContaining("64 objects deep");
    refused(ANYTHING, nested(200_000));
  }

  private static byte[] nested(int depth) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < depth; i++) {
      bytes.writeBytes(Cbor.bytes(0x82, 0x18, ANYTHING_LIST, 0x81));
    }
    bytes.write(0xf6);
    return bytes.toByteArray();
  }

  @Test
  void R20_sharingIsCountedAsOftenAsItIsMet() {
    byte[] payload =
        Cbor.of(
            out -> {
              out.writeStartArray(null, 2);
              out.writeNumber(ANYTHING_LIST);
              out.writeStartArray(null, 31);
              for (int i = 0; i <= 30; i++) {
                out.writeStartArray(null, 2);
                out.writeNumber(ANYTHING_LIST);
                out.writeStartArray(null, i == 0 ? 0 : 2);
                for (int j = 0; i > 0 && j < 2; j++) {
                  out.writeNumber(i);
                }
                out.writeEndArray();
                out.writeEndArray();
              }
              out.writeEndArray();
              out.writeEndArray();
            });
    refused(ANYTHING, payload).hasMessageContaining("a walk over it");
  }

  @Test
  void R21_keysThatCollideAreRefusedAndTextsAreNot() throws Exception {
    refused(
            contract("keys"),
            out -> {
              out.writeStartArray(null, 20_000);
              for (int i = 0; i < 20_000; i++) {
                out.writeStartArray(null, 1);
                out.writeNumber(i);
                out.writeEndArray();
              }
              out.writeEndArray();
            })
        .hasMessageContaining("same hash");
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < 1 << 12; i++) {
      StringBuilder text = new StringBuilder();
      for (int bit = 0; bit < 12; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      texts.add(text.toString());
    }
    assertThat(RoundTrip.of(contract("stringSet"), texts)).isEqualTo(texts);
  }

  @Test
  void R24_timeIsLimited() {
    GateLimits hurried = new GateLimits(MIB, 64 * MIB, 1_000_000, 2_000_000, Duration.ofNanos(1));
    assertThatThrownBy(
            () -> RoundTrip.read(STRINGS, RoundTrip.write(STRINGS, new ArrayList<>()), hurried))
        .isInstanceOf(HostileResultException.class)
        .hasMessageContaining("took longer");
  }

  /** What an action allocates, loading classes aside. */
  private static long allocatedBy(Runnable action) {
    action.run();
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    action.run();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
  }
}
