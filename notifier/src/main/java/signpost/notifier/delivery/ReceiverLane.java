package signpost.notifier.delivery;

import java.util.Optional;
import java.util.Set;

/**
 * What goes to one receiver, one message after another: everything of some channels, or what one
 * owner is sent by them. Nobody on another lane waits for it.
 */
record ReceiverLane(Set<String> channels, Optional<String> owner) {
  ReceiverLane {
    channels = Set.copyOf(channels);
  }

  static ReceiverLane ofAll(Set<String> channels) {
    return new ReceiverLane(channels, Optional.empty());
  }

  static ReceiverLane of(String owner, Set<String> channels) {
    return new ReceiverLane(channels, Optional.of(owner));
  }
}
