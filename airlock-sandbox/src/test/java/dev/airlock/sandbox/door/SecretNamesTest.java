package dev.airlock.sandbox.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        ".env",
        "a/.env.local",
        "prod.env",
        ".git/config",
        "x/.git/refs/heads/main",
        ".gitconfig",
        "Server.PEM",
        "a/b/c.key",
        "id_rsa",
        "ssh/id_rsa.pub",
        "store.jks",
        "store.p12",
        "my.keystore",
        "cacerts.truststore",
        ".aws/credentials",
        ".gcloud/x",
        ".azure/x",
        ".kube/config",
        "credentials.json",
        "client_secret.json",
        "db-passwords.txt",
        "api_token.txt",
        ".npmrc",
        ".pypirc",
        "settings.xml",
        "gradle.properties",
        "main.tfstate",
        "application.properties",
        "config/application-prod.yaml",
        "application.yml",
        "line\nbreak.pem"
      })
  void looksLikeASecret(String name) {
    assertThat(SecretNames.matches(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/example/Tokenizer.properties",
        "tokenisation.bin",
        "org/example/SecretKey.class",
        "META-INF/services/java.sql.Driver",
        "org/apache/pdfbox/resources/afm/Helvetica.afm",
        "messages.properties",
        "keyboard.txt",
        "environment.txt",
        "org/example/git/config"
      })
  void doesNotLookLikeASecret(String name) {
    assertThat(SecretNames.matches(name)).isFalse();
  }
}
