package dev.airlock.sandbox;

/**
 * How a guest ended.
 *
 * @param status the exit status of its process, 128 plus the signal if one killed it
 * @param lastWords the last of what it wrote to its raw standard output and error, escaped, at most
 *     8 KiB
 */
public record ExitReport(int status, String lastWords) {}
