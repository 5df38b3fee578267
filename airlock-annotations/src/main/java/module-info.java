/**
 * What an application compiles against: the annotation, the context, the exceptions and the gate.
 */
module dev.airlock.annotations {
  exports dev.airlock;
}
