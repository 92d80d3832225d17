package signpost.ingest.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import signpost.url.WebUrl;

/**
 * Which registry answers for which names: IANA's bootstrap file, {@code
 * https://data.iana.org/rdap/dns.json}, read as RFC 9224 has it. The longest ending of a name that
 * is listed counts; of its servers, one that is asked over TLS.
 */
final class RdapServers {
  /** IANA lists some 600 services; what lists hardly any is not that file. */
  private static final int FEWEST = 100;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, WebUrl> byEnding;

  private RdapServers(Map<String, WebUrl> byEnding) {
    this.byEnding = Map.copyOf(byEnding);
  }

  /** Those that come with us. */
  static RdapServers builtIn() {
    try (InputStream file = RdapServers.class.getResourceAsStream("rdap-dns.json")) {
      return parse(new String(file.readAllBytes(), UTF_8))
          .orElseThrow(() -> new IllegalStateException("rdap-dns.json cannot be read"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that a file lists; empty where it is no such file. What is amiss in it is left out. */
  static Optional<RdapServers> parse(String json) {
    try {
      Map<String, WebUrl> byEnding = new HashMap<>();
      for (JsonNode service : JSON.readTree(json).path("services")) {
        best(service.path(1))
            .ifPresent(server ->
                service
                    .path(0)
                    .forEach(it -> byEnding.put(it.asText().toLowerCase(Locale.ROOT), server)));
      }
      return byEnding.isEmpty() ? Optional.empty() : Optional.of(new RdapServers(byEnding));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static Optional<WebUrl> best(JsonNode servers) {
    List<WebUrl> all = new ArrayList<>();
    for (JsonNode server : servers) {
      String base = server.asText();
      WebUrl.parse(base.endsWith("/") ? base : base + "/").filter(WebUrl::web).ifPresent(all::add);
    }
    return all.stream()
        .filter(it -> it.href().startsWith("https:"))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** Whether it lists as many as IANA does. */
  boolean isWhole() {
    return byEnding.size() >= FEWEST;
  }

  /** Where to ask about a name; empty where its registry has no such server. */
  Optional<WebUrl> of(String domain) {
    String ending = domain;
    while (!byEnding.containsKey(ending)) {
      int dot = ending.indexOf('.');
      if (dot < 0) {
        return Optional.empty();
      }
      ending = ending.substring(dot + 1);
    }
    return WebUrl.parse(byEnding.get(ending).href() + "domain/" + domain);
  }
}
