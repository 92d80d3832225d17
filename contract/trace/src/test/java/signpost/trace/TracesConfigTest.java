package signpost.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import org.junit.jupiter.api.Test;
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
    assertThatThrownBy(() -> new TracesConfig(endpoint, 1))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("signpost.traces.endpoint takes the address of a collector")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
  void ratioBeyondItsBoundsIsRefused(double ratio) {
    assertThatThrownBy(() -> new TracesConfig("", ratio))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageStartingWith("signpost.traces.ratio takes a number from 0 to 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://collector:4318", "http://collector:4318/", " http://collector:4318 "})
  void tracesArePostedBelowTheCollectorsAddress(String endpoint) {
    assertThat(new TracesConfig(endpoint, 0.5).target())
        .hasToString("Optional[http://collector:4318/v1/traces]");
  }

  @Test
  void withoutAnAddressThereAreNone() {
    assertThat(TracesConfig.off().target()).isEmpty();
  }
}
