package signpost.notifier.desk;

import java.util.Optional;
import signpost.catalogue.MailAddress;
import signpost.notifier.answer.OneLine;

/** What somebody typed or pasted where an address is asked for. */
sealed interface TypedAddress {
  /** It is one. */
  record UsableAddress(MailAddress address) implements TypedAddress {}

  /** It is none; {@code problem} says so in sentences. */
  record UnusableAddress(String problem) implements TypedAddress {}

  static TypedAddress of(String words) {
    String bare = MailAddress.unwrapped(words);
    Optional<MailAddress> address = MailAddress.parse(bare);
    if (address.isPresent()) {
      return new UsableAddress(address.get());
    }
    String shown = OneLine.of(bare, 80);
    return new UnusableAddress(
        shown.isEmpty()
            ? "Write an email address, such as mary@council.gov.uk."
            : "“"
                + shown
                + "” is no email address we can write to: "
                + MailAddress.problem(bare).orElse("")
                + ".");
  }
}
