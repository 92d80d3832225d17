package signpost.notifier.message;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A message as it is sent, each time it is sent: {@code messageId} with its angle brackets, so that
 * receivers recognise a repeat; {@code inReplyTo} the message that told of the same thing before;
 * {@code unsubscribe} where one POST ends these mails (RFC 8058).
 */
public record OutgoingMail(
    String to,
    String toName,
    String subject,
    String text,
    String html,
    String messageId,
    Optional<String> inReplyTo,
    Instant date,
    Optional<String> unsubscribe) {
  public OutgoingMail {
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(inReplyTo, "inReplyTo");
    Objects.requireNonNull(unsubscribe, "unsubscribe");
  }

  /** The same words to somebody else, as a delivery of its own that ends nobody's mails. */
  public OutgoingMail insteadTo(String address, String before, String delivery) {
    String domain = messageId.substring(messageId.indexOf('@'));
    return new OutgoingMail(
        address,
        "",
        before + subject,
        text,
        html,
        "<" + delivery + domain,
        inReplyTo,
        date,
        Optional.empty());
  }
}
