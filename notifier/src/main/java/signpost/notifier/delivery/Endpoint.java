package signpost.notifier.delivery;

/**
 * Where an owner's machine is told. {@code secret} signs what is sent (Standard Webhooks: base64 of
 * 32 bytes).
 */
public record Endpoint(String owner, String url, String secret, State state) {
  /** Whether it may be used. */
  public enum State {
    /** It has not yet said that it wants this. */
    UNVERIFIED,
    READY,
    /** It said 410 Gone. */
    DISABLED
  }
}
