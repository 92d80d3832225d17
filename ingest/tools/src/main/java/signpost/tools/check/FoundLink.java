package signpost.tools.check;

/** A link as it was found; line and column count from 1, and are 0 where they mean nothing. */
record FoundLink(String href, int line, int column, String element, String text) {
  /** What a form posts to, and what a browser posts to when a link is followed. */
  static final String FORM_POST = "form post";

  static final String PING = "ping";

  private static final int LONGEST = 80;

  FoundLink {
    text = clean(text);
  }

  /** One line, with single blanks, of at most so many characters. */
  private static String clean(String text) {
    var out = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < text.length() && out.length() <= LONGEST; i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0') {
        gap = !out.isEmpty();
      } else {
        out.append(gap ? " " : "").append(c);
        gap = false;
      }
    }
    if (out.length() <= LONGEST) {
      return out.toString();
    }
    int end = Character.isHighSurrogate(out.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
    return out.substring(0, end) + "…";
  }

  FoundLink saying(String words) {
    return words.isBlank() ? this : new FoundLink(href, line, column, element, words);
  }

  /** Whether browsers only ever post there: what it answers when asked says nothing. */
  boolean posted() {
    return element.equals(FORM_POST) || element.equals(PING);
  }

  /** Whether sites that share the page go there, who know its address and not its base. */
  boolean shared() {
    return element.startsWith("og:") || element.startsWith("twitter:");
  }

  /** Whether what it leads to is a part of the page, as a stylesheet is. */
  boolean partOfPage() {
    return element.equals("stylesheet") || element.equals("@import") || element.equals("sitemap");
  }
}
