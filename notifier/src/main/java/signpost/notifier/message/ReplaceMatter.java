package signpost.notifier.message;

import java.util.Optional;

/**
 * What a link to replace many at once is about: a guide, a site's origin, and the owner who was
 * told. Whoever reads the message may be another, and sees what this owner has.
 */
public record ReplaceMatter(String guide, String host, String owner) {
  /** As a link's words have it. */
  String subject() {
    return String.join(" ", guide, host, owner);
  }

  /** What a link's words say; nothing where they are no such words. */
  public static Optional<ReplaceMatter> read(String subject) {
    String[] parts = subject.split(" ", -1);
    return parts.length == 3
        ? Optional.of(new ReplaceMatter(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }
}
