package dev.airlock.runtime.config;

/**
 * One setting as a source has it.
 *
 * @param name what it is called there
 * @param value its text
 * @param source where it is, as in {@code environment variable}
 */
record RawSetting(String name, String value, String source) {}
