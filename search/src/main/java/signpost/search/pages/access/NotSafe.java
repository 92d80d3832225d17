package signpost.search.pages.access;

/** Why nobody signs in where others could read along. */
final class NotSafe {
  static final String WORDS =
      "Nobody can sign in at an address that begins with http, as others could read along. Whoever"
          + " runs Signpost has to set signpost.public-url to one that begins with https.";

  private NotSafe() {}
}
