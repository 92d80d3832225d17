package signpost.sample.noise;

import org.jsoup.nodes.Document;

/** One way in which a page differs from visit to visit though nobody has written on it. */
public interface NoiseKind {
  /** What is done to a copy of a page at one visit. */
  @FunctionalInterface
  interface NoiseEdit {
    void on(Document page, NoisyVisit moment);
  }

  String name();

  /** The same page and moment give the same result. */
  void disturb(Document page, NoisyVisit moment);

  /** Whether this visit does not show what the author wrote last: an old copy, half a page. */
  default boolean hides(NoisyVisit moment) {
    return false;
  }

  /** How many changes of one page may be told before it is known for what it is. */
  default int allowed() {
    return 0;
  }
}
