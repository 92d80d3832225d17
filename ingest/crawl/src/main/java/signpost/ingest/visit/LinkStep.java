package signpost.ingest.visit;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.Source;
import signpost.ingest.frontier.KnownTarget;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.frontier.TargetStore;
import signpost.ingest.frontier.TargetStore.TargetReference;
import signpost.ingest.frontier.WatchedUrl;
import signpost.record.meter.SignpostMeter;
import signpost.url.AddressLength;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.extract.Outlink;

/**
 * Watches what a page links to: a link of a resource as a link, a link of a source's page as a
 * further page where the source's rules and budget allow it. A target has one entry however many
 * pages refer to it.
 */
@Singleton
final class LinkStep {
  private final TargetWatching watching;
  private final ActiveSources sources;
  private final OwnPages ownPages;
  private final MeterRegistry meters;

  LinkStep(
      TargetWatching watching, ActiveSources sources, OwnPages ownPages, MeterRegistry meters) {
    this.watching = watching;
    this.sources = sources;
    this.ownPages = ownPages;
    this.meters = meters;
  }

  /** Follows what was read and, of a source's page, what else it links to. */
  void follow(
      Handle handle, KnownTarget page, List<Outlink> read, List<WebUrl> everywhere, Instant now) {
    Map<CanonicalUrl, Outlink> links = new LinkedHashMap<>();
    Map<CanonicalUrl, Set<String>> fragments = new HashMap<>();
    Stream<Outlink> menus =
        everywhere.stream().map(url -> new Outlink(url, "", "", Optional.empty()));
    for (Outlink link : Stream.concat(read.stream(), menus).toList()) {
      if (link.url().web() && !link.url().hasUserinfo() && mayFollow(link.url(), page)) {
        CanonicalUrl url = CanonicalUrl.of(link.url());
        links.putIfAbsent(url, link);
        link.url()
            .fragment()
            .ifPresent(it -> fragments.computeIfAbsent(url, _ -> new TreeSet<>()).add(it));
      }
    }
    links.remove(page.url());
    List<WatchedUrl> watches = watches(handle, page, links, now);
    watching.begin(handle, watches);
    TargetStore.refers(handle, page.url(), references(watches, links, fragments))
        .forEach(gone -> watching.endLink(handle, gone, now));
  }

  private boolean mayFollow(WebUrl url, KnownTarget page) {
    Optional<String> reason =
        UrlTraps.reason(url, page.depth() + 1)
            .or(() ->
                AddressLength.fit(page.url().value(), CanonicalUrl.identity(url))
                    ? Optional.empty()
                    : Optional.of("too-long"));
    reason.ifPresent(why -> SignpostMeter.LINKS_DROPPED.count(meters, why));
    return reason.isEmpty();
  }

  private List<WatchedUrl> watches(
      Handle handle, KnownTarget page, Map<CanonicalUrl, Outlink> links, Instant now) {
    Optional<Source> source = page.source().flatMap(sources::byId);
    int room = source.map(it -> it.maxPages() - TargetStore.pagesOf(handle, it.id())).orElse(0);
    List<WatchedUrl> watches = new ArrayList<>();
    for (var link : links.entrySet()) {
      WebUrl url = link.getValue().url().withoutFragment();
      boolean inside = source.filter(it -> it.covers(url)).isPresent();
      boolean known =
          inside && TargetStore.isPageOf(handle, link.getKey(), source.orElseThrow().id());
      boolean further = inside && (known || room > 0);
      if (!further && source.isPresent() && !source.get().ours()) {
        continue; // nobody here can mend the links that lead out of other people's sites
      }
      if (further && !known) {
        room--;
        ownPages.found(handle, source.orElseThrow(), link.getKey(), now);
      }
      watches.add(watch(page, link.getKey(), url, further, now));
    }
    return watches;
  }

  private static WatchedUrl watch(
      KnownTarget page, CanonicalUrl url, WebUrl request, boolean further, Instant now) {
    return new WatchedUrl(
        url,
        request.href(),
        further ? TargetKind.SOURCE_PAGE : TargetKind.OUTLINK,
        false,
        further ? page.source() : Optional.empty(),
        page.depth() + 1,
        now);
  }

  private static List<TargetReference> references(
      List<WatchedUrl> watches,
      Map<CanonicalUrl, Outlink> links,
      Map<CanonicalUrl, Set<String>> fragments) {
    return watches.stream()
        .map(watch -> {
          Outlink link = links.get(watch.url());
          return new TargetReference(
              watch.url(),
              link == null ? "" : link.text(),
              link == null ? "" : link.heading(),
              fragments.getOrDefault(watch.url(), Set.of()));
        })
        .toList();
  }
}
