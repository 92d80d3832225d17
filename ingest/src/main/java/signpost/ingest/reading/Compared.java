package signpost.ingest.reading;

import signpost.ingest.revision.PageDiff;

/** Two pages that were read, and what Signpost makes of their difference. */
public record Compared(Extracted.Page before, Extracted.Page after, PageDiff diff) {

  public static Compared of(Extracted.Page before, Extracted.Page after) {
    boolean siteRoot = after.url().path().equals("/");
    return new Compared(before, after, PageDiff.between(before.page(), after.page(), siteRoot));
  }
}
