package signpost.web.extract;

/** What people come to a web page for. */
public enum PageKind {
  /** To read one text: a guide, a story, a report. */
  ARTICLE,
  /** To choose among things of one kind: cards, goods. */
  COLLECTION,
  /** To look up how something works. */
  DOCUMENTATION,
  /** What people asked and answered. */
  FORUM,
  /** To go on from a list: entries, results, fixtures. */
  LISTING,
  /** One thing to buy, with its facts. */
  PRODUCT,
  /** What somebody offers, and how to get it. */
  SERVICE
}
