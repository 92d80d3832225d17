package signpost.notifier.message;

import java.util.List;
import java.util.Optional;

/**
 * A short mail: words and links. {@code unsubscribe}: where one POST ends mails of its kind, if
 * they go on.
 */
public record ShortMail(
    String subject, List<String> paragraphs, List<MailLink> links, Optional<String> unsubscribe) {
  public ShortMail {
    paragraphs = List.copyOf(paragraphs);
    links = List.copyOf(links);
  }

  /** A mail with one link. */
  public ShortMail(String subject, List<String> paragraphs, String label, String link) {
    this(subject, paragraphs, List.of(new MailLink(label, link)), Optional.empty());
  }

  /** A link and its words. */
  public record MailLink(String label, String url) {}
}
