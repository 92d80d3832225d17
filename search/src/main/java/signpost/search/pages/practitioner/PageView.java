package signpost.search.pages.practitioner;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.events.Explanation;
import signpost.events.GoneKind;
import signpost.events.LinkHealth;
import signpost.events.PageEvent.PageRead;
import signpost.events.PageEvent.PageTranslation;
import signpost.events.PageSuccessor;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.search.index.CuratorLabel;
import signpost.search.index.JoinedPage;
import signpost.search.pages.HealthWords;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageWords;

/** One page or resource as every list shows it. */
record PageView(JoinedPage page, HealthWords health, Instant now) {
  private static final int MOST_TRANSLATIONS = 12;
  private static final String OPEN = "Open";

  static PageView of(JoinedPage page, Instant now) {
    return new PageView(
        page, page.probable() ? HealthWords.UNCONFIRMED : HealthWords.of(page.fares()), now);
  }

  String url() {
    return page.url();
  }

  String title() {
    return page.title();
  }

  Optional<Explanation> words() {
    return page.explanation();
  }

  /** Where it moved to, or what stands in its place, as far as told and worth a link. */
  Optional<String> replacement() {
    return page.newHome().filter(PageFormat::isLink);
  }

  /** "Replaced by" or "Now at". */
  String replacementLabel() {
    return page.fares() instanceof LinkHealth.Moved ? "Now at" : "Replaced by";
  }

  /** Where it seems to be now, as far as told and worth a link. */
  Optional<FoundPage> found() {
    return page.successor()
        .flatMap(FoundPage::of)
        .filter(_ -> replacement().isEmpty())
        .filter(it -> PageFormat.isLink(it.url()));
  }

  /** A page that was found, and the words before it. */
  record FoundPage(String label, String url, String title, String reason) {
    static Optional<FoundPage> of(PageSuccessor found) {
      return switch (found) {
        case PageSuccessor.Offered(String url, String title, String reason) ->
            Optional.of(new FoundPage("It seems to be here now", url, title, reason));
        case PageSuccessor.Hinted(String url, String title, String reason) ->
            Optional.of(new FoundPage("Perhaps it is here now; look first", url, title, reason));
        case PageSuccessor.NotFound _ -> Optional.empty();
      };
    }
  }

  /** The page's own words about its end, where the reason does not give them yet. */
  Optional<String> quote() {
    return page.fares() instanceof LinkHealth.GoneInPlace gone
        ? Optional.of(gone.words())
            .filter(quote -> !quote.isBlank() && !PageFormat.isLink(quote))
            .filter(quote -> words().filter(it -> it.reason().contains(quote)).isEmpty())
        : Optional.empty();
  }

  /** What its address is called: only what readers find there is to be opened. */
  String opening() {
    return switch (page.fares()) {
      case LinkHealth.Broken _ -> "It was at";
      case LinkHealth.Moved _ -> "Old address";
      case LinkHealth.GoneInPlace gone -> opening(gone.kind());
      case LinkHealth.Ok _,
          LinkHealth.Suspect _,
          LinkHealth.Blocked _,
          LinkHealth.TlsProblem _,
          LinkHealth.NotChecked _,
          LinkHealth.Unknown _ ->
          OPEN;
    };
  }

  private static String opening(GoneKind kind) {
    return switch (kind) {
      case WITHDRAWN, SUPERSEDED, ARCHIVED -> "Old page";
      case SOFT_404, REDIRECTED_HOME, OTHER_OWNER, PARKED_DOMAIN, HIJACKED, OTHER_SUBJECT ->
          "It was at";
    };
  }

  boolean opens() {
    return opening().equals(OPEN);
  }

  /** Why nobody looked, where nobody did. */
  Optional<String> whyNotChecked() {
    return page.fares() instanceof LinkHealth.NotChecked(var why) && !page.probable()
        ? Optional.of(why)
        : Optional.empty();
  }

  /** What we know of an address that nobody has confirmed; nothing where somebody has. */
  Optional<String> unconfirmed() {
    if (!page.probable()) {
      return Optional.empty();
    }
    String found =
        page.page()
            .map(it -> "What we found there is called “" + PageFormat.brief(it.title(), 160) + "”.")
            .orElse("We have not read anything there yet.");
    return Optional.of("This is probably its address, but nobody has confirmed it. " + found);
  }

  /** "Wales · PDF, 187 pages · Welsh": what it is, where known. */
  String kind() {
    return Stream.of(page.resource().flatMap(ResourceListed::nation), format(), language())
        .flatMap(Optional::stream)
        .map(PageFormat::text)
        .collect(Collectors.joining(" · "));
  }

  String checked() {
    return page.checkedAt()
        .map(at -> "Checked " + PageFormat.ago(at, now))
        .orElse("Not checked yet");
  }

  Optional<String> changed() {
    return page.changedAt().map(at -> "Changed " + PageFormat.ago(at, now));
  }

  /** The page in other languages: its most, where it is translated into very many. */
  List<PageTranslation> translations() {
    return page.page().map(PageRead::translations).orElse(List.of()).stream()
        .limit(MOST_TRANSLATIONS)
        .toList();
  }

  List<CuratorLabel> labels() {
    return CuratorLabel.of(page.resource().map(ResourceListed::labels).orElse(List.of()));
  }

  Optional<String> format() {
    return page.page()
        .filter(it -> !it.media().equals("html"))
        .map(it ->
            PageWords.format(it.media())
                + (it.pages() > 0 ? ", " + PageFormat.count(it.pages(), "page") : ""));
  }

  private Optional<String> language() {
    return page.page()
        .flatMap(it -> it.language())
        .filter(tag -> !tag.toLowerCase(java.util.Locale.ROOT).startsWith("en"))
        .map(PageWords::language);
  }
}
