package signpost.record.tls;

import java.security.cert.CertificateExpiredException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import signpost.record.CauseChain;

/**
 * Why a connection to a server of ours could not be secured. Java tells some of them by words
 * alone: those of its own TLS and of PostgreSQL's driver.
 */
public enum TlsTrouble {
  /** The server's certificate has ended. */
  EXPIRED("its certificate has expired", "Renew it there, and look at the clocks of both."),
  /** It is for another name than we asked for. */
  OTHER_NAME("its certificate is for another name", "Write the name that it is for in %1$s.%2$s."),
  /** Nobody we believe has signed it. */
  UNTRUSTED(
      "its certificate is from an authority that is not believed",
      "Name the file of that authority’s certificate in %1$s.trust."),
  /** The server does not like ours, or misses one. */
  OURS_REFUSED(
      "it does not take our certificate, or misses one", "See %1$s.certificate and %1$s.key."),
  /** Who answers there does not speak TLS. */
  NOT_TLS("it does not speak TLS at this port", "See %1$s.tls and the port in %1$s.%2$s."),
  /** Something else. */
  HANDSHAKE("no secure connection came about", "See %1$s.tls.");

  private final String words;
  private final String remedy;

  TlsTrouble(String words, String remedy) {
    this.words = words;
    this.remedy = remedy;
  }

  /** What it is, as the end of a sentence. */
  public String words() {
    return words;
  }

  /**
   * What to do.
   *
   * @param prefix where the keys are, as {@code signpost.kafka}
   * @param where the last word of the key that says where the server is
   */
  public String remedy(String prefix, String where) {
    return remedy.formatted(prefix, where);
  }

  /** What a failure has to do with TLS, if it has. */
  public static Optional<TlsTrouble> of(Throwable thrown) {
    List<Throwable> chain = CauseChain.of(thrown);
    String words = "";
    boolean tls = false;
    for (Throwable cause : chain) {
      if (cause instanceof CertificateExpiredException) {
        return Optional.of(EXPIRED);
      }
      tls |= cause instanceof SSLException;
      words += " " + String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    }
    Optional<TlsTrouble> known = byWords(words);
    return known.isPresent() || !tls ? known : Optional.of(HANDSHAKE);
  }

  private static Optional<TlsTrouble> byWords(String words) {
    if (says(
        words,
        "no subject alternative",
        "no name matching",
        "could not be verified by",
        "verify identity of server")) {
      return Optional.of(OTHER_NAME);
    }
    if (says(words, "certificate expired", "certificate_expired", "validity check failed")) {
      return Optional.of(EXPIRED);
    }
    if (says(words, "unable to find valid certification path", "path does not chain", "pkix")) {
      return Optional.of(UNTRUSTED);
    }
    if (says(words, "certificate_required", "bad_certificate", "certificate_unknown")) {
      return Optional.of(OURS_REFUSED);
    }
    return says(words, "unsupported or unrecognized ssl message", "not an ssl/tls record")
        ? Optional.of(NOT_TLS)
        : Optional.empty();
  }

  private static boolean says(String words, String... one) {
    for (String it : one) {
      if (words.contains(it)) {
        return true;
      }
    }
    return false;
  }
}
