package dev.airlock.sandbox.shim;

import dev.airlock.sandbox.message.ClassAnswer;
import java.io.IOException;
import java.util.List;

/**
 * The guest's end of the class door. Implementations need not be thread-safe: {@link GuestLoaders}
 * asks one question at a time.
 */
interface DoorClient {
  /**
   * Asks the host for a class. Blocks until the answer is there.
   *
   * @throws IOException if there is no answer: the channel has failed, or no call is running
   */
  ClassAnswer wantClass(int loader, String name) throws IOException;

  /**
   * Asks the host for all resources of a name. Blocks until the answer is there.
   *
   * @throws IOException if there is no answer: the channel has failed, or no call is running
   */
  List<byte[]> wantResources(int loader, String name) throws IOException;
}
