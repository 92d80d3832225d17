package signpost.tools.repair;

import signpost.url.WebUrl;

/**
 * An address in a part of a file, from offset to offset of its text.
 *
 * @param range as it stands there
 * @param what it stands in, in a few words: what a person would look for
 * @param words the link's own, or those that show the address
 * @param kept a place of the page that is written elsewhere and so stays; may be empty
 */
record AddressSpot(
    AddressUse use,
    PartRange range,
    WebUrl url,
    String what,
    String words,
    String kept,
    FilePlace place) {
  /** Where, in which part of the file; a text has one, whose name is empty. */
  record PartRange(String part, int from, int to) {}
}
