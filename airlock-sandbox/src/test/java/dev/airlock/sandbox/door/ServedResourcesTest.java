package dev.airlock.sandbox.door;

import static dev.airlock.sandbox.door.SampleCode.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServedResourcesTest extends DoorFixture {
  @Test
  void anArchiveThatServedNoClassToThisCallServesNoResource() throws Exception {
    Path library = code.jar(code.classes(OTHER), Map.of("a.txt", text("a")));
    Path application = code.classes(OWNER);
    URLClassLoader loader = loader(application, library);
    int number = mirror.of(loader);
    DoorSession session = open(loader, "org.sample.Owner");

    assertThat(session.wantResources(number, "a.txt")).isEmpty();
    session.wantClass(number, "org.sample.Other");
    assertThat(session.wantResources(number, "a.txt")).containsExactly(text("a"));
    assertThat(session.wantResources(number, "org/sample/Other.class")).hasSize(1);
    assertThat(session.wantResources(number, "org/sample/Owner.class")).isEmpty();
  }

  @Test
  void theApplicationsArchiveServesOnlyListedResources() throws Exception {
    Map<String, byte[]> entries = new HashMap<>();
    for (String name :
        List.of("a.txt", "templates/a.html", "templates/secret.html", "server.pem")) {
      entries.put(name, text(name));
    }
    URLClassLoader loader = loader(code.jar(code.classes(OWNER), entries));
    LoaderMirror own = new LoaderMirror();
    try (ClassDoor listed =
        new ClassDoor(own, new ResourcePolicy(List.of("templates/*", "server.pem")))) {
      Class<?> owner = loader.loadClass("org.sample.Owner");
      listed.markApplication(owner);
      DoorSession session = listed.open(owner, "m()").enter(17, DoorLimits.DEFAULT, Set.of());
      int number = own.of(loader);
      session.wantClass(number, "org.sample.Owner");

      assertThat(session.wantResources(number, "a.txt")).isEmpty();
      assertThat(session.wantResources(number, "templates/a.html")).hasSize(1);
      assertThat(session.wantResources(number, "templates/secret.html")).isEmpty();
      assertThat(session.wantResources(number, "server.pem")).hasSize(1);
      assertThat(session.wantResources(number, "./server.pem")).isEmpty();
    }
  }
}
