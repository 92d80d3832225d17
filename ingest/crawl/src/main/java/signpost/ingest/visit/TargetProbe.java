package signpost.ingest.visit;

import signpost.url.WebUrl;

/**
 * A request that is sent for a target in place of its next visit, so that it keeps robots.txt and
 * the host's pace as any visit does.
 */
public sealed interface TargetProbe {
  WebUrl address();

  /** Whether the answer is a page, to be read as one. */
  default boolean isPage() {
    return switch (this) {
      case NotFoundProbe _ -> true;
      case ChangeNoteProbe _ -> false;
    };
  }

  /** An address beside the target that cannot exist: how does the server say "not found"? */
  record NotFoundProbe(WebUrl address) implements TargetProbe {}

  /** The publisher's API: what does it say changed? */
  record ChangeNoteProbe(WebUrl address) implements TargetProbe {}
}
