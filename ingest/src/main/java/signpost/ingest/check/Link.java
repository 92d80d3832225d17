package signpost.ingest.check;

/** A link as it was found; line and column count from 1, and are 0 where they mean nothing. */
record Link(String href, int line, int column, String element, String text) {
  private static final int LONGEST = 80;

  Link {
    String clean = text.strip().replaceAll("\\s+", " ");
    text = clean.length() > LONGEST ? clean.substring(0, LONGEST - 1) + "…" : clean;
  }

  /** Whether what it leads to is a part of the page, as a stylesheet is. */
  boolean partOfPage() {
    return element.equals("stylesheet") || element.equals("@import") || element.equals("sitemap");
  }
}
