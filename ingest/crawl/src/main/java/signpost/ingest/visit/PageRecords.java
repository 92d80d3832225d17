package signpost.ingest.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import signpost.events.PageEvent;
import signpost.events.PageEvent.PageLink;
import signpost.events.PageEvent.PageRead;
import signpost.events.PageEvent.PageTranslation;
import signpost.events.ShortenedText;
import signpost.ingest.frontier.KnownTarget;
import signpost.revision.kind.SpokenLanguage;
import signpost.revision.noise.RevisionState;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.extract.Outlink;
import signpost.web.extract.ReadablePage;
import signpost.web.extract.TextBlock;
import signpost.web.extract.Translation;

/**
 * What a reading becomes on the wire. Whatever a page holds, its record fits into a topic: text,
 * links and headings each have a length that they keep to.
 */
final class PageRecords {
  private static final int MOST_LINKS = 2_000;
  private static final int MOST_HEADINGS = 500;
  private static final int MOST_LINK_CHARACTERS = 512 * 1024;
  private static final int MOST_HEADING_CHARACTERS = 64 * 1024;
  private static final int MOST_TITLE = 4 * 1024;

  private PageRecords() {}

  static PageRead of(
      KnownTarget target,
      ReadablePage page,
      WebUrl finalUrl,
      Instant fetchedAt,
      RevisionState state) {
    String text = page.text();
    boolean truncated = text.length() > PageEvent.MAX_TEXT;
    return new PageRead(
        target.url(),
        finalUrl.href(),
        ShortenedText.to(MOST_TITLE, page.title()),
        ShortenedText.to(MOST_TITLE, page.lead()),
        ShortenedText.to(PageEvent.MAX_TEXT, text),
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

  private static List<String> headings(ReadablePage page) {
    List<String> headings =
        page.blocks().stream()
            .filter(block -> block.kind() == TextBlock.BlockKind.HEADING)
            .map(TextBlock::text)
            .limit(MOST_HEADINGS)
            .toList();
    return first(headings, String::length, MOST_HEADING_CHARACTERS);
  }

  private static List<PageTranslation> translations(List<Translation> translations) {
    return translations.stream()
        .map(it -> new PageTranslation(it.language(), CanonicalUrl.of(it.url())))
        .toList();
  }

  private static List<PageLink> links(List<Outlink> outlinks) {
    List<PageLink> links =
        outlinks.stream()
            .filter(link -> link.url().web())
            .map(link -> new PageLink(CanonicalUrl.of(link.url()), link.text(), link.heading()))
            .limit(MOST_LINKS)
            .toList();
    return first(links, PageRecords::length, MOST_LINK_CHARACTERS);
  }

  private static int length(PageLink link) {
    return link.url().value().length() + link.text().length() + link.heading().length();
  }

  /** As many from the beginning as keep to a length. */
  private static <T> List<T> first(List<T> all, ToIntFunction<T> length, int most) {
    List<T> fitting = new ArrayList<>();
    int sum = 0;
    for (T one : all) {
      sum += length.applyAsInt(one);
      if (sum > most) {
        break;
      }
      fitting.add(one);
    }
    return List.copyOf(fitting);
  }
}
