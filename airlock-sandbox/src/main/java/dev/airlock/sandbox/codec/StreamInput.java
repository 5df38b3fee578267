package dev.airlock.sandbox.codec;

import com.esotericsoftware.kryo.kryo5.KryoException;
import com.esotericsoftware.kryo.kryo5.io.Input;
import com.esotericsoftware.kryo.kryo5.io.KryoBufferUnderflowException;
import java.io.IOException;

/** Reads large arrays of bytes from the stream straight into place. */
final class StreamInput extends Input {
  private static final int BUFFER_BYTES = 8 * 1024;

  StreamInput() {
    super(BUFFER_BYTES);
  }

  @Override
  public void readBytes(byte[] bytes, int offset, int count) {
    int buffered = Math.min(limit - position, count);
    if (count - buffered < capacity) {
      super.readBytes(bytes, offset, count);
      return;
    }
    System.arraycopy(buffer, position, bytes, offset, buffered);
    position += buffered;
    int wanted = count - buffered;
    try {
      int got = inputStream.readNBytes(bytes, offset + buffered, wanted);
      if (got < wanted) {
        throw new KryoBufferUnderflowException(
            "The payload ends " + (wanted - got) + " bytes early, within an array.");
      }
    } catch (IOException e) {
      throw new KryoException(e);
    }
    total += wanted;
  }
}
