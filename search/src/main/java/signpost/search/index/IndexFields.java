package signpost.search.index;

import java.util.List;
import java.util.stream.Stream;

/** The names of the index's fields, and which of them are searched, counted or only kept. */
public final class IndexFields {
  public static final String KEY = "key";
  public static final String TYPE = "type";

  public static final String TITLE = "title";
  public static final String HEADINGS = "headings";
  public static final String LEAD = "lead";
  public static final String BODY = "body";
  public static final String PLACEMENTS = "placements";
  public static final String URL_WORDS = "url";

  /** All words of a document, each counted by the weight of where it stands: what is ranked by. */
  public static final String ALL = "all";

  /** What the page is about, as a point near those of pages like it. */
  public static final String VECTOR = "vector";

  /**
   * The key of the passage the vector was made of, or {@link #WANTED} where it is still to come.
   */
  static final String EMBEDDED = "embedded";

  static final String WANTED = "wanted";

  /** Words as written, lower case: what spelling is checked against. */
  public static final String WORDS = "words";

  /** Whole titles and link texts, so that typing one finds it first. */
  public static final String EXACT = "exact";

  /** Titles and link texts as people read them, found by the beginnings of their words. */
  public static final String SUGGEST = "suggest";

  /** The questions for which a guide puts pages first, as {@link PinnedQuestion} has them. */
  public static final String PINNED = "pinned";

  public static final String HOST = "host";
  public static final String PAGE = "page";
  public static final String GUIDES = "guides";
  public static final String STATE = "state";
  public static final String FINAL_URL = "final";

  /** A number for {@link #FINAL_URL}, the same for pages that end at the same address. */
  public static final String END = "end";

  /** A number for all that can be read there, the same for copies of one page. */
  public static final String CONTENT = "content";

  /** A number for the address itself, and one for its health: see {@link PlacedStates}. */
  static final String ADDRESS = "address";

  static final String FARES = "fares";

  /** The guides whose owners have answered what ails the page. */
  static final String ANSWERED = "answered";

  public static final String CHANGED_AT = "changed";
  public static final String AT = "at";
  public static final String WEIGHT = "weight";
  public static final String PLACED = "placed";

  static final String EVENT = "event";
  static final String CARD = "card";
  static final String PART_RESOURCE = "part.resource";
  static final String PART_PAGE = "part.page";
  static final String PART_HEALTH = "part.health";
  static final String PART_CHANGE = "part.change";
  static final String PART_FINDING = "part.finding";

  /** Facets: what results can be narrowed by, each value with a count. */
  public static final List<String> FACETS =
      List.of(
          "nation",
          "publisher",
          PageFacets.ROLE,
          "level",
          "type",
          "format",
          "language",
          "health",
          "guide",
          "label");

  /** What results can be narrowed by: the facets, and the exact host. */
  public static final List<String> FILTERS =
      Stream.concat(FACETS.stream(), Stream.of(HOST)).toList();

  private IndexFields() {}
}
