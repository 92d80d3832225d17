package signpost.web.health;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchOutcome.Answered;

/** Whether a page stands for a name that is for sale. Pure. */
public final class ParkedDomain {
  private static final int SHORT = 1_500;
  private static final int HEAD = 100_000;

  /** Where names are sold: a link that is led there has lost its page. */
  private static final Set<String> MARKETS =
      Set.of(
          "afternic.com",
          "bodis.com",
          "dan.com",
          "hugedomains.com",
          "parkingcrew.net",
          "sedo.com",
          "sedoparking.com",
          "undeveloped.com");

  /** What the providers of such pages leave in them. */
  private static final Pattern MARKS =
      Pattern.compile(
          "(?i)(?:src|href)\\s*=\\s*[\"']?(?:https?:)?//[^\"'\\s>]*"
              + "(?:parkingcrew\\.net|sedoparking\\.com|bodis\\.com|parklogic\\.com"
              + "|afternic\\.com/forsale|hugedomains\\.com/domain_profile)"
              + "|window\\.park\\s*=");

  private static final Pattern PHRASES =
      Pattern.compile(
          "(?i)\\b(?:this|the) (?:domain|web ?page|website)(?: name)?(?: [\\w-]+\\.[\\w.-]+)?"
              + " (?:is|may be|might be|could be) (?:now )?(?:for sale|parked|available for purchase)"
              + "|\\bbuy this domain\\b|\\bmake an offer on this domain\\b"
              + "|\\binquire about this domain\\b|\\bparked free,? courtesy of\\b"
              + "|^[\\w-]+(?:\\.[\\w-]+)+ is for sale\\b");

  private ParkedDomain() {}

  static boolean shows(Answered answer, Optional<ReadablePage> page) {
    String site = RegistrableDomains.of(answer.finalUrl());
    boolean market =
        MARKETS.contains(site) && !site.equals(RegistrableDomains.of(answer.requested()));
    int length = page.map(ReadablePage::length).orElse(0);
    return market
        || (length <= SHORT && (page.filter(ParkedDomain::says).isPresent() || bearsMark(answer)));
  }

  /** Whether it calls its own name for sale; a long page speaks of other names. */
  public static boolean says(ReadablePage page) {
    return page.length() <= SHORT
        && (PHRASES.matcher(page.title()).find() || PHRASES.matcher(page.text()).find());
  }

  private static boolean bearsMark(Answered answer) {
    String type = answer.headers().first("content-type").orElse("").toLowerCase(Locale.ROOT);
    byte[] bytes = answer.body().bytes();
    return type.contains("html")
        && MARKS
            .matcher(
                new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1))
            .find();
  }
}
