package signpost.tools.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.LoopbackWeb;
import signpost.url.WebUrl;
import signpost.web.fetch.SiteFetcher.NamedSite;

/** A site on loopback that has nothing. */
final class HomeSearchTest {
  private final HttpServer site = LoopbackWeb.server();

  @BeforeEach
  void serve() {
    site.start();
  }

  @AfterEach
  void stop() {
    site.stop(0);
  }

  private HomeSearch search(WebUrl page, Optional<Path> authorities) {
    return new HomeSearch(
        List.of(page),
        NamedSite.of(List.of(page)),
        Duration.ofSeconds(20),
        Duration.ZERO,
        authorities,
        "");
  }

  private WebUrl page(String scheme) {
    return WebUrl.of(scheme + "://127.0.0.1:" + site.getAddress().getPort() + "/rent");
  }

  @Test
  void itIsSaidHowManyHaveBeenLookedFor() throws Exception {
    List<Integer> done = new ArrayList<>();
    try (var search = search(page("http"), Optional.empty())) {
      assertThat(search.homes(Map.of(), done::add)).hasSize(1);
    }
    assertThat(done).containsExactly(0);
  }

  @Test
  void theAuthoritiesThatAreGivenAreThoseThatAreAsked(@TempDir Path folder) throws Exception {
    Path none = Files.writeString(folder.resolve("ca.pem"), "no certificate");
    try (var search = search(page("https"), Optional.of(none))) {
      assertThatThrownBy(() -> search.homes(Map.of(), _ -> {})).hasMessageContaining("ca.pem");
    }
  }
}
