package signpost.search;

import jakarta.inject.Singleton;
import signpost.search.intake.SearchIntake;

/** What has happened and is not yet seen on pages. */
@Singleton
public final class SearchBacklog {
  private final SearchIntake intake;

  SearchBacklog(SearchIntake intake) {
    this.intake = intake;
  }

  /**
   * Records behind the log end in the topics search reads that the searcher does not show yet. At
   * least 1 while Kafka cannot be asked.
   */
  public long lag() {
    return intake.lag();
  }
}
