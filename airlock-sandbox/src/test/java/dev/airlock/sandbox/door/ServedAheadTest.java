package dev.airlock.sandbox.door;

import static dev.airlock.sandbox.door.SampleCode.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.sandbox.message.ClassOffer;
import dev.airlock.sandbox.message.ClassRef;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServedAheadTest extends DoorFixture {
  @Test
  void theFirstCallGetsAheadTheOwnerItsSupertypesAndItsNest() throws Exception {
    URLClassLoader parent = loader(code.classes(OTHER));
    Path both =
        code.classes(
            "package org.sample; public class Upper implements Runnable { public void run() {} }",
            "package org.sample; public class Lower extends Upper { class Inner {} record Pair(int a) {} }");
    URLClassLoader loader = new URLClassLoader(new URL[] {both.toUri().toURL()}, parent);
    DoorSession session = open(loader, "org.sample.Lower");

    assertThat(session.ahead())
        .extracting(offer -> offer.asked().name())
        .containsExactlyInAnyOrder(
            "org.sample.Lower",
            "org.sample.Upper",
            "org.sample.Lower$Inner",
            "org.sample.Lower$Pair");
  }

  @Test
  void laterCallsGetAheadWhatEarlierOnesAskedFor() throws Exception {
    URLClassLoader loader = loader(code.classes(OWNER, OTHER));
    try (DoorSession first = open(loader, "org.sample.Owner")) {
      first.wantClass(mirror.of(loader), "org.sample.Other");
      first.learn();
    }

    List<ClassOffer> ahead = open(loader, "org.sample.Owner").ahead();

    assertThat(ahead)
        .extracting(ClassOffer::asked)
        .containsExactly(new ClassRef(mirror.of(loader), "org.sample.Other"));
    assertThat(ahead.get(0).answer().bytes()).isNotEmpty();
  }

  @Test
  void aCallThatBrokeALimitTeachesNothing() throws Exception {
    URLClassLoader loader = loader(code.classes(OWNER, OTHER));
    try (DoorSession first =
        open(loader, "org.sample.Owner", new DoorLimits(1, 1, 1, 1 << 20, 1 << 20, 1, 1))) {
      first.wantClass(mirror.of(loader), "org.sample.Other");
      assertThatThrownBy(() -> first.wantClass(mirror.of(loader), "a.B"))
          .isInstanceOf(DoorLimitException.class);
      first.learn();
    }

    assertThat(open(loader, "org.sample.Owner").ahead())
        .extracting(offer -> offer.asked().name())
        .doesNotContain("org.sample.Other");
  }

  @Test
  void aCallThatDidNotEndWellTeachesNothing() throws Exception {
    URLClassLoader loader = loader(code.classes(OWNER, OTHER));
    try (DoorSession first = open(loader, "org.sample.Owner")) {
      first.wantClass(mirror.of(loader), "org.sample.Other");
    }

    assertThat(open(loader, "org.sample.Owner").ahead())
        .extracting(offer -> offer.asked().name())
        .doesNotContain("org.sample.Other");
  }

  @Test
  void aReusedGuestIsNotSentWhatItHolds() throws Exception {
    Path jar = code.jar(code.classes(OWNER), Map.of("a.txt", text("a")));
    URLClassLoader loader = loader(jar);
    Class<?> owner = loader.loadClass("org.sample.Owner");
    DoorSession first = open(loader, "org.sample.Owner");
    first.wantClass(mirror.of(loader), "org.sample.Owner");
    first.learn();
    first.close();

    DoorSession second = door.open(owner, "m()").enter(17, DoorLimits.DEFAULT, first.served());

    assertThat(second.ahead()).isEmpty();
    assertThat(second.wantClass(mirror.of(loader), "org.sample.Owner").isHeld()).isTrue();
    assertThat(second.wantResources(mirror.of(loader), "a.txt")).hasSize(1);
  }
}
