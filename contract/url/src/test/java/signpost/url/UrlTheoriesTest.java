package signpost.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** What holds for every text, every host and every address: theories, shrunk when they fail. */
final class UrlTheoriesTest {
  private static final int SEED = 20_261_123;

  private static Gen<String> host() {
    return strings().betweenCodePoints(0x20, 0x10FFFF).ofLengthBetween(1, 12);
  }

  @Test
  void anyTextParsesOrSaysWhyNot() {
    qt().withFixedSeed(SEED)
        .forAll(strings().allPossible().ofLengthBetween(0, 60))
        .checkAssert(text ->
            assertThat(WebUrl.parse(text).isPresent())
                .isNotEqualTo(WebUrl.problem(text).isPresent()));
  }

  @Test
  void whatIsSerialisedParsesToItself() {
    qt().withFixedSeed(SEED)
        .forAll(host(), strings().allPossible().ofLengthBetween(0, 30))
        .checkAssert((host, rest) -> {
          Optional<WebUrl> url = WebUrl.parse("https://" + host + "/" + rest);
          url.ifPresent(it -> assertThat(WebUrl.parse(it.href())).contains(it));
        });
  }

  @Test
  void identityOfAnIdentityIsItself() {
    List<String> parameters = List.of("utm_a=1", "a", "fbclid", "", "%75tm_x", "cn-reloaded=", "é");
    qt().withFixedSeed(SEED)
        .forAll(
            lists().of(integers().between(0, parameters.size() - 1)).ofSizeBetween(0, 5),
            strings().betweenCodePoints(0x61, 0x7A).ofLengthBetween(0, 8))
        .checkAssert((chosen, path) -> {
          String query = String.join("&", chosen.stream().map(parameters::get).toList());
          CanonicalUrl.parse("http://A.example/" + path + "?" + query + "#x")
              .ifPresent(id -> {
                assertThat(CanonicalUrl.of(id.url())).isEqualTo(id);
                assertThat(id.value()).doesNotContain("utm_", "fbclid", "cn-reloaded", "#");
              });
        });
  }

  @Test
  void namesInAsciiStayAsTheyAre() {
    qt().withFixedSeed(SEED)
        .forAll(host())
        .checkAssert(host ->
            Idna.toAscii(host).ifPresent(ascii -> assertThat(Idna.toAscii(ascii)).hasValue(ascii)));
  }

  @Test
  void anAddressIsJudgedTheSameHoweverItIsWritten() {
    qt().withFixedSeed(SEED)
        .forAll(integers().all())
        .checkAssert(bits -> {
          long number = Integer.toUnsignedLong(bits);
          String decimal = WebUrl.of("http://" + number + "/").host();
          String octal = WebUrl.of("http://0" + Long.toOctalString(number) + "/").host();
          String hex = WebUrl.of("http://0x" + Long.toHexString(number) + "./").host();
          assertThat(octal).isEqualTo(decimal).isEqualTo(hex);
          boolean refused = refuses(decimal);
          assertThat(refuses(six("::ffff:", bits))).isEqualTo(refused);
          assertThat(refuses(six("64:ff9b::", bits))).isEqualTo(refused);
        });
  }

  private static String six(String prefix, int bits) {
    return prefix + Integer.toHexString(bits >>> 16) + ":" + Integer.toHexString(bits & 0xFFFF);
  }

  private static boolean refuses(String literal) {
    return AddressGuard.strict().judge(InetAddress.ofLiteral(literal), 80)
        instanceof AddressGuard.AddressVerdict.Refused;
  }

  @Test
  void ipv6IsReadAsJavaReadsIt() {
    qt().withFixedSeed(SEED)
        .forAll(lists().of(integers().between(0, 255)).ofSize(16))
        .checkAssert(octets -> {
          byte[] bytes = new byte[16];
          for (int i = 0; i < 16; i++) {
            bytes[i] = octets.get(i).byteValue();
          }
          String host = WebUrl.of("http://[" + address(bytes).getHostAddress() + "]/").host();
          assertThat(InetAddress.ofLiteral(host.substring(1, host.length() - 1)))
              .isEqualTo(address(bytes));
        });
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
