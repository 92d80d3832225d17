package signpost.bench.noise;

import java.util.Set;
import org.jsoup.nodes.Document;
import signpost.events.ChangeKind;

/** Something somebody writes on a page, which its readers' guides must hear of. */
public interface PageEdit {
  /** Makes an edit. */
  @FunctionalInterface
  interface EditAction {
    /** Whether there was a place on the page to write it. */
    boolean write(Document page);
  }

  String name();

  /** What may be told first; more than one where readers would accept either. */
  Set<ChangeKind> expected();

  /** What it means to readers makes it matter at least so much, 0 to 1. */
  default double leastImportance() {
    return 0;
  }

  /** Whether it is told of a page that leads on to others, whose running words are not. */
  default boolean toldOfLanding() {
    return true;
  }

  /** Whether the page had a place for it. */
  boolean make(Document page);
}
