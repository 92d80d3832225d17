package signpost.search.index;

import signpost.events.PageEvent.PageRead;

/** A page without its text, which the index keeps once, in the field that is searched. */
final class StoredPage {
  private StoredPage() {}

  static PageRead brief(PageRead page) {
    return withText(page, "");
  }

  static PageRead withText(PageRead page, String text) {
    return new PageRead(
        page.page(),
        page.finalUrl(),
        page.title(),
        page.lead(),
        text,
        page.truncated(),
        page.headings(),
        page.language(),
        page.outlinks(),
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
