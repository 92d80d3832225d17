package signpost.tools.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import signpost.url.WebUrl;

/** Of which addresses an archive may be told. */
final class PublicNamesTest {
  @Test
  void anAddressThatEverybodyHasIsPublic() {
    for (String url :
        new String[] {
          "https://www.council.example.org/a?b=c",
          "https://gov.uk/",
          "https://somebody.github.io/",
          "https://xn--e1afmkfd.xn--p1ai/",
          "http://council.gov.uk./",
          "http://8.8.8.8/",
          "https://[2606:4700::1]/"
        }) {
      assertThat(PublicNames.has(WebUrl.of(url))).as(url).isTrue();
    }
  }

  @Test
  void anAddressOfANetworkOfSomebodysOwnIsNot() {
    for (String url :
        new String[] {
          "http://intranet/",
          "http://wiki./",
          "http://localhost/",
          "http://a.localhost/",
          "http://printer.local/",
          "https://wiki.council.internal/",
          "https://wiki.council.internal./",
          "http://router.home.arpa/",
          "http://files.lan/",
          "http://jira.acme/x",
          "http://api.billing.svc/",
          "http://council.test/",
          "http://council.onion/",
          "http://10.1.2.3/",
          "http://192.168.1.1/",
          "http://127.1/",
          "http://169.254.169.254/latest/",
          "http://[::1]/",
          "http://[fd00::1]/",
          "http://[::ffff:10.0.0.1]/",
          "https://me:secret@www.council.example.org/",
          "https://me@www.council.example.org/",
          "https://www.council.example.org/x.pdf?token=abc",
          "https://www.council.example.org/x.pdf?X-Amz-Signature=abc",
          "https://www.council.example.org/join?code=abc",
          "https://www.council.example.org/go?to=https%3A%2F%2Fa.example.org%2F%3Fsig%3Dabc",
          "https://www.council.example.org:8443/",
          "ftp://www.council.example.org/",
          "file:///etc/passwd",
          "mailto:me@council.example.org"
        }) {
      assertThat(PublicNames.has(WebUrl.of(url))).as(url).isFalse();
    }
  }
}
