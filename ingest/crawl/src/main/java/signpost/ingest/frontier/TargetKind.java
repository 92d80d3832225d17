package signpost.ingest.frontier;

/** Why a target is watched. Wire names are stored: do not rename. */
public enum TargetKind {
  /** A guide's own page. */
  GUIDE,
  /** Something a guide signposts to. */
  RESOURCE,
  /** A page of a crawled source. */
  SOURCE_PAGE,
  /** A link on a resource or on a page of a source. */
  OUTLINK;

  /** Whether its text is read, kept and searched, and the links it holds are watched too. */
  public boolean isRead() {
    return this != OUTLINK;
  }
}
