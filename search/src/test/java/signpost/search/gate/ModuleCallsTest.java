package signpost.search.gate;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.http.access.ModuleSecret;

/** Who refused a call of ours, and why. */
final class ModuleCallsTest {
  private static final String DOOR =
      "This API is for programs on this machine, not for pages of the web.";

  private static void hear(String ingest, String called, String type, String body) {
    HttpResponse<?> answer = HttpResponse.status(HttpStatus.FORBIDDEN).contentType(type).body(body);
    new ModuleCalls(new ModuleSecret("", ""), URI.create(ingest))
        .hear(HttpRequest.GET(called), new HttpClientResponseException("Forbidden", answer));
  }

  @ParameterizedTest
  @CsvSource({
    "http://h.example:80, http://h.example:8082/api/feed, The notifier",
    "http://h.example:80, http://h.example/api/status, Ingest",
    "https://h.example, https://H.example:443/api/status, Ingest",
    "http://h.example, http://h.example.org/api/feed, The notifier",
    "http://h.example/ingest, http://h.example/ingest/api/status, Ingest",
    "http://h.example/ingest, http://h.example/notifier/api/feed, The notifier",
  })
  void moduleIsKnownByItsWholeAddress(String ingest, String called, String module) {
    assertThatExceptionOfType(RefusedCallException.class)
        .isThrownBy(() -> hear(ingest, called, MediaType.TEXT_PLAIN, DOOR))
        .withMessage(module + " does not let search in: " + DOOR);
  }

  @Test
  void doorGivesItsReasonInItsOwnWords() {
    assertThatExceptionOfType(RefusedCallException.class)
        .isThrownBy(
            () -> hear("http://h.example", "http://h.example/x", "text/plain;charset=utf-8", DOOR))
        .extracting(RefusedCallException::reason)
        .isEqualTo(DOOR);
  }

  @Test
  void pageOfAProxyIsNoReason() {
    assertThatExceptionOfType(RefusedCallException.class)
        .isThrownBy(() ->
            hear("http://h.example", "http://h.example/x", MediaType.TEXT_HTML, "<html>No</html>"))
        .withMessage("Ingest does not let search in: It answers 403 and does not say why.");
  }
}
