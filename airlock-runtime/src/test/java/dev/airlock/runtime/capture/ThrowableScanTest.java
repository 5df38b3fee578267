package dev.airlock.runtime.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.NotWovenException;
import java.io.InputStream;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ThrowableScanTest {
  private static boolean initialised;

  private final ThrowableScan scan = new ThrowableScan(ThrowableScanTest::open);

  @Test
  void whatTheCodeAndTheClassesBesideItMakeIsFound() {
    assertThat(scan.of(Thrower.class))
        .contains(
            OwnException.class,
            IllegalStateException.class,
            MissingResourceException.class,
            UnsupportedOperationException.class,
            CancellationException.class);
  }

  @Test
  void errorsCheckedExceptionsAirlocksOwnAndWhatIsOnlyCaughtAreNotFound() {
    assertThat(scan.of(Thrower.class))
        .extracting(Class::getName)
        .doesNotContain(
            AssertionError.class.getName(),
            ClassNotFoundException.class.getName(),
            NotWovenException.class.getName(),
            ArithmeticException.class.getName());
  }

  @Test
  void nothingIsInitialised() {
    scan.of(Thrower.class);

    assertThat(initialised).isFalse();
  }

  @Test
  void otherCodeSourcesAreNotScanned() {
    ThrowableScan alone =
        new ThrowableScan(
            type -> {
              assertThat(type.getName()).startsWith("dev.airlock.");
              return open(type);
            });

    assertThat(alone.of(Thrower.class)).isNotEmpty();
  }

  @Test
  void unknownByteCodeGivesNothing() {
    assertThat(new ThrowableScan(type -> null).of(Thrower.class)).isEmpty();
    assertThat(new ThrowableScan(type -> InputStream.nullInputStream()).of(Thrower.class))
        .isEmpty();
  }

  @Test
  void theScanIsBounded() {
    int[] opened = {0};
    ThrowableScan counting =
        new ThrowableScan(
            type -> {
              opened[0]++;
              return open(type);
            });

    counting.of(Thrower.class);
    int once = opened[0];
    counting.of(Thrower.class);

    assertThat(opened[0]).isEqualTo(once).isBetween(2, 300);
  }

  private static InputStream open(Class<?> type) {
    String name = type.getName();
    return type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class");
  }

  private static final class OwnException extends RuntimeException {
    static {
      initialised = true;
    }
  }

  @SuppressWarnings("unused")
  private static final class Thrower {
    Object run(Optional<String> text) throws ClassNotFoundException {
      try {
        return switch (text.orElseThrow(IllegalStateException::new)) {
          case "own" -> throw new OwnException();
          case "checked" -> throw new ClassNotFoundException();
          case "error" -> throw new AssertionError();
          case "airlock" -> throw new NotWovenException("");
          default -> Neighbour.make();
        };
      } catch (ArithmeticException e) {
        return e;
      }
    }
  }

  private static final class Neighbour {
    static RuntimeException make() {
      Runnable lambda =
          () -> {
            throw new UnsupportedOperationException();
          };
      lambda.run();
      FarNeighbour.make();
      return new MissingResourceException("", "", "");
    }
  }

  private static final class FarNeighbour {
    static void make() {
      throw new CancellationException();
    }
  }
}
