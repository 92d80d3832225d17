package signpost.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.catalogue.MailAddress;
import signpost.notifier.message.OutgoingMail;

class MimeMailTest {
  private static OutgoingMail to(String address, String name) {
    return new OutgoingMail(
        address,
        name,
        "Subject",
        "text",
        "<p>html",
        "<1@signpost.example>",
        Optional.empty(),
        Instant.EPOCH,
        Optional.empty());
  }

  @Test
  void whateverTheRuleTakesTheMailLibraryTakesAsItIs() throws Exception {
    String letters = "ab.+-_'!#$%&*/=?^`{|}~@é\u200B\u3002 \"(),:;<>[\\]\0";
    Random random = new Random(19);
    int taken = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(1 + random.nextInt(9), 0, letters.length())
          .forEach(at -> text.append(letters.charAt(at)));
      Optional<MailAddress> address = MailAddress.parse(text + "@b." + text.charAt(0) + "x");
      if (address.isPresent()) {
        taken++;
        String words = address.get().toString();
        assertThat(new InternetAddress(words, true).getAddress()).isEqualTo(words);
      }
    }
    assertThat(taken).isGreaterThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mk",
        "mk@council..example",
        "mk@council.example.",
        "mk.@council.example",
        "mk@council_x.example",
        "mk@council.example\r\nBcc: all@council.example"
      })
  void addressThatNoMailCanCarryIsSaidToBeOne(String address) {
    assertThat(MimeMail.of(to(address, "Mary"), "signpost@council.example"))
        .isInstanceOf(MimeMail.MimeUnwritable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Mary", "Mary \"Q\" Kay", "Märy", "Mary\r\nBcc: all@council.example", "\0"})
  void namesAreCarriedWhateverTheyAre(String name) {
    assertThat(MimeMail.of(to("mk@council.example", name), "signpost@council.example"))
        .isInstanceOf(MimeMail.MimeWritten.class);
  }
}
