package signpost.ingest.visit;

import signpost.url.WebUrl;

/**
 * Something asked for a target in place of its next visit, so that robots.txt and the host's pace
 * hold for it as for any other.
 */
public sealed interface Errand {
  WebUrl address();

  /** Whether the answer is a page, to be read as one. */
  default boolean isPage() {
    return switch (this) {
      case Sibling _ -> true;
      case Note _ -> false;
    };
  }

  /** An address beside the target that cannot exist: how does the server say "not found"? */
  record Sibling(WebUrl address) implements Errand {}

  /** The publisher's API: what does it say changed? */
  record Note(WebUrl address) implements Errand {}
}
