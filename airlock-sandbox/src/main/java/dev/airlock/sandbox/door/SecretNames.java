package dev.airlock.sandbox.door;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of entries that are likely to hold secrets, wherever in an archive they are. */
final class SecretNames {
  private static final List<Pattern> SECRET =
      List.of(
          anyOf("pem", "key", "p12", "pfx", "jks", "keystore", "truststore", "env"),
          globs(".env*", "id_rsa*", "id_dsa*", "id_ecdsa*", "id_ed25519*", "*.tfstate*"),
          globs("*secret*", "*password*", "*passwd*", "*credential*"),
          globs("application*.properties", "application*.yml", "application*.yaml"),
          globs("bootstrap*.properties", "bootstrap*.yml", "bootstrap*.yaml", "logback*.xml"),
          globs(".npmrc", ".pypirc", ".netrc", ".gitconfig", ".htpasswd", ".pgpass"),
          globs("settings.xml", "gradle.properties"),
          globs(
              "*.cfg.xml",
              "*jdbc*",
              "*datasource*",
              "persistence*.xml",
              "db*.properties",
              "*.conf"),
          Pattern.compile(
              "(?:.*/)?(?:\\.git|\\.aws|\\.gcloud|\\.azure|\\.kube|\\.ssh|\\.gnupg)/.*"),
          // A tokenizer's data is no token.
          Pattern.compile("(?:.*/)?[^/]*token(?!iz|is)[^/]*"));

  private SecretNames() {}

  /** Whether an entry's name looks like a secret's. Class files are not resources and never do. */
  static boolean matches(String entryName) {
    String name = entryName.toLowerCase(Locale.ROOT);
    return !name.endsWith(".class")
        && SECRET.stream().anyMatch(secret -> secret.matcher(name).matches());
  }

  private static Pattern anyOf(String... extensions) {
    return Pattern.compile(".*\\.(?:" + String.join("|", extensions) + ")", Pattern.DOTALL);
  }

  private static Pattern globs(String... names) {
    StringBuilder any = new StringBuilder();
    for (String name : names) {
      any.append(any.isEmpty() ? "" : "|").append(Globs.compile("**/" + name, 0));
    }
    return Pattern.compile(any.toString(), Pattern.DOTALL);
  }
}
