package signpost.notifier.message;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A message as it is sent, each time it is sent: {@code messageId} with its angle brackets, so that
 * receivers recognise a repeat; {@code inReplyTo} the message that told of the same thing before.
 */
public record Mail(
    String to,
    String toName,
    String subject,
    String text,
    String html,
    String messageId,
    Optional<String> inReplyTo,
    Instant date) {
  public Mail {
    Objects.requireNonNull(to, "to");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(inReplyTo, "inReplyTo");
  }
}
