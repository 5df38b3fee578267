package dev.airlock.sandbox.contract;

import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes results in the guest. Thread-safe. */
public final class ResultWriter {
  static final CBORFactory FACTORY =
      CBORFactory.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .streamWriteConstraints(
              StreamWriteConstraints.builder()
                  .maxNestingDepth(4 * ContractLimits.MAX_DEPTH)
                  .build())
          .build();

  private ResultWriter() {}

  /**
   * Writes one result. Neither flushes nor closes the stream. What was written before an exception
   * is to be thrown away.
   *
   * @throws UnadmittedValueException if the contract does not admit the value or a part of it
   * @throws IOException if the stream failed
   */
  public static void write(ResultContract contract, @Nullable Object value, OutputStream out)
      throws UnadmittedValueException, IOException {
    // Not closed on failure: closing would complete the half-written payload.
    CBORGenerator generator = FACTORY.createGenerator(out);
    new GraphWriter(contract, generator).write(contract.root(), value);
    generator.close();
  }
}
