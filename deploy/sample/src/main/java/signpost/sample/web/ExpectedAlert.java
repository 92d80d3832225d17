package signpost.sample.web;

import java.time.Instant;
import java.util.Objects;
import signpost.events.FindingEvent.FindingKind;

/**
 * One thing an owner must be told.
 *
 * @param subject the target's or page's canonical URL, or the origin when it is about a host
 * @param by the demo's latest instant for it to be told
 */
public record ExpectedAlert(String subject, FindingKind kind, Instant by) {
  public ExpectedAlert {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(by, "by");
  }
}
