package signpost.notifier.desk;

import java.util.Optional;
import signpost.catalogue.MailAddress;
import signpost.notifier.answer.OneLine;

/** What somebody typed or pasted where an address is asked for. */
sealed interface Typed {
  /** It is one. */
  record Usable(MailAddress address) implements Typed {}

  /** It is none; {@code problem} says so in sentences. */
  record Unusable(String problem) implements Typed {}

  static Typed of(String words) {
    String bare = MailAddress.unwrapped(words);
    Optional<MailAddress> address = MailAddress.parse(bare);
    if (address.isPresent()) {
      return new Usable(address.get());
    }
    String shown = OneLine.of(bare, 80);
    return new Unusable(
        shown.isEmpty()
            ? "Write an email address, such as mary@council.gov.uk."
            : "“"
                + shown
                + "” is no email address we can write to: "
                + MailAddress.problem(bare).orElse("")
                + ".");
  }
}
