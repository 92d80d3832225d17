package signpost.search.mcp;

import java.util.List;

/** The versions of the protocol that are spoken here. */
final class McpVersion {
  private static final String WITH_BATCHES = "2025-03-26";
  private static final String NEWEST = "2025-11-25";
  private static final List<String> ALL = List.of(WITH_BATCHES, "2025-06-18", NEWEST);

  private McpVersion() {}

  static boolean isKnown(String version) {
    return ALL.contains(version);
  }

  /** Batches came with one version and went with the next. */
  static boolean takesBatches(String version) {
    return version.equals(WITH_BATCHES);
  }

  /** What is spoken with whoever asks for a version: that, or the newest we know. */
  static String agreed(String asked) {
    return isKnown(asked) ? asked : NEWEST;
  }

  static String known() {
    return String.join(", ", ALL);
  }
}
