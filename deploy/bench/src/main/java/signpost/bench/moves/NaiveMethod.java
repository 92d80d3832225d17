package signpost.bench.moves;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import signpost.bench.moves.WholeSite.SitePage;

/** What one would try first: the page of the site that is most alike, if it is alike enough. */
enum NaiveMethod {
  /** Words of the last step of the address (Jaccard). */
  SLUG(0.6) {
    @Override
    double likeness(SitePage old, SitePage page) {
      return overlap(old.slug(), page.slug());
    }
  },
  /** Words of the title (Jaccard). */
  TITLE(0.7) {
    @Override
    double likeness(SitePage old, SitePage page) {
      return overlap(old.title(), page.title());
    }
  },
  /** Words of the text (cosine of TF-IDF). */
  WORDS(0.4) {
    @Override
    double likeness(SitePage old, SitePage page) {
      return old.text().cosine(page.text());
    }
  },
  /** The mean of the three. */
  MEAN(0.5) {
    @Override
    double likeness(SitePage old, SitePage page) {
      return (SLUG.likeness(old, page) + TITLE.likeness(old, page) + WORDS.likeness(old, page)) / 3;
    }
  };

  private final double enough;

  NaiveMethod(double enough) {
    this.enough = enough;
  }

  abstract double likeness(SitePage old, SitePage page);

  /** The path that is offered. */
  Optional<String> offer(SitePage old, WholeSite site) {
    return site.pages().stream()
        .max(Comparator.comparingDouble(it -> likeness(old, it)))
        .filter(it -> likeness(old, it) >= enough)
        .map(SitePage::path);
  }

  private static double overlap(Set<String> some, Set<String> others) {
    Set<String> either = new HashSet<>(some);
    either.addAll(others);
    Set<String> both = new HashSet<>(some);
    both.retainAll(others);
    return either.isEmpty() ? 0 : (double) both.size() / either.size();
  }
}
