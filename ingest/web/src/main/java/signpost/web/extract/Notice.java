package signpost.web.extract;

import java.util.Optional;
import signpost.url.WebUrl;

/** What a publisher says, on the page itself, about the page no longer being current. */
public record Notice(NoticeKind kind, String text, Optional<WebUrl> replacement) {

  /** How the page stopped being current. */
  public enum NoticeKind {
    WITHDRAWN,
    SUPERSEDED,
    ARCHIVED
  }

  public Notice {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a notice without words");
    }
  }
}
