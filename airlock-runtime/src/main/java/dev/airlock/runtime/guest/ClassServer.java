package dev.airlock.runtime.guest;

import dev.airlock.sandbox.message.ClassAnswer;
import dev.airlock.sandbox.message.ClassOffer;
import dev.airlock.sandbox.message.ClassRef;
import java.util.List;

/** What a guest may have of the application's code during one call. */
public interface ClassServer {
  /** What to send before the guest asks. */
  List<ClassOffer> ahead();

  /** The answer to a guest's wish for a class; the name is hostile. */
  ClassAnswer serveClass(ClassRef wanted);

  /**
   * The contents of all resources of a name, in the order of the class path; the name is hostile.
   */
  List<byte[]> serveResources(ClassRef wanted);
}
