package signpost.web.fetch;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import signpost.web.fetch.FetchOutcome.TlsFailure.TlsFailureKind;

/** A certificate chain the trust manager turned down, kept so that we can say why. */
final class UntrustedChainException extends CertificateException {
  /** Authority information access: where the issuer's certificate can be fetched. */
  private static final String ISSUER_KNOWN = "1.3.6.1.5.5.7.1.1";

  private final transient List<X509Certificate> chain;

  UntrustedChainException(X509Certificate[] chain, CertificateException cause) {
    super(cause.getMessage(), cause);
    this.chain = List.of(chain);
  }

  /**
   * A public authority's certificate says where its issuer is found: when the topmost one sent
   * does, and no anchor of ours signed it, the server forgot an intermediate. A private authority's
   * does not, nor does one that signed itself.
   */
  TlsFailureKind kind() {
    if (outOfDate()) {
      return TlsFailureKind.EXPIRED;
    }
    X509Certificate top = top();
    boolean selfIssued = top.getSubjectX500Principal().equals(top.getIssuerX500Principal());
    return !selfIssued && top.getExtensionValue(ISSUER_KNOWN) != null
        ? TlsFailureKind.INCOMPLETE_CHAIN
        : TlsFailureKind.UNTRUSTED;
  }

  private boolean outOfDate() {
    for (Throwable cause = getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateExpiredException
          || cause instanceof CertificateNotYetValidException) {
        return true;
      }
      if (cause instanceof CertPathValidatorException path
          && (path.getReason() == BasicReason.EXPIRED
              || path.getReason() == BasicReason.NOT_YET_VALID)) {
        return true;
      }
    }
    return !current(chain.getFirst());
  }

  private static boolean current(X509Certificate certificate) {
    try {
      certificate.checkValidity();
      return true;
    } catch (CertificateExpiredException | CertificateNotYetValidException _) {
      return false;
    }
  }

  /** Servers send chains in any order: climb from the leaf as far as the issuers are there. */
  private X509Certificate top() {
    X509Certificate top = chain.getFirst();
    for (int climbed = 0; climbed < chain.size(); climbed++) {
      X509Certificate below = top;
      top =
          chain.stream()
              .filter(c -> c.getSubjectX500Principal().equals(below.getIssuerX500Principal()))
              .findFirst()
              .orElse(below);
    }
    return top;
  }
}
