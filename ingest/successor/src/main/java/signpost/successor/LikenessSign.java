package signpost.successor;

/** What is measured of a candidate beside the remembered page; each from 0 to 1. */
public enum LikenessSign {
  /** Whether the title is the old one or the words of a link to it, by how much those tell. */
  SAME_TITLE,
  /** What the title has in common with the old one, or with the words of a link to it. */
  TITLE,
  /** How much of the old title one of its headings has: pages that were merged. */
  TITLE_IN_HEADING,
  /** How much of the old text stands in it, by runs of four words. */
  KEPT,
  /** The same by pairs of telling words: a page that was written anew keeps its terms. */
  PAIRS,
  /** How alike their words are, by how much those tell (cosine). */
  WORDS,
  /** What the last steps of the addresses have in common. */
  SLUG,
  /** By how much it has more of the old text than the next candidate (of square roots). */
  KEPT_ALONE,
  /** By how much it has more of the old pairs than the next candidate (of square roots). */
  PAIRS_ALONE,
  /** By how much its words are more alike than the next candidate's. */
  WORDS_ALONE,
  /** By how much its title and address are more alike than the next candidate's. */
  NAME_ALONE,
  /** Whether it is another kind of medium. */
  OTHER_MEDIA,
  /** Whether the publisher names it, at the old address or in its records. */
  STATED,
  /** Whether it is listed as the old one was: on a page, or in its publication. */
  LISTED
}
