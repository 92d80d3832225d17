package signpost.web.health;

/** What the other pages of its host say while a page answers "not found". */
public enum HostNeighbours {
  /** Enough of them are well: this page is gone by itself. */
  WELL,
  /** Others that were there turned missing with it, as in a bad deployment, or a rebuilt site. */
  MISSING_TOO,
  /** Too few are there to ask, or they have not answered well. */
  UNKNOWN
}
