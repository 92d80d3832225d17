package signpost.record.preflight;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Looks how long a certificate is good for. */
public final class CertificatePreflight {
  /** Whoever renews by hand needs so long. */
  private static final Duration SOON = Duration.ofDays(21);

  private CertificatePreflight() {}

  /**
   * What its end means today.
   *
   * @param whose the certificate and where it stands, as the beginning of a sentence
   */
  public static PreflightFinding of(String edge, String whose, Instant endsAt, Instant now) {
    String what = "%s ends on %s.".formatted(whose, endsAt.atZone(ZoneOffset.UTC).toLocalDate());
    if (endsAt.isBefore(now)) {
      return PreflightFinding.wrong(edge, what.replace(" ends on ", " ended on "), "Renew it.");
    }
    return endsAt.isBefore(now.plus(SOON))
        ? PreflightFinding.warning(edge, what, "Renew it, or see why nothing has.")
        : PreflightFinding.ok(edge, what);
  }
}
