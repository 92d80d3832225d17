package signpost.successor;

import signpost.url.WebUrl;

/** What is believed of where a page went, and why, in a sentence. */
public sealed interface SuccessorOutcome {
  String reason();

  /** Sure enough to be offered in place of the old address. */
  record Offer(WebUrl url, String title, double probability, String reason)
      implements SuccessorOutcome {}

  /** Worth a look by somebody before it is used. */
  record Hint(WebUrl url, String title, double probability, String reason)
      implements SuccessorOutcome {}

  /** The page is at its address again: whatever the visits before it saw. */
  record StillThere() implements SuccessorOutcome {
    @Override
    public String reason() {
      return "It is still at its address";
    }
  }

  /** Nothing that we would tell. */
  record Nothing(String reason) implements SuccessorOutcome {}
}
