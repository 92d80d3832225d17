package signpost.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import signpost.events.FindingEvent.FindingKind;

/**
 * How an owner wants to be told, by kind; what is not named comes at once when it is urgent and
 * with the day's summary when it is not. {@code mail} is false for whoever wants no mail at all.
 */
public record Preferences(Map<FindingKind, TellingFrequency> byKind, boolean mail) {
  public static final Preferences USUAL = new Preferences(Map.of(), true);

  /** For machines, which sort by themselves. */
  public static final Preferences ALL_AT_ONCE = allAtOnce();

  public Preferences {
    byKind = Map.copyOf(byKind);
  }

  /** How soon a finding of this kind is told. */
  public TellingFrequency of(FindingKind kind, boolean urgent) {
    return byKind.getOrDefault(kind, usual(urgent));
  }

  /**
   * How soon a kind is told to whoever says nothing of it; nothing where that depends on the
   * finding.
   */
  public static Optional<TellingFrequency> usual(FindingKind kind) {
    return kind.isUrgent().map(Preferences::usual);
  }

  private static TellingFrequency usual(boolean urgent) {
    return urgent ? TellingFrequency.IMMEDIATE : TellingFrequency.DAILY;
  }

  /** The same, wanting mail or none. */
  @JsonIgnore
  public Preferences withMail(boolean wanted) {
    return new Preferences(byKind, wanted);
  }

  private static Preferences allAtOnce() {
    Map<FindingKind, TellingFrequency> all = new EnumMap<>(FindingKind.class);
    for (FindingKind kind : FindingKind.values()) {
      all.put(kind, TellingFrequency.IMMEDIATE);
    }
    return new Preferences(all, true);
  }
}
