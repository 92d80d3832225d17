package signpost.notifier.delivery;

/**
 * Where an owner's machine is told. {@code secret} signs what is sent (Standard Webhooks: base64 of
 * 32 bytes).
 */
public record WebhookEndpoint(String owner, String url, String secret, EndpointState state) {
  /** Whether it may be used. */
  public enum EndpointState {
    /** It has not yet said that it wants this. */
    UNVERIFIED,
    READY,
    /** It said 410 Gone. */
    DISABLED
  }
}
