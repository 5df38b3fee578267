package dev.airlock.runtime.config;

import org.jspecify.annotations.Nullable;

/**
 * How to reach E2B. All of it is secret; {@link #toString} shows only what is set.
 *
 * @param apiKey the key to the account, or null
 * @param domain the domain of the installation, or null for E2B's own cloud
 * @param apiUrl where the control plane is, or null to derive it from the domain
 * @param sandboxUrl where the sandboxes are, or null to derive it from the domain
 */
public record E2bSettings(
    @Nullable String apiKey,
    @Nullable String domain,
    @Nullable String apiUrl,
    @Nullable String sandboxUrl) {
  @Override
  public String toString() {
    return "E2bSettings[apiKey="
        + shown(apiKey)
        + ", domain="
        + shown(domain)
        + ", apiUrl="
        + shown(apiUrl)
        + ", sandboxUrl="
        + shown(sandboxUrl)
        + "]";
  }

  private static String shown(@Nullable String value) {
    return value == null ? "not set" : "set";
  }
}
