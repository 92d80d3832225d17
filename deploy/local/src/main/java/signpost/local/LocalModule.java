package signpost.local;

import java.util.Locale;

/** One of the three parts that run in a Micronaut context of their own. */
public enum LocalModule {
  /** Crawls, judges, publishes. */
  INGEST,
  /** Index, pages and API. */
  SEARCH,
  /** Findings and mails. */
  NOTIFIER;

  /** As in its configuration and its folder. */
  public String lowerCase() {
    return name().toLowerCase(Locale.ROOT);
  }
}
