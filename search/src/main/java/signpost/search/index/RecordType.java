package signpost.search.index;

import java.util.Locale;

/** What a document of the index stands for. */
public enum RecordType {
  /** A page that was read, or a resource that some guide places. */
  RESOURCE,
  /** A link whose health is watched and of which nothing else is known. */
  TARGET,
  GUIDE,
  CHANGE,
  FINDING,
  /** A link went from one state of health to another. */
  TRANSITION,
  /** Trouble of a whole host. */
  INCIDENT;

  /** As it stands in the index and in the API. */
  public String token() {
    return name().toLowerCase(Locale.ROOT);
  }
}
