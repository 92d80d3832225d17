package signpost.tools.check;

/** Where a target is linked: a page or file, the place in it, and the fragment asked for. */
record LinkReference(
    String page, int line, int column, String element, String text, String fragment) {

  /** Of what was given, which stands nowhere. */
  static LinkReference given(String fragment) {
    return new LinkReference("", 0, 0, "", "", fragment);
  }
}
