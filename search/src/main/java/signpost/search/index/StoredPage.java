package signpost.search.index;

import java.util.List;
import signpost.events.PageEvent.PageLink;
import signpost.events.PageEvent.PageRead;

/** A page without its text, which the index keeps once, in the field that is searched. */
final class StoredPage {
  private StoredPage() {}

  static PageRead brief(PageRead page) {
    return withText(page, "");
  }

  /** Without its headings and links too: what a result shows. */
  static PageRead card(PageRead page) {
    return with(page, "", List.of(), List.of());
  }

  static PageRead withText(PageRead page, String text) {
    return with(page, text, page.headings(), page.outlinks());
  }

  private static PageRead with(
      PageRead page, String text, List<String> headings, List<PageLink> outlinks) {
    return new PageRead(
        page.page(),
        page.finalUrl(),
        page.title(),
        page.lead(),
        text,
        page.truncated(),
        headings,
        page.language(),
        outlinks,
        page.media(),
        page.pages(),
        page.fetchedAt(),
        page.changedAt(),
        page.source(),
        page.fingerprint(),
        page.ignored(),
        page.translations());
  }
}
