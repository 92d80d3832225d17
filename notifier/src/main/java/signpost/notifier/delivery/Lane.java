package signpost.notifier.delivery;

import java.util.Optional;
import java.util.Set;

/**
 * What goes to one receiver, one message after another: everything of some channels, or what one
 * owner is sent by them. Nobody on another lane waits for it.
 */
record Lane(Set<String> channels, Optional<String> owner) {
  Lane {
    channels = Set.copyOf(channels);
  }

  static Lane ofAll(Set<String> channels) {
    return new Lane(channels, Optional.empty());
  }

  static Lane of(String owner, Set<String> channels) {
    return new Lane(channels, Optional.of(owner));
  }
}
