package dev.airlock.runtime.gate;

import static dev.airlock.runtime.gate.HostilePayloads.ANYTHING;
import static dev.airlock.runtime.gate.HostilePayloads.ANYTHING_LIST;
import static dev.airlock.runtime.gate.HostilePayloads.INT;
import static dev.airlock.runtime.gate.HostilePayloads.NAME;
import static dev.airlock.runtime.gate.HostilePayloads.STRING;
import static dev.airlock.runtime.gate.HostilePayloads.STRINGS;
import static dev.airlock.runtime.gate.HostilePayloads.contract;
import static dev.airlock.runtime.gate.HostilePayloads.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.runtime.gate.HostilePayloads.External;
import dev.airlock.runtime.gate.HostilePayloads.Methods;
import dev.airlock.runtime.gate.HostilePayloads.Peer;
import dev.airlock.runtime.gate.HostilePayloads.Positive;
import dev.airlock.runtime.gate.HostilePayloads.Resolved;
import dev.airlock.runtime.gate.HostilePayloads.Self;
import dev.airlock.sandbox.contract.ContractException;
import dev.airlock.sandbox.contract.ResultContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectOutputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.*;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of the threat model against the gate alone: what is not of the declared type. */
class HostilePayloadTest {
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
}
