package dev.airlock.runtime.dispatch;

import dev.airlock.AirlockException;
import dev.airlock.SandboxConfigurationException;
import dev.airlock.SandboxResourceException;
import dev.airlock.runtime.guest.ClassServer;
import dev.airlock.sandbox.door.DoorException;
import dev.airlock.sandbox.door.DoorLimitException;
import dev.airlock.sandbox.door.DoorSession;
import dev.airlock.sandbox.message.ClassAnswer;
import dev.airlock.sandbox.message.ClassOffer;
import dev.airlock.sandbox.message.ClassRef;
import java.util.List;

/** The class door as one conversation sees it: what the door refuses for good ends the call. */
final class DoorServer implements ClassServer {
  private final String label;
  private final DoorSession session;
  private final boolean first;

  /**
   * A server for one call.
   *
   * @param first whether the guest has not run the method before, so that it needs classes ahead
   */
  DoorServer(String label, DoorSession session, boolean first) {
    this.label = label;
    this.session = session;
    this.first = first;
  }

  @Override
  public List<ClassOffer> ahead() {
    return first ? ask(session::ahead) : List.of();
  }

  @Override
  public ClassAnswer serveClass(ClassRef wanted) {
    return ask(() -> session.wantClass(wanted.loader(), wanted.name()));
  }

  @Override
  public List<byte[]> serveResources(ClassRef wanted) {
    return ask(() -> session.wantResources(wanted.loader(), wanted.name()));
  }

  private interface Question<T> {
    T ask() throws DoorException;
  }

  private <T> T ask(Question<T> question) {
    try {
      return question.ask();
    } catch (DoorException e) {
      throw refused(e);
    }
  }

  private AirlockException refused(DoorException e) {
    String message = label + ": " + e.getMessage();
    return e instanceof DoorLimitException
        ? new SandboxResourceException(message, e)
        : new SandboxConfigurationException(message, e);
  }
}
