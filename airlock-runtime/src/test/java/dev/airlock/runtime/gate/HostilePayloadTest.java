package dev.airlock.runtime.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.HostileResultException;
import dev.airlock.PayloadTooLargeException;
import dev.airlock.sandbox.contract.ContractException;
import dev.airlock.sandbox.contract.ResultContract;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Externalizable;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.ObjectOutputStream;
import java.lang.management.ManagementFactory;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.*;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of the threat model against the gate alone. */
class HostilePayloadTest {
  private static final long MIB = 1024 * 1024;

  public record Name(String first, List<String> others) {}

  public record Key(int id) {
    @Override
    public int hashCode() {
      return 1;
    }
  }

  public record Positive(int value) {
    public Positive {
      if (value <= 0) {
        throw new IllegalArgumentException("\u001b[2J" + value);
      }
    }
  }

  public record Self(Self self) {}

  public record Peer(List<Peer> peers) {}

  public record Empty() {}

  public static final class External implements Externalizable {
    @Override
    public void writeExternal(ObjectOutput out) {}

    @Override
    public void readExternal(ObjectInput in) {
      throw new AssertionError("called");
    }
  }

  public static final class Resolved {
    private Object readResolve() {
      throw new AssertionError("called");
    }
  }

  private static final ResultContract STRING = RoundTrip.contract(String.class);
  private static final ResultContract STRINGS = contract("strings");
  private static final ResultContract INT = RoundTrip.contract(int.class);
  private static final ResultContract NAME = RoundTrip.contract(Name.class);
  private static final ResultContract ANYTHING = RoundTrip.contract(Object.class);

  @SuppressWarnings("unused")
  public interface Methods {
    ArrayList<String> strings();

    ArrayList<Name> names();

    ArrayList<Peer> peers();

    HashSet<Key> keys();

    HashSet<HashSet<Object>> sets();

    HashSet<URL> urls();

    TreeMap<String, Integer> sorted();

    ArrayList<Empty> empties();

    ArrayList<Object> objects();

    HashMap<String, Integer> map();

    HashSet<String> stringSet();
  }

  private static ResultContract contract(String method) {
    return RoundTrip.contract(RoundTrip.typeOf(Methods.class, method));
  }

  private static AbstractThrowableAssert<?, ?> refused(ResultContract contract, byte[] payload) {
    return assertThatThrownBy(() -> RoundTrip.read(contract, payload))
        .isExactlyInstanceOf(HostileResultException.class)
        .hasMessageContaining("byte ");
  }

  private static AbstractThrowableAssert<?, ?> refused(
      ResultContract contract, Cbor.Items payload) {
    return refused(contract, Cbor.of(payload));
  }

  @Test
  void R01_aValueOfAnotherTypeIsNeverStored() {
    refused(STRING, out -> out.writeNumber(1)).hasMessageContaining("a text belongs");
    refused(STRING, out -> out.writeBoolean(true));
    refused(INT, out -> out.writeString("1"));
    refused(INT, out -> out.writeNumber(1.0)).hasMessageContaining("an integer belongs");
    refused(INT, out -> out.writeNumber(1L << 31)).hasMessageContaining("2147483648");
    refused(INT, out -> out.writeNull());
    refused(
            STRINGS,
            out -> {
              out.writeStartArray(null, 2);
              out.writeString("a");
              out.writeBoolean(true);
              out.writeEndArray();
            })
        .hasMessageContaining("ArrayList[1]");
  }

  @Test
  void R02_aReferenceToAnObjectOfAnotherTypeIsRefused() {
    refused(
            NAME,
            out -> {
              out.writeStartArray(null, 2);
              out.writeNumber(0);
              out.writeNull();
              out.writeEndArray();
            })
        .hasMessageContaining("Name.first");
    refused(
            NAME,
            out -> {
              out.writeStartArray(null, 2);
              out.writeString("a");
              out.writeNumber(0);
              out.writeEndArray();
            })
        .hasMessageContaining("Name.others")
        .hasMessageContaining("not complete");
    refused(
        RoundTrip.contract(Self.class),
        out -> {
          out.writeStartArray(null, 1);
          out.writeNumber(0);
          out.writeEndArray();
        });
  }

