package signpost.notifier.message;

import java.util.List;
import java.util.Optional;

/**
 * A short mail: words, and links behind them. {@code unsubscribe}: where one POST ends mails of its
 * kind, if they go on.
 */
public record ShortMail(String subject, List<MailPart> parts, Optional<String> unsubscribe) {
  public ShortMail {
    parts = List.copyOf(parts);
  }

  /** A mail with one link. */
  public ShortMail(String subject, List<String> paragraphs, String label, String link) {
    this(
        subject,
        List.of(new MailPart(paragraphs, List.of(new MailLink(label, link)))),
        Optional.empty());
  }

  /** Paragraphs, and links that belong to them. */
  public record MailPart(List<String> paragraphs, List<MailLink> links) {
    public MailPart {
      paragraphs = List.copyOf(paragraphs);
      links = List.copyOf(links);
    }
  }

  /** A link and its words, which may be a stranger's. */
  public record MailLink(String label, String url) {}
}
