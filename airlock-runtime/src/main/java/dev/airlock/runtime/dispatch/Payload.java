package dev.airlock.runtime.dispatch;

import java.io.ByteArrayOutputStream;

/** A byte array stream whose array can be sent without a copy. */
final class Payload extends ByteArrayOutputStream {
  byte[] array() {
    return buf;
  }
}
