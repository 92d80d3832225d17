package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import signpost.record.meter.Figure;
import signpost.record.meter.SignpostMeter;
import signpost.record.preflight.WebAnswer;

final class PublicAddressTest {
  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

  @Test
  void certificateAndClockAreThoseReadersMeet() {
    assertThat(PublicAddress.of(answer("{\"status\":\"UP\"}", 200), NOW))
        .containsExactly(
            Figure.of(SignpostMeter.PUBLIC_URL_ANSWERS, 1),
            Figure.of(SignpostMeter.PUBLIC_URL_TRUSTED, 1),
            Figure.of(SignpostMeter.CERTIFICATE_LEFT, 3 * 86_400, "public-url"),
            Figure.of(SignpostMeter.CLOCK_OFFSET, 90, "public-url"));
  }

  @Test
  void somebodyElseAtTheAddressIsNotUs() {
    assertThat(PublicAddress.of(answer("Welcome to nginx!", 200), NOW))
        .contains(Figure.of(SignpostMeter.PUBLIC_URL_ANSWERS, 0));
  }

  @Test
  void endedCertificateHasNothingLeft() {
    WebAnswer ended =
        new WebAnswer.Unreachable(new IOException("handshake", new CertificateExpiredException()));

    assertThat(PublicAddress.of(ended, NOW))
        .containsExactly(
            Figure.of(SignpostMeter.PUBLIC_URL_ANSWERS, 0),
            Figure.of(SignpostMeter.CERTIFICATE_LEFT, 0, "public-url"));
    assertThat(PublicAddress.of(new WebAnswer.Unreachable(new ConnectException("refused")), NOW))
        .containsExactly(Figure.of(SignpostMeter.PUBLIC_URL_ANSWERS, 0));
  }

  /** As while a proxy is started again. */
  @Test
  void connectionThatBreaksOffSaysNothingOfTheCertificate() {
    WebAnswer broken =
        new WebAnswer.Unreachable(
            new SSLHandshakeException("Remote host terminated the handshake"));

    assertThat(PublicAddress.of(broken, NOW))
        .containsExactly(Figure.of(SignpostMeter.PUBLIC_URL_ANSWERS, 0));
  }

  /** It may be of an organisation's own authority, which its readers' browsers know. */
  @Test
  void certificateThatIsNotBelievedHereHasNotEnded() {
    WebAnswer untrusted =
        new WebAnswer.Unreachable(
            new SSLHandshakeException("PKIX path building failed: unable to find valid path"));

    assertThat(PublicAddress.of(untrusted, NOW))
        .containsExactly(Figure.of(SignpostMeter.PUBLIC_URL_TRUSTED, 0));
  }

  @Test
  void addressForThisMachineAloneIsNotAsked() throws InterruptedException {
    assertThat(address("http://127.0.0.1:8080", true).figures()).isEmpty();
  }

  @Test
  void addressThatCannotBeReachedFromHereIsNotAsked() throws InterruptedException {
    assertThat(address("https://127.0.0.1:1", false).figures()).isEmpty();
    assertThat(address("https://127.0.0.1:1", true).figures())
        .containsExactly(Figure.of(SignpostMeter.PUBLIC_URL_ANSWERS, 0));
  }

  private static PublicAddress address(String url, boolean asked) {
    return new PublicAddress(url, new PublicCheckConfig(asked, Optional.empty()), () -> NOW);
  }

  private static WebAnswer answer(String body, int status) {
    return new WebAnswer.Answered(
        URI.create("https://a.example/health"),
        status,
        body,
        Optional.of(NOW.minusSeconds(90)),
        Optional.of(NOW.plus(Duration.ofDays(3))));
  }
}
