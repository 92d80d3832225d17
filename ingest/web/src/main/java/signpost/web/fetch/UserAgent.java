package signpost.web.fetch;

/** Who we say we are. */
final class UserAgent {
  private static final String VERSION = "0.1";

  private UserAgent() {}

  /** {@code Signpost/x.y (+contact)}: who we are, and where a publisher can reach us. */
  static String of(String contact) {
    String safe = contact.replaceAll("[\\p{Cntrl}()]", "").strip();
    return "Signpost/" + VERSION + (safe.isEmpty() ? "" : " (+" + safe + ")");
  }
}