  @Test
  void R02_aListOfNumbersIsNoListOfTexts() {
    record Both(List<Integer> numbers, List<String> texts) {}
    refused(
            RoundTrip.contract(Both.class),
            out -> {
              out.writeStartArray(null, 2);
              out.writeStartArray(null, 2);
              out.writeNumber(0);
              out.writeStartArray(null, 1);
              out.writeNumber(5);
              out.writeEndArray();
              out.writeEndArray();
              out.writeNumber(1);
              out.writeEndArray();
            })
        .hasMessageContaining("Both.texts");
  }

  @Test
  void R02_aConstructorNeverSeesAnObjectThatIsStillBeingFilled() {
    refused(contract("peers"), Cbor.bytes(0x81, 0x81, 0x00))
        .hasMessageContaining("ArrayList[0].peers")
        .hasMessageContaining("not complete");
    ArrayList<Peer> peers = new ArrayList<>();
    peers.add(new Peer(peers));
    assertThatThrownBy(() -> RoundTrip.write(contract("peers"), peers))
        .hasMessageContaining("cycle through a record");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, Integer.MAX_VALUE, -1, Long.MIN_VALUE, 1L << 40})
  void R03_aReferenceToNothingIsRefused(long id) {
    refused(
        ANYTHING,
        out -> {
          out.writeStartArray(null, 2);
          out.writeNumber(ANYTHING_LIST);
          out.writeStartArray(null, 1);
          out.writeNumber(id);
          out.writeEndArray();
          out.writeEndArray();
        });
  }

  /** The index of ArrayList among the alternatives of Object: written by the writer itself. */
  private static final int ANYTHING_LIST = listIndex();

  private static int listIndex() {
    try {
      return RoundTrip.write(ANYTHING, new ArrayList<>())[2];
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 10_000, Integer.MAX_VALUE, 1L << 40})
  void R05_anAlternativeOutsideTheTableIsRefused(long index) {
    refused(
        ANYTHING,
        out -> {
          out.writeStartArray(null, 2);
          out.writeNumber(index);
          out.writeNull();
          out.writeEndArray();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.Runtime",
        "[[[[Ljava.lang.Object;",
        "com.example.Failures",
        "javax.script.ScriptEngineManager",
        "org.apache.commons.collections.functors.InvokerTransformer",
        "java.lang.invoke.SerializedLambda"
      })
  void R06_R07_R08_R09_noNameLoadsAClass(String name) {
    RecordingLoader spy = new RecordingLoader();
    Thread.currentThread().setContextClassLoader(spy);
    try {
      refused(
          ANYTHING,
          out -> {
            out.writeStartArray(null, 2);
            out.writeString(name);
            out.writeNull();
            out.writeEndArray();
          });
      refused(ANYTHING, out -> out.writeString(name));
    } finally {
      Thread.currentThread().setContextClassLoader(null);
    }
    assertThat(spy.asked).noneMatch(name::contains);
  }

  private static final class RecordingLoader extends ClassLoader {
    private final List<String> asked = new ArrayList<>();

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      asked.add(name);
      return super.loadClass(name, resolve);
    }
  }

  @Test
  void R08_aJavaSerializationStreamIsRefused() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(new HashMap<>(Map.of("a", 1)));
    refused(ANYTHING, bytes.toByteArray());
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        External.class,
        Resolved.class,
        Class.class,
        ClassLoader.class,
        Thread.class,
        Path.class,
        URL.class,
        Pattern.class,
        Properties.class,
        Random.class,
        Runnable.class,
        Comparator.class,
        Iterator.class,
        InputStream.class,
        Throwable.class,
        Enum.class,
        Record.class
      })
  void R09_R10_typesThatHoldMoreThanValuesAreNoContract(Class<?> type) {
    assertThatThrownBy(() -> ResultContract.compile(type, null, List.of(type)))
        .isInstanceOf(ContractException.class);
  }

  @Test
  void R11_keysThatAskTheNetworkAreNoContract() {
    assertThatThrownBy(() -> RoundTrip.contract(Methods.class, "urls"))
        .isInstanceOf(ContractException.class);
  }

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
  void R18_fieldsAreNeitherMissingNorTooManyNorNamed() {
    refused(
        NAME,
        out -> {
          out.writeStartArray(null, 1);
          out.writeString("a");
          out.writeEndArray();
        });
    refused(
        NAME,
        out -> {
          out.writeStartArray(null, 3);
          out.writeString("a");
          out.writeNull();
          out.writeNull();
          out.writeEndArray();
        });
    refused(
        NAME,
        out -> {
          out.writeStartObject();
          out.writeStringField("first", "a");
          out.writeEndObject();
        });
    refused(
            INT,
            out -> {
              out.writeNumber(1);
              out.writeNumber(1);
            })
        .hasMessageContaining("follows");
  }

  @Test
  void tagsAndIndefiniteLengthsAreRefused() {
    for (int tag : new int[] {0, 1, 2, 3, 4, 5, 23}) {
      refused(ANYTHING, Cbor.bytes(0xc0 | tag, 0x01));
      refused(INT, Cbor.bytes(0xc0 | tag, 0x01)).hasMessageContaining("tag");
    }
    refused(STRING, Cbor.bytes(0xd9, 0x01, 0x00, 0x61, 'a')).hasMessageContaining("tag");
    refused(STRINGS, Cbor.bytes(0x9f, 0xff)).hasMessageContaining("definite");
  }

  @Test
  void R19_setsOfSetsAreNoContract() {
    assertThatThrownBy(() -> RoundTrip.contract(Methods.class, "sets"))
        .isInstanceOf(ContractException.class);
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
  void R23_sortedKeysHaveToBeSortedAndOfOneClass() {
    refused(contract("sorted"), out -> sorted(out, 0, "b", "a")).hasMessageContaining("order");
    refused(contract("sorted"), out -> sorted(out, 0, "a", "a")).hasMessageContaining("order");
    refused(contract("sorted"), out -> sorted(out, 9, "a", "b")).hasMessageContaining("order");
    refused(contract("sorted"), out -> sorted(out, 2, "a", "A"));
    refused(contract("sorted"), out -> sorted(out, 0, "a", null));
  }

  private static void sorted(
      com.fasterxml.jackson.dataformat.cbor.CBORGenerator out, int order, String... keys)
      throws IOException {
    out.writeStartArray(null, 1 + 2 * keys.length);
    out.writeNumber(order);
    for (String key : keys) {
      out.writeString(key);
      out.writeNumber(1);
    }
    out.writeEndArray();
  }

  @Test
  void R23_aKeyThatIsThereAlreadyIsRefused() {
    refused(
            contract("stringSet"),
            out -> {
              out.writeStartArray(null, 2);
              out.writeString("a");
              out.writeString("a");
              out.writeEndArray();
            })
        .hasMessageContaining("there already");
  }

  @Test
  void R24_timeIsLimited() {
    GateLimits hurried = new GateLimits(MIB, 64 * MIB, 1_000_000, 2_000_000, Duration.ofNanos(1));
    assertThatThrownBy(
            () -> RoundTrip.read(STRINGS, RoundTrip.write(STRINGS, new ArrayList<>()), hurried))
        .isInstanceOf(HostileResultException.class)
        .hasMessageContaining("took longer");
  }

  @Test
  void R31_whatAConstructorRefusesIsRefused() {
    refused(
            RoundTrip.contract(Positive.class),
            out -> {
              out.writeStartArray(null, 1);
              out.writeNumber(-1);
              out.writeEndArray();
            })
        .hasMessageContaining("Positive refused")
        .hasMessageContaining("\\u001b[2J-1");
  }

  @Test
  void R33_textThatStandsForNothingIsRefused() {
    refused(RoundTrip.contract(java.time.ZoneId.class), out -> out.writeString("Mars/Base"));
    refused(RoundTrip.contract(Locale.class), out -> out.writeString("x".repeat(1_000_000)));
    refused(RoundTrip.contract(Currency.class), out -> out.writeString("???"));
    refused(RoundTrip.contract(java.nio.charset.Charset.class), out -> out.writeString("Big5"));
    refused(RoundTrip.contract(java.net.URI.class), out -> out.writeString("a b"));
    refused(
        RoundTrip.contract(java.time.Instant.class),
        out -> {
          out.writeStartArray(null, 2);
          out.writeNumber(Long.MAX_VALUE);
          out.writeNumber(0);
          out.writeEndArray();
        });
    refused(RoundTrip.contract(java.math.BigInteger.class), out -> out.writeBinary(new byte[4097]));
    refused(
        RoundTrip.contract(java.math.BigDecimal.class),
        out -> {
          out.writeStartArray(null, 2);
          out.writeNumber(10_001);
          out.writeBinary(new byte[1]);
          out.writeEndArray();
        });
  }

  @Test
  void aChannelThatFailsIsNoHostileResult() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("pipe");
          }
        };
    assertThatThrownBy(() -> ResultGate.read(INT, broken, GateLimits.DEFAULT))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("pipe");
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
