package signpost.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a target fails. The evidence each one needs stands in ingest's table. */
public enum FailureClass {
  @JsonProperty("not-found")
  NOT_FOUND,
  @JsonProperty("gone")
  GONE,
  /** Any other 4xx that is neither a wall nor a rate limit. */
  @JsonProperty("client-error")
  CLIENT_ERROR,
  @JsonProperty("server-error")
  SERVER_ERROR,
  /** NXDOMAIN: the name does not exist. */
  @JsonProperty("unknown-host")
  UNKNOWN_HOST,
  /** SERVFAIL or no answer from the name servers. */
  @JsonProperty("dns-trouble")
  DNS_TROUBLE,
  @JsonProperty("refused")
  REFUSED,
  @JsonProperty("unreachable")
  UNREACHABLE,
  @JsonProperty("timed-out")
  TIMED_OUT,
  /** Closed or reset before or amid the answer, or an answer that is not HTTP. */
  @JsonProperty("connection-lost")
  CONNECTION_LOST,
  @JsonProperty("tls-expired")
  TLS_EXPIRED,
  @JsonProperty("tls-wrong-host")
  TLS_WRONG_HOST,
  @JsonProperty("tls-untrusted")
  TLS_UNTRUSTED,
  @JsonProperty("tls-handshake")
  TLS_HANDSHAKE,
  @JsonProperty("too-many-redirects")
  TOO_MANY_REDIRECTS,
  @JsonProperty("too-large")
  TOO_LARGE,
  @JsonProperty("invalid-url")
  INVALID_URL;

  /**
   * Whether the host gave no answer. Only that speaks against a host; an answer, "not found"
   * included, speaks for it. An error of the server's own counts as none.
   */
  public boolean isSilence() {
    return switch (this) {
      case SERVER_ERROR,
          UNKNOWN_HOST,
          DNS_TROUBLE,
          REFUSED,
          UNREACHABLE,
          TIMED_OUT,
          CONNECTION_LOST,
          TLS_EXPIRED,
          TLS_WRONG_HOST,
          TLS_UNTRUSTED,
          TLS_HANDSHAKE ->
          true;
      case NOT_FOUND, GONE, CLIENT_ERROR, TOO_MANY_REDIRECTS, TOO_LARGE, INVALID_URL -> false;
    };
  }
}
