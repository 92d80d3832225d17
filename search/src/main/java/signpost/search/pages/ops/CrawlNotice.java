package signpost.search.pages.ops;

import io.micronaut.http.HttpParameters;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.search.api.SearchParameters;
import signpost.search.pages.IngestApi;
import signpost.search.pages.ops.CrawlPages.IngestReplied;

/** What ops just did, to what, and how many pages that made due. */
record CrawlNotice(CrawlAction did, String to, int pages) {

  /** What can be done, and what can come of it. */
  enum CrawlAction {
    PAUSED,
    RESUMED,
    ADDRESS,
    HOST,
    GUIDE,
    SOURCE,
    UNKNOWN,
    AWAY,
    UNCLEAR,
    REFUSED;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Optional<CrawlNotice> of(HttpParameters parameters) {
    String wire = SearchParameters.once(parameters, "did").orElse("");
    String to = SearchParameters.once(parameters, "to").orElse("");
    int pages =
        SearchParameters.once(parameters, "n")
            .filter(n -> n.matches("\\d{1,7}"))
            .map(Integer::valueOf)
            .orElse(0);
    return Arrays.stream(CrawlAction.values())
        .filter(did -> did.wire().equals(wire))
        .findFirst()
        .map(did -> new CrawlNotice(did, to, pages));
  }

  /** As a sentence or two, with what holds a visit up. */
  String words(Optional<IngestReplied> told, Instant now) {
    List<IngestApi.HostStatus> hosts = told.map(IngestReplied::hosts).orElse(List.of());
    return switch (did) {
      case PAUSED -> "Paused " + to + pause(hosts, now) + ". It is asked for nothing meanwhile.";
      case RESUMED -> "Resumed " + to + ".";
      case ADDRESS -> to + " is next in line." + hindrance(hosts, now);
      case HOST -> queued("on " + to) + hindrance(hosts, now);
      case GUIDE -> queued("of the guide “" + title(told, IngestReplied::guides) + "”");
      case SOURCE -> queued("of the source " + title(told, IngestReplied::sources));
      case UNKNOWN -> "The crawler does not know " + to + ". Nothing was changed.";
      case AWAY -> "The crawler does not answer. Nothing was changed.";
      case UNCLEAR ->
          "The crawler gave no answer that we can read. It may have done it all the same: look again"
              + " in a minute.";
      case REFUSED -> "The crawler does not let search in. Nothing was changed.";
    };
  }

  private String queued(String where) {
    String are = pages == 1 ? " is" : " are";
    return CrawlWords.addresses(pages)
        + " "
        + where
        + are
        + " due now. Each host is asked at its own pace.";
  }

  private String title(
      Optional<IngestReplied> told,
      java.util.function.Function<IngestReplied, List<IngestApi.ListingStatus>> of) {
    return told.map(of).stream()
        .flatMap(List::stream)
        .filter(listing -> listing.id().equals(to))
        .map(IngestApi.ListingStatus::title)
        .findFirst()
        .orElse(to);
  }

  private String pause(List<IngestApi.HostStatus> hosts, Instant now) {
    return paused(hosts)
        .map(host -> " " + PauseLength.words(host.pausedUntil(), now))
        .findFirst()
        .orElse("");
  }

  private String hindrance(List<IngestApi.HostStatus> hosts, Instant now) {
    return paused(hosts)
        .map(host -> " But its host is paused " + PauseLength.words(host.pausedUntil(), now) + ".")
        .findFirst()
        .orElse("");
  }

  private Stream<IngestApi.HostStatus> paused(List<IngestApi.HostStatus> hosts) {
    return hosts.stream()
        .filter(IngestApi.HostStatus::paused)
        .filter(host -> to.equals(host.host()) || to.startsWith(host.host() + "/"));
  }
}
