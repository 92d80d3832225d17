package signpost.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * UTS #46 as the URL standard asks for it: CheckBidi, CheckJoiners, no CheckHyphens, no lengths.
 */
final class IdnaTest {
  @ParameterizedTest
  @CsvSource({
    "faß.example, xn--fa-hia.example",
    "\u1E9E.example, xn--zca.example",
    "ς, xn--3xa",
    "Å, xn--5ca",
    "\u212B, xn--5ca",
    "ﬁ, fi",
    "½, xn--12-c6t",
    "㋿, xn--nnqt1l",
    "℀, a/c",
    "a\u2260b, xn--ab-miv",
    "a\u0338=b, xn--a=b-ujc",
    "a=\u0338b, xn--ab-miv",
    "a\uFE0Fb, ab",
    "a\u3002b, a.b",
    "a\uFF61b, a.b",
    "a..b, a..b",
    ".a, .a",
    "a., a.",
    "-a-, -a-",
    "ab--c, ab--c",
    "a_b, a_b",
    "क्\u200Dष, xn--11b2ezcw70k",
    "XN--ZCA, xn--zca",
    "אב, xn--4dbc",
    "א1, xn--1-zhc",
    "ب\u0660, xn--ngb6i",
    "😀, xn--e28h"
  })
  void namesAreMappedAndEncoded(String name, String ascii) {
    assertThat(Idna.toAscii(name).orElse("failure")).isEqualTo(ascii);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "é.xn--",
        "é.xn--a",
        "é.xn--abc-",
        "xn--a-yoc.é",
        "xn--5cad\u0301",
        "\u0301a",
        "a\u200Cb",
        "a\u200Db",
        "\u200D",
        "אa",
        "1א",
        "א.1a",
        "א1\u0660",
        "\u0663",
        "a\u202Eb",
        "a\uFFFDb",
        "\uD800",
        "\uFDD0",
        "\uE000",
        "a\u2028b\u0001\u00E9\u0378"
      })
  void namesThatAreNoneAreRefused(String name) {
    assertThat(Idna.toAscii(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "xn--, xn--",
    "xn--a, xn--a",
    "xn--ABC-, xn--abc-",
    "xn--a-yoc, xn--a-yoc",
    "Xn--Zn7c.com, xn--zn7c.com",
    "xn--0.x, xn--0.x",
    "10.0.0.xn--j6h, 10.0.0.xn--j6h"
  })
  void whatIsAsciiIsKeptInLowerCase(String name, String ascii) {
    assertThat(Idna.toAscii(name)).hasValue(ascii);
  }

  @Test
  void lengthsAreForTheNameServersToJudge() {
    assertThat(Idna.toAscii("a".repeat(300))).hasValue("a".repeat(300));
    assertThat(Idna.toAscii("é" + "a".repeat(100))).isPresent();
  }

  @Test
  void aNameWithoutEndIsNotWorthItsTime() {
    assertThat(Idna.toAscii("é日".repeat(200_000))).isEmpty();
  }
}
