package signpost.search.pages.owner;

import signpost.search.pages.PageFormat;

/**
 * Whose own page it is, as its addresses and forms say it: {@code t}, the words of a link in a
 * mail; or {@code as}, who is meant of those who read at the address of whoever is signed in.
 */
record OwnKey(String name, String value) {
  static OwnKey link(String token) {
    return new OwnKey("t", token);
  }

  static OwnKey signedIn(String reader) {
    return new OwnKey("as", reader);
  }

  /** As the query of an address. */
  String query() {
    return name + "=" + PageFormat.encoded(value);
  }
}
