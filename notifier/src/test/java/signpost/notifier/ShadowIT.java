package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What ops can do with what it reads in an owner's place, before owners are told anything. */
final class ShadowIT extends OnRealParts {
  @Override
  Map<String, Object> database() {
    return Map.of();
  }

  @Override
  Map<String, Object> settings() {
    return Map.of("signpost.shadow-days", 30, "signpost.ops.email", "ops@council.example");
  }

  @Test
  void opsReplacesAllAndFindsOnItsPageWhatItReads() {
    List<String> urls = List.of(TOOLKIT + "/1", TOOLKIT + "/2", TOOLKIT + "/3");
    listed(urls.toArray(String[]::new));
    notifier.stop(); // so that all are there before anything is decided
    for (String url : urls) {
      notifier.send(Given.breaks(url, notifier.now()));
      notifier.send(Given.offers(url, url + "/now", notifier.now()));
    }
    notifier.start();
    notifier.settle();

    JsonNode links = read("/api/replacements", token(lastMail(), "/replacements"));
    assertThat(links.get("items")).hasSize(3);
    post("/api/own/link", Map.of("email", "ops@council.example"));
    notifier.settle();
    assertThat(read("/api/own", token(lastMail(), "/yours")).get("open")).hasSize(3);
  }
}
