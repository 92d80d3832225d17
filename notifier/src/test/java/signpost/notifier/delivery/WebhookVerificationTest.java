package signpost.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.notifier.delivery.WebhookVerification.VerificationOutcome;

class WebhookVerificationTest {
  private final WebhookVerification verification =
      new WebhookVerification(
          new WebhookPoster(
              new WebhookConfig(List.of(), Duration.ofSeconds(1), 1), InstantSource.system()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/",
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://127.0.0.1:22/",
        "http://localhost/",
        "http://user:secret@127.0.0.1/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "not an address",
        "",
      })
  void addressesThatAreNobodysBusinessAreRefusedWithoutAByteSent(String url) {
    assertThat(verification.ask(WebhookVerification.fresh("mk", url)))
        .isInstanceOfSatisfying(
            VerificationOutcome.NotWanted.class,
            not -> assertThat(not.problem()).startsWith("We do not send there"));
  }
}
