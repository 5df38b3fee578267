package dev.airlock.sandbox.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.Tree;
import dev.airlock.sandbox.message.ClassAnswer;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LoaderMirrorTest extends DoorFixture {
  @Test
  void theJdkIsNumberZeroWhicheverLoaderHasIt() {
    assertThat(mirror.of(null)).isZero();
    assertThat(mirror.of(ClassLoader.getPlatformClassLoader())).isZero();
    assertThat(mirror.loaderOf(String[][].class)).isZero();
    assertThat(mirror.loaderOf(int.class)).isZero();
    assertThat(Tree.class.getClassLoader()).isSameAs(ClassLoader.getSystemClassLoader());
    assertThat(mirror.loaderOf(Tree.class)).isZero();
  }

  @Test
  void aLoaderKeepsItsNumberAndSharesItWithNoOther() throws Exception {
    URLClassLoader one = loader(code.classes(OWNER));
    URLClassLoader two = loader(code.classes(OWNER));

    int number = mirror.loaderOf(one.loadClass("org.sample.Owner"));

    assertThat(number).isPositive().isEqualTo(mirror.of(one)).isNotEqualTo(mirror.of(two));
    assertThat(mirror.loaderOf(one.loadClass("org.sample.Owner").arrayType())).isEqualTo(number);
  }

  @Test
  void aSupertypeIsPinnedToALoaderThatIsNoParent() throws Exception {
    URLClassLoader sibling = loader(code.classes(OTHER));
    ClassLoader own =
        new Delegating(
            code.classes(OTHER, "package org.sample; public class Lower extends Other {}")
                .toUri()
                .toURL(),
            sibling);
    Class<?> lower = own.loadClass("org.sample.Lower");
    DoorSession session = door.open(lower, "m()").enter(17, DoorLimits.DEFAULT, Set.of());

    ClassAnswer answer = session.wantClass(mirror.of(own), "org.sample.Other");

    assertThat(lower.getSuperclass().getClassLoader()).isSameAs(sibling);
    assertThat(answer.loader()).isEqualTo(mirror.of(sibling));
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void aLoaderThatWasServedFromIsNotKeptAlive() throws Exception {
    WeakReference<ClassLoader> served = serveFromPassingLoader();
    ClassLoader other = getClass().getClassLoader();

    // The mirror forgets what is gone when it is next asked.
    while (mirror.find(1) != null) {
      System.gc();
      assertThat(mirror.of(other)).isGreaterThan(1);
    }

    assertThat(served.get()).isNull();
  }

  private WeakReference<ClassLoader> serveFromPassingLoader() throws Exception {
    URLClassLoader loader = loader(code.classes(OWNER));
    try (DoorSession session = open(loader, "org.sample.Owner")) {
      assertThat(session.ahead()).isNotEmpty();
      assertThat(mirror.of(loader)).isEqualTo(1);
    }
    return new WeakReference<>(loader);
  }

  /** As the loader of an OSGi bundle: one package comes from a bundle that is not its parent. */
  private static final class Delegating extends URLClassLoader {
    private final ClassLoader wired;

    Delegating(URL url, ClassLoader wired) {
      super(new URL[] {url}, ClassLoader.getPlatformClassLoader());
      this.wired = wired;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      return name.equals("org.sample.Other")
          ? wired.loadClass(name)
          : super.loadClass(name, resolve);
    }
  }
}
