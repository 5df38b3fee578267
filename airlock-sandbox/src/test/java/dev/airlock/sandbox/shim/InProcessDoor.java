package dev.airlock.sandbox.shim;

import dev.airlock.sandbox.door.DoorException;
import dev.airlock.sandbox.door.DoorSession;
import dev.airlock.sandbox.message.ClassAnswer;
import dev.airlock.sandbox.message.ClassRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A door without a channel: host and guest are one process. Remembers every question. */
final class InProcessDoor implements DoorClient {
  private final DoorSession session;
  final List<ClassRef> classes = new ArrayList<>();
  final List<ClassRef> resources = new ArrayList<>();

  InProcessDoor(DoorSession session) {
    this.session = session;
  }

  @Override
  public ClassAnswer wantClass(int loader, String name) throws IOException {
    classes.add(new ClassRef(loader, name));
    try {
      return session.wantClass(loader, name);
    } catch (DoorException e) {
      throw new IOException(e);
    }
  }

  @Override
  public List<byte[]> wantResources(int loader, String name) throws IOException {
    resources.add(new ClassRef(loader, name));
    try {
      return session.wantResources(loader, name);
    } catch (DoorException e) {
      throw new IOException(e);
    }
  }
}
