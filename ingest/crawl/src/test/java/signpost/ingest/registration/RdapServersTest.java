package signpost.ingest.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.url.WebUrl;

final class RdapServersTest {
  @ParameterizedTest
  @CsvSource({
    "youngminds.org.uk, https://rdap.nominet.uk/uk/domain/youngminds.org.uk",
    "aceawarewales.com, https://rdap.verisign.com/com/v1/domain/aceawarewales.com",
    "gov.scot,          https://rdap.nic.scot/domain/gov.scot"
  })
  void theListThatComesWithUsKnowsWhomToAsk(String domain, String address) {
    assertThat(RdapServers.builtIn().of(domain).map(WebUrl::href)).contains(address);
    assertThat(RdapServers.builtIn().isWhole()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "council.example", ""})
  void nobodyIsAskedAboutNamesOfNoRegistry(String domain) {
    assertThat(RdapServers.builtIn().of(domain)).isEmpty();
  }

  @Test
  void theLongestEndingAndTheServerOverTlsCount() {
    RdapServers servers =
        RdapServers.parse(
                """
                {"services": [
                  [["uk"], ["http://old.example/", "https://new.example/rdap"]],
                  [["org.uk"], ["https://org.example/"]],
                  [["wales"], ["ftp://nobody.example/", "not an address"]]
                ]}
                """)
            .orElseThrow();
    assertThat(servers.of("a.uk").map(WebUrl::href))
        .contains("https://new.example/rdap/domain/a.uk");
    assertThat(servers.of("a.org.uk").map(WebUrl::href))
        .contains("https://org.example/domain/a.org.uk");
    assertThat(servers.of("a.wales")).isEmpty();
    assertThat(servers.isWhole()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html></html>", "{}", "{\"services\": 3}", "{\"services\": [[\"uk\"]]}"})
  void whatIsNoSuchListIsNone(String text) {
    assertThat(RdapServers.parse(text)).isEmpty();
  }
}
