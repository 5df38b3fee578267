package dev.airlock.sandbox.shim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.airlock.sandbox.door.ClassDoor;
import dev.airlock.sandbox.door.DoorLimits;
import dev.airlock.sandbox.door.DoorSession;
import dev.airlock.sandbox.door.LoaderMirror;
import dev.airlock.sandbox.door.ResourcePolicy;
import dev.airlock.sandbox.message.ClassRef;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real libraries, which no class path here has, run in loaders that get everything by the door. */
class ServedLibrariesTest {
  private static final Path LIBRARIES = Path.of("target", "served-libraries");

  /** Where PDFBox keeps what it learns of the machine's fonts; else the user's home. */
  private static final String FONT_CACHE = "pdfbox.fontcache";

  @TempDir Path workspace;
  private final LoaderMirror mirror = new LoaderMirror();
  private final ClassDoor door = new ClassDoor(mirror, ResourcePolicy.LIBRARIES_ONLY);
  private URLClassLoader host;
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @BeforeEach
  void prepare() throws Exception {
    try (Stream<Path> jars = Files.list(LIBRARIES)) {
      List<Path> all = jars.toList();
      URL[] urls = new URL[all.size()];
      for (int i = 0; i < urls.length; i++) {
        urls[i] = all.get(i).toUri().toURL();
      }
      host = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }
  }

  @AfterEach
  void close() throws Exception {
    Thread.currentThread().setContextClassLoader(before);
    System.clearProperty(FONT_CACHE);
    door.close();
    host.close();
  }

  @Test
  void groovyEvaluatesAScript() throws Exception {
    Call call = call("groovy.lang.GroovyShell");

    assertThat(call.evaluate("def list = [1, 2].collect { it + 1 }; \"${list.sum()}\".toString()"))
        .isEqualTo("5");
    assertThat(call.client.classes)
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .noneMatch(ref -> ref.name().startsWith("java."));
    assertThat(call.client.resources).doesNotHaveDuplicates();
  }

  @Test
  void theSecondCallAsksForNoClassThatTheFirstCallGot() throws Exception {
    Call first = call("groovy.lang.GroovyShell");
    first.evaluate("1 + 1");
    first.session.learn();
    first.session.close();

    Call second = call("groovy.lang.GroovyShell");
    second.guest.offer(second.session.ahead());
    assertThat(second.evaluate("1 + 1")).isEqualTo(2);

    for (ClassRef ref : second.client.classes) {
      assertThat(second.session.wantClass(ref.loader(), ref.name()).isAbsent()).isTrue();
    }
  }

  @Test
  void pdfBoxWritesAndExtractsText() throws Exception {
    System.setProperty(FONT_CACHE, workspace.toString());
    Call call = call("org.apache.pdfbox.text.PDFTextStripper");
    Class<?> documentType = call.load("org.apache.pdfbox.pdmodel.PDDocument");
    Object document = documentType.getConstructor().newInstance();
    Class<?> pageType = call.load("org.apache.pdfbox.pdmodel.PDPage");
    Object page = pageType.getConstructor().newInstance();
    documentType.getMethod("addPage", pageType).invoke(document, page);
    write(call, document, page, "Hello from the door");

    Class<?> stripperType = call.load("org.apache.pdfbox.text.PDFTextStripper");
    Object stripper = stripperType.getConstructor().newInstance();
    Object text = stripperType.getMethod("getText", documentType).invoke(stripper, document);

    assertThat(text.toString().strip()).isEqualTo("Hello from the door");
    assertThat(call.client.resources).isNotEmpty().doesNotHaveDuplicates();
  }

  private static void write(Call call, Object document, Object page, String text) throws Exception {
    Class<?> fontNames = call.load("org.apache.pdfbox.pdmodel.font.Standard14Fonts$FontName");
    Class<?> fontType = call.load("org.apache.pdfbox.pdmodel.font.PDType1Font");
    Object font =
        fontType.getConstructor(fontNames).newInstance(fontNames.getField("HELVETICA").get(null));
    Class<?> streamType = call.load("org.apache.pdfbox.pdmodel.PDPageContentStream");
    try (AutoCloseable stream =
        (AutoCloseable)
            streamType
                .getConstructor(document.getClass(), page.getClass())
                .newInstance(document, page)) {
      streamType.getMethod("beginText").invoke(stream);
      streamType
          .getMethod("setFont", fontType.getSuperclass().getSuperclass(), float.class)
          .invoke(stream, font, 12f);
      streamType.getMethod("newLineAtOffset", float.class, float.class).invoke(stream, 70f, 700f);
      streamType.getMethod("showText", String.class).invoke(stream, text);
      streamType.getMethod("endText").invoke(stream);
    }
  }

  private Call call(String owner) throws Exception {
    Class<?> onHost = Class.forName(owner, false, host);
    DoorSession session = door.open(onHost, "run()").enter(17, DoorLimits.DEFAULT, Set.of());
    return new Call(session, mirror.loaderOf(onHost));
  }

  /** One call in a fresh guest. */
  private static final class Call {
    final DoorSession session;
    final InProcessDoor client;
    final GuestLoaders guest;
    final GuestLoader loader;

    Call(DoorSession session, int loader) {
      this.session = session;
      this.client = new InProcessDoor(session);
      this.guest = new GuestLoaders(ServedLibrariesTest.class.getClassLoader(), client);
      this.loader = guest.loader(loader);
      Thread.currentThread().setContextClassLoader(this.loader);
    }

    Class<?> load(String name) throws ClassNotFoundException {
      Class<?> type = Class.forName(name, true, loader);
      assertThat(type.getClassLoader()).isSameAs(loader);
      return type;
    }

    Object evaluate(String script) throws Exception {
      Class<?> shell = load("groovy.lang.GroovyShell");
      return shell
          .getMethod("evaluate", String.class)
          .invoke(shell.getConstructor().newInstance(), script);
    }
  }
}
