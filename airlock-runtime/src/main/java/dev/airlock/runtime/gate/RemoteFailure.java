package dev.airlock.runtime.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a method threw in a sandbox. All of its text is the sandbox's, escaped and cut.
 *
 * @param errorType the name of the exception's class
 * @param message its message, or null
 * @param stack its frames; each is marked as one of the class loader {@code guest}
 * @param remoteStackTrace the whole of it with its causes, a line for each frame
 * @param rebuilt the exception itself with its causes, or null if it is not one that the method may
 *     throw and the host can make; without the frames of the caller
 */
public record RemoteFailure(
    String errorType,
    @Nullable String message,
    List<StackTraceElement> stack,
    String remoteStackTrace,
    @Nullable Exception rebuilt) {}
