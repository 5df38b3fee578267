package dev.airlock.sandbox.shim;

import static dev.airlock.sandbox.door.SampleCode.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.sandbox.door.ClassDoor;
import dev.airlock.sandbox.door.DoorLimits;
import dev.airlock.sandbox.door.DoorSession;
import dev.airlock.sandbox.door.LoaderMirror;
import dev.airlock.sandbox.door.ResourcePolicy;
import dev.airlock.sandbox.door.SampleCode;
import dev.airlock.sandbox.message.ClassAnswer;
import dev.airlock.sandbox.message.ClassRef;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuestLoadersTest {
  private static final String OWNER = "package org.sample; public class Owner extends Base {}";
  private static final String BASE = "package org.sample; public class Base {}";
  private static final String SERVICE =
      """
      package org.sample;
      public class Service implements java.util.function.Supplier<String> {
        public String get() { return "served"; }
      }
      """;

  @TempDir Path workspace;
  private SampleCode code;
  private final LoaderMirror mirror = new LoaderMirror();
  private final ClassDoor door = new ClassDoor(mirror, ResourcePolicy.LIBRARIES_ONLY);

  @BeforeEach
  void prepare() {
    code = new SampleCode(workspace);
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void aClassIsDefinedByTheMirrorOfItsLoaderWithItsPackageAndAnOrigin() throws Exception {
    URLClassLoader parent = loader(ClassLoader.getPlatformClassLoader(), code.classes(BASE));
    URLClassLoader child =
        loader(parent, code.classes(BASE, OWNER)); // both have Base, the parent's counts
    Guest guest = guest(child, "org.sample.Owner");

    Class<?> owner = guest.loaders.find(mirror.of(child), "org.sample.Owner");

    assertThat(owner.getClassLoader()).isSameAs(guest.loaders.loader(mirror.of(child)));
    assertThat(owner.getSuperclass().getClassLoader())
        .isSameAs(guest.loaders.loader(mirror.of(parent)));
    assertThat(owner.getPackage().getName()).isEqualTo("org.sample");
    assertThat(owner.getProtectionDomain().getCodeSource().getLocation().toURI())
        .hasScheme("airlock");
  }

  @Test
  void twoClassesOfOneNameStayTwo() throws Exception {
    URLClassLoader one = loader(ClassLoader.getPlatformClassLoader(), code.classes(BASE));
    URLClassLoader two = loader(ClassLoader.getPlatformClassLoader(), code.classes(BASE));
    Guest guest = guest(one, "org.sample.Base");
    guest.session.loaderOf(two.loadClass("org.sample.Base"));

    Class<?> first = guest.loaders.find(mirror.of(one), "org.sample.Base");
    Class<?> second = guest.loaders.find(mirror.of(two), "org.sample.Base");

    assertThat(first).isNotSameAs(second);
    assertThat(first.getClassLoader()).isNotSameAs(second.getClassLoader());
  }

  @Test
  void theShimIsInvisibleButItsApiAndTheJdkAreNot() throws Exception {
    URLClassLoader host = loader(ClassLoader.getPlatformClassLoader(), code.classes(BASE));
    Guest guest = guest(host, "org.sample.Base");
    int number = mirror.of(host);

    assertThat(guest.loaders.find(number, "dev.airlock.AirlockContext"))
        .isSameAs(dev.airlock.AirlockContext.class);
    assertThat(guest.loaders.find(number, "java.util.Map$Entry")).isSameAs(Map.Entry.class);
    assertThat(guest.loaders.find(0, "java.sql.Connection").getName()).startsWith("java.sql");
    assertThat(guest.loaders.find(0, "com.sun.source.tree.Tree").getModule().getName())
        .isEqualTo("jdk.compiler");
    for (String hidden :
        List.of(
            "com.esotericsoftware.kryo.kryo5.Kryo",
            "com.fasterxml.jackson.core.JsonFactory",
            "dev.airlock.sandbox.shim.GuestLoaders")) {
      assertThat(Class.forName(hidden)).isNotNull();
      assertThatThrownBy(() -> guest.loaders.find(number, hidden))
          .isInstanceOf(ClassNotFoundException.class);
      assertThatThrownBy(() -> guest.loaders.find(0, hidden))
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void whatIsAbsentIsAskedForOnce() throws Exception {
    URLClassLoader host = loader(ClassLoader.getPlatformClassLoader(), code.classes(BASE));
    Guest guest = guest(host, "org.sample.Base");
    GuestLoader loader = guest.loaders.loader(mirror.of(host));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> loader.loadClass("org.sample.Missing"))
          .isInstanceOf(ClassNotFoundException.class);
      assertThat(loader.getResource("missing.txt")).isNull();
      assertThat(loader.getResourceAsStream("missing.txt")).isNull();
    }

    assertThat(guest.client.classes).hasSize(1);
    assertThat(guest.client.resources).hasSize(1);
  }

  @Test
  void whatWasOfferedIsNotAskedFor() throws Exception {
    URLClassLoader parent = loader(ClassLoader.getPlatformClassLoader(), code.classes(BASE));
    URLClassLoader child = loader(parent, code.classes(BASE, OWNER));
    Guest guest = guest(child, "org.sample.Owner");

    guest.loaders.offer(guest.session.ahead());
    Class<?> owner = guest.loaders.find(mirror.of(child), "org.sample.Owner");

    assertThat(owner.getSuperclass().getName()).isEqualTo("org.sample.Base");
    assertThat(guest.client.classes).isEmpty();
  }

  @Test
  void manyThreadsThatNeedOneClassGetTheSameAfterOneQuestion() throws Exception {
    URLClassLoader parent = loader(ClassLoader.getPlatformClassLoader(), code.classes(BASE));
    URLClassLoader child = loader(parent, code.classes(BASE, OWNER));
    Guest guest = guest(child, "org.sample.Owner");
    List<Callable<Class<?>>> loads = new ArrayList<>();
    CyclicBarrier start = new CyclicBarrier(8);
    for (int i = 0; i < 8; i++) {
      int number = mirror.of(i % 2 == 0 ? parent : child);
      loads.add(
          () -> {
            start.await();
            return guest.loaders.find(number, "org.sample.Base");
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Class<?>> found = new ArrayList<>();
      for (Future<Class<?>> each : threads.invokeAll(loads)) {
        found.add(each.get());
      }
      assertThat(Set.copyOf(found)).hasSize(1);
      assertThat(guest.client.classes).doesNotHaveDuplicates();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aClassWhoseAnswerWasLostIsAskedForAgain() throws Exception {
    DoorClient broken =
        new DoorClient() {
          private boolean worked;

          @Override
          public ClassAnswer wantClass(int loader, String name) throws IOException {
            if (!worked) {
              worked = true;
              throw new IOException("no call is running");
            }
            return ClassAnswer.ABSENT;
          }

          @Override
          public List<byte[]> wantResources(int loader, String name) {
            return List.of();
          }
        };
    GuestLoaders loaders = new GuestLoaders(getClass().getClassLoader(), broken);

    assertThatThrownBy(() -> loaders.find(1, "a.B")).hasMessageContaining("did not say");
    assertThatThrownBy(() -> loaders.find(1, "a.B")).hasMessage("a.B");
  }

  @Test
  void resourcesOfALibraryWorkAsServicesBundlesStreamsAndConnections() throws Exception {
    Map<String, byte[]> entries =
        Map.of(
            "META-INF/services/java.util.function.Supplier", text("org.sample.Service\n"),
            "org/sample/words.properties", text("word=hello"),
            "org/sample/a b#c.txt", text("odd"));
    Path library = code.jar(code.classes(SERVICE), entries);
    URLClassLoader host = loader(ClassLoader.getPlatformClassLoader(), library);
    Guest guest = guest(host, "org.sample.Service");
    Class<?> service = guest.loaders.find(mirror.of(host), "org.sample.Service");
    ClassLoader loader = service.getClassLoader();

    assertThat(ServiceLoader.load(Supplier.class, loader).findFirst().orElseThrow().get())
        .isEqualTo("served");
    assertThat(ResourceBundle.getBundle("org.sample.words", Locale.ROOT, loader).getString("word"))
        .isEqualTo("hello");
    try (InputStream stream = service.getResourceAsStream("a b#c.txt")) {
      assertThat(stream.readAllBytes()).isEqualTo(text("odd"));
    }
    URL url = loader.getResource("org/sample/words.properties");
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    assertThat(connection.getContentLength()).isEqualTo(10);
    assertThat(new URL(url, "a%20b%23c.txt").openStream().readAllBytes()).isEqualTo(text("odd"));
    assertThatThrownBy(() -> new URL(url, "missing").openStream()).isInstanceOf(IOException.class);
    assertThat(url.toURI()).hasScheme("airlock");
    assertThat(Collections.list(loader.getResources("org/sample/words.properties")))
        .containsExactly(url);
    assertThat(guest.client.resources)
        .contains(new ClassRef(mirror.of(host), "org/sample/a b#c.txt"))
        .doesNotHaveDuplicates();
  }

  private Guest guest(URLClassLoader host, String owner) throws Exception {
    Class<?> type = host.loadClass(owner);
    DoorSession session = door.open(type, "m()").enter(17, DoorLimits.DEFAULT, Set.of());
    InProcessDoor client = new InProcessDoor(session);
    return new Guest(session, client, new GuestLoaders(getClass().getClassLoader(), client));
  }

  private static URLClassLoader loader(ClassLoader parent, Path root) throws IOException {
    return new URLClassLoader(new URL[] {root.toUri().toURL()}, parent);
  }

  private record Guest(DoorSession session, InProcessDoor client, GuestLoaders loaders) {}
}
