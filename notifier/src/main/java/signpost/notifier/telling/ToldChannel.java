package signpost.notifier.telling;

import signpost.catalogue.Owner;
import signpost.catalogue.Preferences;
import signpost.notifier.decision.TellingPolicy;

/** A channel an owner is told by, and the rules there. Each has a log of its own. */
record ToldChannel(String channel, TellingPolicy policy, boolean machine) {

  /** Machines take everything at once; people choose. */
  Preferences preferences(Owner owner) {
    return machine ? Preferences.ALL_AT_ONCE : owner.preferences();
  }
}
