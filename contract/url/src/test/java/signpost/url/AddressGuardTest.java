package signpost.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.url.AddressGuard.AddressVerdict;

final class AddressGuardTest {
  private static final AddressGuard STRICT = AddressGuard.strict();

  private static boolean allowed(AddressGuard guard, String address, int port) {
    return guard.judge(InetAddress.ofLiteral(address), port) instanceof AddressVerdict.Allowed;
  }

  private static AddressGuard allowing(String... ranges) {
    return new AddressGuard(Stream.of(ranges).map(IpRange::of).toList(), Set.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "168.63.129.15",
        "172.15.255.255",
        "172.32.0.0",
        "177.0.0.1",
        "192.0.1.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2606:4700::1",
        "2a00:1450:4009::200e",
        "2620:4f:8000::1",
        "64:ff9b::808:808",
        "2002:808:808::1"
      })
  void publicAddressesMayBeDialled(String address) {
    assertThat(allowed(STRICT, address, 80)).isTrue();
    assertThat(allowed(STRICT, address, 443)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.0",
        "100.127.255.255",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.255",
        "168.63.129.16",
        "169.254.1.1",
        "169.254.169.254",
        "172.16.0.0",
        "172.31.255.255",
        "192.0.0.0",
        "192.0.0.192",
        "192.0.2.7",
        "192.88.99.1",
        "192.168.0.1",
        "198.18.0.0",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::808:808",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "100::1",
        "100:0:0:1::1",
        "2001::1",
        "2001:2::1",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:a00:1::",
        "2001:0:808:808::80ff:fffe",
        "3fff::1",
        "4000::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fd20:ce::254",
        "fdff::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "2a00:1450::5efe:10.0.0.1",
        "2a00:1450::200:5efe:7f00:1"
      })
  void specialAddressesMayNot(String address) {
    assertThat(STRICT.judge(InetAddress.ofLiteral(address), 80))
        .isInstanceOfSatisfying(
            AddressVerdict.Refused.class, refused -> assertThat(refused.reason()).isNotBlank());
  }

  @Test
  void onlyTheWebsPortsMayBeDialled() {
    assertThat(allowed(STRICT, "1.1.1.1", 22)).isFalse();
    assertThat(allowed(STRICT, "1.1.1.1", 8080)).isFalse();
    assertThat(allowed(new AddressGuard(List.of(), Set.of(8080)), "1.1.1.1", 8080)).isTrue();
    assertThat(allowed(new AddressGuard(List.of(), Set.of(8080)), "10.0.0.1", 8080)).isFalse();
  }

  @Test
  void rangesAreLetThroughOnTheirPort() {
    AddressGuard guard =
        allowing("127.0.0.1/32:8600", "10.0.0.0/8", "[fd00::/8]:8443", "::1/128:*");
    assertThat(allowed(guard, "127.0.0.1", 8600)).isTrue();
    assertThat(allowed(guard, "127.0.0.1", 80)).isFalse();
    assertThat(allowed(guard, "127.0.0.2", 8600)).isFalse();
    assertThat(allowed(guard, "10.9.8.7", 443)).isTrue();
    assertThat(allowed(guard, "10.9.8.7", 6379)).isFalse();
    assertThat(allowed(guard, "fd12::1", 8443)).isTrue();
    assertThat(allowed(guard, "fd12::1", 443)).isFalse();
    assertThat(allowed(guard, "::1", 4711)).isTrue();
    assertThat(allowed(guard, "::ffff:10.9.8.7", 80)).as("Java unwraps mapped ones").isTrue();
    assertThat(allowed(guard, "64:ff9b::a09:807", 80)).as("but not translated ones").isFalse();
  }

  @Test
  void metadataIsNeverLetThrough() {
    AddressGuard open = allowing("0.0.0.0/0:*", "::/0:*");
    for (String address :
        List.of(
            "169.254.169.254",
            "168.63.129.16",
            "100.100.100.200",
            "fd00:ec2::254",
            "64:ff9b::a9fe:a9fe",
            "2002:a9fe:a9fe::1",
            "::169.254.169.254")) {
      assertThat(allowed(open, address, 80)).as(address).isFalse();
    }
    assertThat(allowed(open, "169.254.1.1", 80)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://library.example/",
        "file:///etc/passwd",
        "mailto:ann@library.example",
        "https://me@library.example/",
        "https://me:word@library.example/",
        "http://127.0.0.1/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://10.1.2.3/a",
        "http://192.168.0.1./",
        "http://169.254.169.254/",
        "http://[::1]/",
        "http://[fd00::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://localhost/",
        "http://LOCALHOST./",
        "http://guide.localhost/"
      })
  void noReaderIsSentWhereTheWebIsNot(String url) {
    assertThat(AddressGuard.strict().linkRefusal(WebUrl.of(url))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://library.example/a?b#c",
        "http://library.example:8080/",
        "https://8.8.8.8/",
        "https://localhost.example/",
        "https://127.0.0.1.example/",
        "https://1.example/"
      })
  void readersMayBeSentToTheWeb(String url) {
    assertThat(AddressGuard.strict().linkRefusal(WebUrl.of(url))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://1../", "http://../", "http://1.2.3.4../", "http://1.2./"})
  void namesOfDotsAndNumbersAreJudgedLikeAnyName(String url) {
    WebUrl.parse(url)
        .ifPresent(it -> assertThat(AddressGuard.strict().linkRefusal(it)).isNotNull());
  }

  @Test
  void whatTheCrawlerMayVisitReadersMayBeSentTo() {
    AddressGuard guard = allowing("127.0.0.1/32:8600");
    assertThat(guard.linkRefusal(WebUrl.of("http://guide.localhost:8600/a"))).isEmpty();
    assertThat(guard.linkRefusal(WebUrl.of("http://guide.localhost:8601/a"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0",
        "10.0.0.0/33",
        "10.0.0/8",
        "::/129",
        "localhost/8",
        "10.0.0.0/8:0",
        "10.0.0.0/8:65536",
        "10.0.0.0/8:http",
        "0177.0.0.1/8x"
      })
  void rangesThatAreNoneAreRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> IpRange.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("127.0.0.1/32:8600");
  }
}
