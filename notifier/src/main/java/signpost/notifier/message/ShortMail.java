package signpost.notifier.message;

import java.util.List;

/** A short mail: {@code link} is where it leads, {@code label} the link's words. */
public record ShortMail(String subject, List<String> paragraphs, String label, String link) {
  public ShortMail {
    paragraphs = List.copyOf(paragraphs);
  }
}
