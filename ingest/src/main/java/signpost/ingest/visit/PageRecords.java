package signpost.ingest.visit;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import signpost.events.CanonicalUrl;
import signpost.events.PageEvent;
import signpost.events.PageEvent.PageLink;
import signpost.events.PageEvent.PageRead;
import signpost.events.PageEvent.PageTranslation;
import signpost.events.WebUrl;
import signpost.ingest.extract.Block;
import signpost.ingest.extract.Outlink;
import signpost.ingest.extract.ReadablePage;
import signpost.ingest.extract.Translation;
import signpost.ingest.revision.RevisionState;
import signpost.ingest.revision.SpokenLanguage;

/** What a reading becomes on the wire. */
final class PageRecords {
  private static final int MOST_LINKS = 2_000;
  private static final int MOST_HEADINGS = 500;

  private PageRecords() {}

  static PageRead of(
      Known target, ReadablePage page, WebUrl finalUrl, Instant fetchedAt, RevisionState state) {
    String text = page.text();
    boolean truncated = text.length() > PageEvent.MAX_TEXT;
    return new PageRead(
        target.url(),
        finalUrl.href(),
        page.title(),
        page.lead(),
        truncated ? cut(text) : text,
        truncated,
        headings(page),
        SpokenLanguage.of(page),
        links(page.outlinks()),
        page.media().name().toLowerCase(java.util.Locale.ROOT),
        page.pages(),
        fetchedAt,
        state.changedAt(),
        target.source(),
        page.fingerprint(),
        state.ignored(),
        translations(page.translations()));
  }

  /** Never between the halves of a surrogate pair. */
  private static String cut(String text) {
    int end = PageEvent.MAX_TEXT;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private static List<String> headings(ReadablePage page) {
    return page.blocks().stream()
        .filter(block -> block.kind() == Block.Kind.HEADING)
        .map(Block::text)
        .limit(MOST_HEADINGS)
        .toList();
  }

  private static List<PageTranslation> translations(List<Translation> translations) {
    return translations.stream()
        .map(it -> new PageTranslation(it.language(), CanonicalUrl.of(it.url())))
        .toList();
  }

  private static List<PageLink> links(List<Outlink> outlinks) {
    return outlinks.stream()
        .filter(link -> link.url().web())
        .flatMap(PageRecords::link)
        .limit(MOST_LINKS)
        .toList();
  }

  private static Stream<PageLink> link(Outlink link) {
    return Stream.of(new PageLink(CanonicalUrl.of(link.url()), link.text(), link.heading()));
  }
}
