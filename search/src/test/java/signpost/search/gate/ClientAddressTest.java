package signpost.search.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.exceptions.ConfigurationException;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
  private final ClientAddress alone = clients(List.of());
  private final ClientAddress behind = clients(List.of("127.0.0.1", "10.0.0.0/8", "::1"));

  @Test
  void withoutTrustedProxiesThePeerIsTheClientWhateverItSays() {
    assertThat(of(alone, "127.0.0.1", "198.51.100.7")).isEqualTo("127.0.0.1");
    assertThat(of(alone, "198.51.100.9", "127.0.0.1")).isEqualTo("198.51.100.9");
  }

  @Test
  void trustedProxyIsBelievedAboutWhomItSaw() {
    assertThat(of(behind, "127.0.0.1", "198.51.100.7")).isEqualTo("198.51.100.7");
    assertThat(of(behind, "127.0.0.1", "198.51.100.7, 10.2.3.4")).isEqualTo("198.51.100.7");
    assertThat(of(behind, "127.0.0.1", "198.51.100.7", "10.2.3.4")).isEqualTo("198.51.100.7");
  }

  @Test
  void whatTheClientWroteItselfIsNotBelieved() {
    assertThat(of(behind, "127.0.0.1", "203.0.113.1, 198.51.100.7")).isEqualTo("198.51.100.7");
    assertThat(of(behind, "198.51.100.7", "203.0.113.1")).isEqualTo("198.51.100.7");
    assertThat(of(behind, "127.0.0.1", "203.0.113.1, nonsense")).isEqualTo("127.0.0.1");
    assertThat(of(behind, "127.0.0.1", "localhost")).isEqualTo("127.0.0.1");
    assertThat(of(behind, "127.0.0.1", "")).isEqualTo("127.0.0.1");
    assertThat(of(behind, "127.0.0.1", ",,,")).isEqualTo("127.0.0.1");
  }

  @Test
  void householdWithAnIpv6NetworkIsOneClient() {
    assertThat(of(behind, "::1", "2001:db8:1:2:3:4:5:6"))
        .isEqualTo(of(behind, "::1", "2001:db8:1:2:ffff::1"))
        .isNotEqualTo(of(behind, "::1", "2001:db8:1:3::1"));
  }

  @Test
  void ipv4WrittenAsIpv6IsTheSameClient() {
    assertThat(of(behind, "127.0.0.1", "::ffff:198.51.100.7")).isEqualTo("198.51.100.7");
  }

  @Test
  void rangeThatIsNoneIsRefusedAtStart() {
    assertThatThrownBy(() -> clients(List.of("nginx")))
        .hasMessageContaining("nginx")
        .isInstanceOf(ConfigurationException.class);
  }

  private static String of(ClientAddress address, String peer, String... forwardedFor) {
    return address.of(InetAddress.ofLiteral(peer), List.of(forwardedFor));
  }

  private static ClientAddress clients(List<String> trusted) {
    return new ClientAddress(trusted, "http://127.0.0.1:8080", false, false);
  }

  @Test
  void clientsLookAlikeBehindAProxyThatIsNotNamed() {
    assertThat(ClientAddress.areAlike(false, "https://our.example", false, false)).isTrue();
    assertThat(ClientAddress.areAlike(false, "http://our.example", false, true)).isTrue();
    assertThat(ClientAddress.areAlike(true, "https://our.example", false, true)).isFalse();
    assertThat(ClientAddress.areAlike(false, "https://our.example", true, false)).isFalse();
    assertThat(ClientAddress.areAlike(false, "http://127.0.0.1:8080", false, false)).isFalse();
  }
}
