package signpost.search.pages.site;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Whom to tell of a hole (RFC 9116). */
final class SecurityFile {
  static final String PATH = "/.well-known/security.txt";
  private static final String SAFE = "https://";

  /** Less than a year, as section 2.5.5 wants it; a copy that nobody renews ends by itself. */
  private static final Duration GOOD_FOR = Duration.ofDays(180);

  private SecurityFile() {}

  /** The file; nothing where nobody can be told, or only over http, which the RFC forbids. */
  static Optional<String> of(String site, String contact, Instant now) {
    return ContactAddress.of(contact)
        .map(ContactAddress::uri)
        .filter(uri -> uri.startsWith("mailto:") || uri.startsWith(SAFE))
        .map(uri ->
            "Contact: %s\nExpires: %s\n%sPreferred-Languages: en\n"
                .formatted(uri, now.truncatedTo(ChronoUnit.DAYS).plus(GOOD_FOR), canonical(site)));
  }

  private static String canonical(String site) {
    return site.startsWith(SAFE) ? "Canonical: %s%s\n".formatted(site, PATH) : "";
  }
}
