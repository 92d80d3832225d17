package signpost.catalogue;

/** How soon an owner wants to hear of a kind of finding. */
public enum TellingFrequency {
  IMMEDIATE,
  DAILY,
  WEEKLY,
  OFF
}
