package dev.airlock.runtime.guest;

import dev.airlock.sandbox.message.CallHeader;
import java.time.Duration;

/**
 * One call, ready to be sent.
 *
 * @param label names the method in messages and in the log, as in {@code Renderer#render}
 * @param header what the guest is to run
 * @param payload receiver and arguments, encoded; the header says how many of these bytes count
 * @param classes the door for this call
 * @param inbound the result gate for this call
 * @param timeout what held for the call, for messages
 */
public record CallRequest(
    String label,
    CallHeader header,
    byte[] payload,
    ClassServer classes,
    Inbound inbound,
    Duration timeout) {}
