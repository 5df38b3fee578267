package dev.airlock.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultContractTest {
  static boolean initialised;

  public enum Grade {
    GOOD,
    BAD
  }

  public static class Report {
    static {
      initialised = true;
    }

    private List<Row> rows;
    private Map<String, Object> notes;
  }

  public record Row(Grade grade, Report back) {}

  public static class Holder {
    private List<Row2> rows;
  }

  public record Row2(Runnable owner) {}

  public static class Growing<T> {
    private Growing<List<T>> next;
  }

  @Test
  void hostAndGuestMakeTheSameTableWithTheirOwnClasses() throws Exception {
    Class<?> mirrored = Class.forName(Report.class.getName(), false, new Mirror());
    assertThat(mirrored).isNotSameAs(Report.class);
    ResultContract host = ResultContract.compile(Report.class, null, List.of());
    ResultContract guest = ResultContract.compile(mirrored, null, List.of());
    assertThat(guest.digest()).isEqualTo(host.digest());
  }

  @Test
  void compilingInitialisesNoClass() throws Exception {
    ResultContract.compile(Report.class, null, List.of(Report.class));
    assertThat(initialised).isFalse();
  }

  @Test
  void whatCannotBeAResultIsNamedWithItsPathAndARemedy() {
    assertThatThrownBy(() -> ResultContract.compile(Holder.class, null, List.of()))
        .isInstanceOfSatisfying(
            ContractException.class,
            e -> {
              assertThat(e.path()).isEqualTo("Holder.rows[].owner");
              assertThat(e.reason()).contains("java.lang.Runnable");
              assertThat(e.remedy()).contains("@Airlock(resultTypes=...)", "airlock.result-types");
            });
  }

  @Test
  void aTypeThatNeverEndsIsRefused() {
    assertThatThrownBy(() -> ResultContract.compile(Growing.class, null, List.of()))
        .isInstanceOf(ContractException.class);
  }

  /** Defines the classes of this test again, as a guest does. */
  private static final class Mirror extends ClassLoader {
    Mirror() {
      super(ResultContractTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(ResultContractTest.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }

    private Class<?> define(String name) {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
