package dev.airlock.runtime;

import dev.airlock.HostRuntime;
import dev.airlock.SandboxConfigurationException;
import dev.airlock.runtime.capture.ReceiverSlice;
import dev.airlock.runtime.config.Key;
import dev.airlock.runtime.config.MethodPattern;
import dev.airlock.runtime.config.Settings;
import dev.airlock.runtime.config.SettingsLoader;
import dev.airlock.runtime.config.SettingsRegistry;
import dev.airlock.runtime.dispatch.CallCounts;
import dev.airlock.runtime.dispatch.CallPreparer;
import dev.airlock.runtime.dispatch.Dispatcher;
import dev.airlock.runtime.engine.Engines;
import dev.airlock.runtime.guest.CallWatch;
import dev.airlock.sandbox.ProviderSettings;
import dev.airlock.sandbox.SandboxProvider;
import dev.airlock.sandbox.SandboxProviderFactory;
import dev.airlock.sandbox.door.ClassDoor;
import dev.airlock.sandbox.door.DoorException;
import dev.airlock.sandbox.door.LoaderMirror;
import dev.airlock.sandbox.door.ResourcePolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/** Starts the runtime of a process, from its settings. */
public final class RuntimeStarter {
  private RuntimeStarter() {}

  /**
   * A runtime that has started no sandbox yet.
   *
   * @param runtime to be installed in the gate
   * @param intercept what to intercept besides annotated methods
   * @param warmUp boots spares in the background; for when the first method was woven
   */
  public record Started(HostRuntime runtime, List<MethodPattern> intercept, Runnable warmUp) {}

  /**
   * Reads the settings and puts the runtime together. Costs little: nothing is started.
   *
   * @throws SandboxConfigurationException naming everything that is wrong with the settings
   */
  public static Started start(WovenMethods woven) {
    SettingsRegistry registry =
        new SettingsRegistry(
            SettingsLoader.load(
                System.getenv(), System.getProperties(), ClassLoader.getSystemClassLoader()));
    Settings settings = registry.global();
    CallWatch watch = new CallWatch();
    Engines engines = new Engines(providers(settings), settings.pool(), watch);
    ClassDoor door = new ClassDoor(new LoaderMirror(), new ResourcePolicy(settings.resources()));
    CallCounts counts = new CallCounts();
    CallPreparer preparer = new CallPreparer(door, slices(door, settings));
    Dispatcher dispatcher = new Dispatcher(engines, preparer, watch, counts);
    AirlockHost host = new AirlockHost(registry, woven, engines, door, dispatcher, counts);
    Runtime.getRuntime().addShutdownHook(new Thread(host::close, "airlock-shutdown"));
    return new Started(host, settings.intercept(), host::warmUp);
  }

  /**
   * Slices by the very class files that guests get. A library may have other code for another Java,
   * so where guests run on one of their own no file is known, and receivers are sent in whole.
   */
  private static ReceiverSlice slices(ClassDoor door, Settings settings) {
    boolean sameJava = settings.javaHome().equals(Path.of(System.getProperty("java.home")));
    int feature = Runtime.version().feature();
    return new ReceiverSlice(
        type -> {
          try {
            byte[] file = sameJava ? door.classFile(type, feature) : null;
            return file == null ? null : new ByteArrayInputStream(file);
          } catch (DoorException e) {
            throw new IOException(e);
          }
        });
  }

  private static List<SandboxProvider> providers(Settings settings) {
    ProviderSettings forProviders =
        new ProviderSettings(
            settings.javaHome(), settings.isGiven(Key.CACHE_DIR) ? settings.cacheDir() : null);
    return ServiceLoader.load(SandboxProviderFactory.class, RuntimeStarter.class.getClassLoader())
        .stream()
        .map(factory -> factory.get().create(forProviders))
        .toList();
  }
}
