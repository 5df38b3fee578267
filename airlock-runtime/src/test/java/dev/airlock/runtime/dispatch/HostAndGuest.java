package dev.airlock.runtime.dispatch;

import dev.airlock.runtime.capture.ClassFiles;
import dev.airlock.runtime.capture.ReceiverSlice;
import dev.airlock.runtime.config.SettingsLoader;
import dev.airlock.runtime.config.SettingsRegistry;
import dev.airlock.runtime.target.Targets;
import dev.airlock.sandbox.codec.PayloadReader;
import dev.airlock.sandbox.message.MethodKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;

/** What a call encodes, and what a guest makes of it. */
final class HostAndGuest {
  private final Targets targets =
      new Targets(
          new SettingsRegistry(
              SettingsLoader.load(
                  Map.of(), new Properties(), ClassLoader.getPlatformClassLoader())),
          owner -> {});
  private final PayloadEncoder encoder;
  private final PayloadReader guest;

  /** A guest whose classes of the application come from a loader of its own. */
  HostAndGuest(ClassFiles files, ClassLoader guestClasses) {
    encoder = new PayloadEncoder(new ReceiverSlice(files));
    guest =
        new PayloadReader(
            (number, name) ->
                Class.forName(
                    name,
                    false,
                    number == 0 ? ClassLoader.getPlatformClassLoader() : guestClasses));
  }

  /** What is sent for a call. */
  Payload encode(Method method, Object receiver, Object... arguments) {
    return encoder.encode(
        Invocation.ofMethod(
            targets.ofMethod(method.getDeclaringClass(), MethodKey.of(method)),
            receiver,
            arguments),
        type -> type.getModule().isNamed() ? 0 : 1);
  }

  /** What is sent for a call of an object that the facade was given. */
  Payload encode(Callable<?> callable) {
    return encoder.encode(
        Invocation.ofCallable(targets.ofCallable(callable), callable),
        type -> type.getModule().isNamed() ? 0 : 1);
  }

  /** The receiver and the arguments as the guest has them. */
  Object[] decode(Payload payload) {
    try {
      return guest.read(new ByteArrayInputStream(payload.toByteArray()));
    } catch (IOException | ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether some fields of the receiver were left out. */
  static boolean isInPart(Payload payload) {
    return payload.array()[0] != 0;
  }
}
