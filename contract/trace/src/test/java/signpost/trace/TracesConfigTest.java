package signpost.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the keys of traces take. */
final class TracesConfigTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "collector:4318",
        "collector",
        "ftp://collector/",
        "http://",
        "http://collector/?api-key=secret",
        "http://collector/#secret",
        "http://me:secret@collector:4318",
        "http://me:se/secret@collector",
        "me:secret@collector:4318",
        "secret"
      })
  void whatIsNoCollectorsAddressIsRefusedByTheNameOfItsKey(String endpoint) {
    assertThatThrownBy(() -> TracesConfig.at(endpoint, 1))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("signpost.traces.endpoint takes the address of a collector")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
  void ratioBeyondItsBoundsIsRefused(double ratio) {
    assertThatThrownBy(() -> TracesConfig.at("", ratio))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("signpost.traces.ratio takes a number from 0 to 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://collector:4318", "http://collector:4318/", " http://collector:4318 "})
  void tracesArePostedBelowTheCollectorsAddress(String endpoint) {
    assertThat(TracesConfig.at(endpoint, 0.5).target())
        .hasToString("Optional[http://collector:4318/v1/traces]");
  }

  private static TracesConfig signedIn(String endpoint, String headers) {
    return new TracesConfig(endpoint, 1, headers, Optional.empty());
  }

  @Test
  void headersAreReadAsOpenTelemetryWritesThemAndShownNowhere() {
    TracesConfig config =
        signedIn("https://collector", "Authorization=Bearer ab+c/d==, X-Scope=a%2Cb%25");
    assertThat(config.fields())
        .isEqualTo(Map.of("authorization", "Bearer ab+c/d==", "x-scope", "a,b%"));
    assertThat(config.toString()).doesNotContain("Bearer", "ab+c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer secret",
        "=secret",
        "a b=secret",
        "Host=secret",
        "Content-Type=secret",
        "Authorization=secret%0d%0aX: y",
        "Authorization=secret%",
        "A=secret,a=secret"
      })
  void whatIsNoHeaderIsRefusedWithoutSayingIt(String headers) {
    assertThatThrownBy(() -> signedIn("https://collector", headers))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("signpost.traces.headers takes headers as")
        .hasMessageNotContaining("secret");
  }

  @Test
  void headersGoToOthersEncryptedOrNotAtAll() {
    for (String here : List.of("http://127.0.0.1:4318", "http://localhost:4318", "http://[::1]")) {
      assertThat(signedIn(here, "A=b").fields()).hasSize(1);
    }
    for (String other : List.of("http://collector:4318", "http://127.0.0.1.example")) {
      assertThatThrownBy(() -> signedIn(other, "A=b"))
          .hasMessageContaining("needs an https address in signpost.traces.endpoint");
    }
  }

  @Test
  void authoritiesAreThoseOfACollectorByHttpsAndReadable(@TempDir Path folder) throws Exception {
    Path none = Files.writeString(folder.resolve("none.pem"), "nothing");
    assertThatThrownBy(() -> new TracesConfig("https://collector", 1, "", Optional.of(none)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("signpost.traces.trust: " + none + " cannot be used");
    assertThatThrownBy(() -> new TracesConfig("http://collector", 1, "", Optional.of(none)))
        .hasMessageContaining("signpost.traces.trust needs an https address");
  }

  @Test
  void withoutAnAddressThereAreNone() {
    assertThat(TracesConfig.off().target()).isEmpty();
  }
}
