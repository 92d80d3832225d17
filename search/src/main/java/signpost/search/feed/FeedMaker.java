package signpost.search.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.Explanation;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.ResourceEvent.GuideListed;
import signpost.search.api.SearchAddress;
import signpost.search.index.JoinedPage;
import signpost.search.index.StrangersText;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageWords;
import signpost.search.query.SearchHit;
import signpost.search.query.SearchRequest;
import signpost.search.query.SearchResults;

/** Makes feeds of answers. What names a thing in them depends on nothing but the thing. */
@Singleton
final class FeedMaker {
  private final String site;

  FeedMaker(@Value("${signpost.public-url}") String site) {
    this.site = site.replaceFirst("/+$", "");
  }

  /**
   * The pages that have the words as asked; one entry each, which moves up when it changes. Words
   * we would mend or relax for a reader find nothing here: a feed speaks when its words come up.
   */
  WebFeed search(SearchRequest need, SearchResults answers) {
    boolean asAsked = answers.corrected().isEmpty() && !answers.relaxed();
    List<WebFeed.FeedEntry> entries =
        answers.hits().stream()
            .filter(_ -> asAsked)
            .flatMap(FeedMaker::page)
            .flatMap(page -> entry(page).stream())
            .toList();
    String words = StrangersText.brief(need.text(), 100);
    String title = words.isEmpty() ? "Everything we know" : "Search for “" + words + "”";
    String address = SearchAddress.feed(need);
    return feed(address, title, address.replaceFirst("\\.atom", ""), entries);
  }

  /** {@code address} is the feed's own. */
  WebFeed changes(String address, String page, List<PageChanged> changes) {
    return feed(address, "What changed", page, changes.stream().map(this::entry).toList());
  }

  /** What an owner was told. */
  WebFeed own(OwnerFeedApi.FeedReply feed) {
    List<WebFeed.FeedEntry> entries =
        feed.entries().stream()
            .map(it ->
                new WebFeed.FeedEntry(
                    id("message", it.id()),
                    it.subject(),
                    it.at(),
                    site + "/yours/link",
                    Optional.empty(),
                    it.text()))
            .toList();
    return feed("/yours/feed", "What you were told", "/yours/link", entries);
  }

  /** What happened to the resources of a guide: their changes, and what its owners were told. */
  WebFeed guide(GuideListed guide, List<PageChanged> changes, List<FindingChanged> findings) {
    List<WebFeed.FeedEntry> entries = new ArrayList<>(changes.stream().map(this::entry).toList());
    findings.stream()
        .filter(finding -> finding.kind() != FindingKind.CHANGED)
        .map(this::entry)
        .forEach(entries::add);
    String page = PageFormat.guide(guide.guide());
    return feed(page + ".atom", guide.title(), page, entries);
  }

  private WebFeed feed(String address, String title, String page, List<WebFeed.FeedEntry> entries) {
    return new WebFeed(
        id("feed", address), title + " – Signpost", site + address, site + page, entries);
  }

  private static Stream<JoinedPage> page(SearchHit hit) {
    return switch (hit) {
      case SearchHit.PageHit(var page, var _, var _, var _, var _, var _, var _) -> Stream.of(page);
      case SearchHit.GuideHit _ -> Stream.empty();
    };
  }

  /** Nothing of a page that was never read. */
  private Optional<WebFeed.FeedEntry> entry(JoinedPage page) {
    String lead = page.page().map(it -> it.lead()).orElse("");
    String trouble =
        page.explanation()
            .filter(words -> !words.asksNothing())
            .map(Explanation::meaning)
            .orElse("");
    return page.newsAt()
        .map(at ->
            new WebFeed.FeedEntry(
                id("page", page.url()),
                page.title(),
                at,
                site + PageFormat.resource(page.url()),
                original(page.url()),
                sentences(trouble, lead)));
  }

  private WebFeed.FeedEntry entry(PageChanged change) {
    String url = change.page().value();
    String note = change.publisherNote().map(it -> "The publisher’s note: " + it).orElse("");
    return new WebFeed.FeedEntry(
        id("change", change.revisionId()),
        change.title(),
        change.confirmedAt(),
        site + PageFormat.revision(url, change.revision()),
        original(url),
        sentences(change.summary(), note));
  }

  private WebFeed.FeedEntry entry(FindingChanged finding) {
    Explanation words = finding.explanation();
    return new WebFeed.FeedEntry(
        id("finding", finding.finding()),
        "“" + PageWords.subject(finding) + "” " + finding.called().happened(),
        finding.resolvedAt().orElse(finding.openedAt()),
        site + PageWords.address(finding),
        original(finding.subject()),
        finding.resolvedAt().isPresent()
            ? "Resolved."
            : sentences(words.reason(), words.meaning(), words.fix()));
  }

  private static Optional<String> original(String url) {
    return Optional.of(url).filter(PageFormat::isLink);
  }

  private static String sentences(String... all) {
    return String.join(" ", Stream.of(all).filter(it -> !it.isBlank()).toList());
  }

  private static String id(String kind, String name) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes((kind + "|" + name).getBytes(UTF_8));
  }
}
