package signpost.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.strings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MailAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@library.example",
        "ann.lee+guides@library.example",
        "Ann.O'Brien@care.library.example",
        "ann_lee@library.example",
        "a-b@long-name.library.example",
        "a@1st.example",
        "+@library.example",
        "!#$%&'*/=?^`{|}~@library.example",
        "docs@site.localhost"
      })
  void whatPeopleHaveIsTakenAsWritten(String text) {
    assertThat(MailAddress.parse(text)).map(MailAddress::toString).hasValue(text);
  }

  @ParameterizedTest
  @CsvSource({
    "ann@Library.EXAMPLE, ann@library.example",
    "Ann@bücherei.example, Ann@xn--bcherei-n2a.example",
    "ann@llyfrgell。example, ann@llyfrgell.example",
    "ann@XN--a.example, ann@xn--a.example"
  })
  void domainsAreWrittenAsMailServersKnowThem(String text, String address) {
    assertThat(MailAddress.parse(text)).map(MailAddress::toString).hasValue(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | it is empty",
        "library.example | there is no @ in it",
        "@library.example | nothing stands before the @",
        "ann@ | nothing stands after the @",
        "ann@library@example.org | there is more than one @ in it; write one address",
        "ann lee@library.example | there is a blank or a line break in it",
        "ann@library.example. | what stands after the @ begins or ends with a dot",
        "ann@.library.example | what stands after the @ begins or ends with a dot",
        "ann@library..example | two dots stand together in it",
        "ann..lee@library.example | two dots stand together in it",
        "ann.@library.example | what stands before the @ begins or ends with a dot",
        ".ann@library.example | what stands before the @ begins or ends with a dot",
        "ann@library_x.example | after the @ only letters, digits, dots and hyphens can stand",
        "ann@library.example:25 | after the @ only letters, digits, dots and hyphens can stand",
        "ann@[192.0.2.1] | after the @ only letters, digits, dots and hyphens can stand",
        "ann@-library.example | what stands after the @ is no name of a domain",
        "ann@library-.example | what stands after the @ is no name of a domain",
        "ann@localhost | what stands after the @ has no ending such as .uk or .org",
        "ann@library | what stands after the @ has no ending such as .uk or .org",
        "ann@library.x | what stands after the @ has no ending such as .uk or .org",
        "ann@192.0.2.1 | what stands after the @ has no ending such as .uk or .org"
      })
  void whatNoMailServerTakesIsRefusedInWords(String text, String problem) {
    assertThat(MailAddress.problem(text)).hasValue(problem);
    assertThat(MailAddress.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"ann\"@library.example",
        "ann(work)@library.example",
        "ann<lee>@library.example",
        "ann,lee@library.example",
        "ann\\lee@library.example",
        "änn@library.example",
        "😀@library.example"
      })
  void whatCannotStandBeforeTheSignIsRefused(String text) {
    assertThat(MailAddress.problem(text))
        .hasValueSatisfying(it -> assertThat(it).contains("before the @"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0", "\r\nBcc: x", "\t", "\u007F"})
  void nothingCanBeSlippedIntoAnEnvelope(String slipped) {
    assertThat(MailAddress.parse("ann@library.example" + slipped)).isEmpty();
    assertThat(MailAddress.parse("ann" + slipped + "@library.example")).isEmpty();
  }

  @Test
  void partsEndWhereTheStandardSays() {
    String label = "b".repeat(63);
    assertThat(MailAddress.parse("a".repeat(64) + "@library.example")).isPresent();
    assertThat(MailAddress.parse("a".repeat(65) + "@library.example")).isEmpty();
    assertThat(MailAddress.parse("a@" + label + ".example")).isPresent();
    assertThat(MailAddress.parse("a@" + label + "b.example")).isEmpty();
    String domain = String.join(".", label, label, label, "c".repeat(60));
    assertThat(MailAddress.parse("a@" + domain)).isPresent();
    assertThat(MailAddress.problem("aa@" + domain)).hasValue("it is longer than 254 letters");
  }

  @Test
  void aMachinesOwnAddressIsForSettingsOnly() {
    assertThat(MailAddress.configured("ops@localhost")).isPresent();
    assertThat(MailAddress.configured("ops@local")).isEmpty();
    assertThat(MailAddress.parse("ops@localhost")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  ann@library.example \n",
        "ann@library.example;",
        "ann@library.example, ",
        "Ann Lee <ann@library.example>",
        "\"Lee, Ann\" <ann@library.example>;",
        "<ann@library.example>",
        "'ann@library.example'",
        "“ann@library.example”",
        "mailto:ann@library.example",
        "MAILTO:ann@library.example?subject=Hello",
        "Ann Lee <mailto:ann@library.example>",
        "ann@library.example<mailto:ann@library.example>",
        "mailto:ann%40library.example",
        "\u00A0ann@library.example\u00A0",
        "\u200Bann@library.example\uFEFF",
        "\u202Aann@library.example\u202C",
        "ann@\u200Blibrary.\u00ADexample",
        "\u3000ann@library.example\u2003"
      })
  void aPastedAddressIsFound(String pasted) {
    assertThat(MailAddress.unwrapped(pasted)).isEqualTo("ann@library.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@library.example.",
        "ann@library.example; bob@library.example",
        "Ann <ann@library.example>, Bob <bob@library.example>",
        "ann@library.example\0",
        "mailto:ann@library.example%0D%0ABcc:bob@library.example",
        "Ann Lee ann@library.example"
      })
  void aPastedTextThatIsNotOneAddressIsNotMadeOne(String pasted) {
    assertThat(MailAddress.parse(MailAddress.unwrapped(pasted))).isEmpty();
  }

  @Test
  void aPlusInAPastedLinkStaysAPlus() {
    assertThat(MailAddress.unwrapped("mailto:ann+a%2Bb@library.example"))
        .isEqualTo("ann+a+b@library.example");
  }

  @ParameterizedTest
  @CsvSource({
    "ann+one@library.example, ann@library.example",
    "ANN+a+b@Library.example, ann@library.example",
    "ann.lee@library.example, ann.lee@library.example",
    "annlee@library.example, annlee@library.example",
    "+x@library.example, +x@library.example"
  })
  void tagsAndCapitalsLeadToOneMailbox(String text, String mailbox) {
    assertThat(MailAddress.parse(text)).map(MailAddress::mailbox).hasValue(mailbox);
  }

  @Test
  void whatIsTakenIsTakenAgainAndNothingIsThrown() {
    qt().forAll(
            strings().allPossible().ofLengthBetween(0, 40),
            strings().ascii().ofLengthBetween(0, 40))
        .checkAssert((one, other) -> {
          String text = MailAddress.unwrapped(one + "@" + other + ".example");
          MailAddress.parse(text)
              .ifPresent(it -> assertThat(MailAddress.parse(it.toString())).hasValue(it));
        });
  }

  @Test
  void whatHasNoEndIsRefusedAtOnce() {
    for (String part : new String[] {" ", "(", "<", "a.", "é", "@", "mailto:"}) {
      String endless = part.repeat(64 * 1024);
      assertThat(MailAddress.parse(MailAddress.unwrapped(endless))).isEmpty();
      assertThat(MailAddress.parse("a@" + endless)).isEmpty();
    }
  }

  @Test
  void noneCanBeMadeThatIsNone() {
    assertThatThrownBy(() -> new MailAddress("ann.", "library.example"))
        .hasMessageContaining("begins or ends with a dot");
  }
}
