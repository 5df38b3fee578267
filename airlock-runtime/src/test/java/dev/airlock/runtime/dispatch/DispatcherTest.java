package dev.airlock.runtime.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.airlock.HostileResultException;
import dev.airlock.runtime.capture.ReceiverSlice;
import dev.airlock.runtime.config.LoadedSettings;
import dev.airlock.runtime.config.PoolSettings;
import dev.airlock.runtime.config.Settings;
import dev.airlock.runtime.config.SettingsRegistry;
import dev.airlock.runtime.engine.Engines;
import dev.airlock.runtime.guest.CallWatch;
import dev.airlock.runtime.guest.Guest;
import dev.airlock.runtime.guest.ScriptedGuest;
import dev.airlock.runtime.target.Target;
import dev.airlock.runtime.target.Targets;
import dev.airlock.sandbox.door.ClassDoor;
import dev.airlock.sandbox.door.LoaderMirror;
import dev.airlock.sandbox.door.ResourcePolicy;
import dev.airlock.sandbox.frame.Frame;
import dev.airlock.sandbox.frame.FrameType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DispatcherTest {
  private final CallWatch watch = new CallWatch();

  static int body(int value) {
    return value;
  }

  @Test
  void aHeldGuestThatBreaksTheProtocolIsDestroyedAtOnce() throws Exception {
    ScriptedGuest sandbox =
        new ScriptedGuest(
            ScriptedGuest.greeting(
                (reader, writer) -> {
                  writer.write(FrameType.RESULT, Frame.LAST, 99, new byte[] {1});
                  writer.flush();
                  while (reader.next() != null) {
                    reader.readRest();
                  }
                }));
    try (Guest guest = Guest.greet(sandbox, watch)) {
      assertThatThrownBy(() -> dispatcher().dispatchIn(guest, invocation()))
          .isInstanceOf(HostileResultException.class);
      assertThat(guest.isAlive()).isFalse();
    }
  }

  private Dispatcher dispatcher() {
    Engines engines = new Engines(List.of(), new PoolSettings(0, 1, Duration.ofMinutes(5)), watch);
    ClassDoor door = new ClassDoor(new LoaderMirror(), ResourcePolicy.LIBRARIES_ONLY);
    ReceiverSlice slices = new ReceiverSlice(type -> null);
    return new Dispatcher(engines, new CallPreparer(door, slices), watch, new CallCounts());
  }

  private static Invocation invocation() {
    SettingsRegistry registry =
        new SettingsRegistry(new LoadedSettings(Settings.DEFAULT, Map.of()));
    Target target = new Targets(registry, type -> {}).ofMethod(DispatcherTest.class, "body(I)I");
    return Invocation.ofMethod(target, null, new Object[] {1});
  }
}
