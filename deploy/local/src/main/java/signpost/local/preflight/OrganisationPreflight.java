package signpost.local.preflight;

import java.util.ArrayList;
import java.util.List;
import signpost.record.preflight.PreflightFinding;
import signpost.search.pages.site.ContactAddress;
import signpost.search.pages.site.OrganisationConfig;
import signpost.search.pages.site.OrganisationConfig.LawfulBasis;

/** Whether the pages about privacy, accessibility and our crawler can say who answers for them. */
final class OrganisationPreflight {
  private static final String EDGE = "organisation";

  private OrganisationPreflight() {}

  /**
   * What the pages cannot say, each with the key that lets them.
   *
   * @param contact as search is given it
   */
  static List<PreflightFinding> of(OrganisationConfig organisation, String contact) {
    List<PreflightFinding> findings = new ArrayList<>();
    if (organisation.name().isEmpty()) {
      findings.add(missing("who runs this Signpost, as the law asks", "name to what it is called"));
    }
    if (ContactAddress.of(contact).isEmpty()) {
      findings.add(
          PreflightFinding.warning(
              EDGE,
              "Nobody can read on the pages how to reach you, and there is no security.txt.",
              "Set signpost.contact for search, too: a mail address, or a page."));
    }
    if (organisation.lawfulBasis() == LawfulBasis.UNSAID) {
      findings.add(
          missing(
              "on what basis it keeps owners’ addresses",
              "lawful-basis to public-task or legitimate-interests"));
    }
    link("data-protection", organisation.dataProtection(), findings);
    link("privacy-url", organisation.privacyUrl(), findings);
    return findings.isEmpty()
        ? List.of(
            PreflightFinding.ok(
                EDGE, "The pages say that %s runs it.".formatted(organisation.name())))
        : findings;
  }

  private static PreflightFinding missing(String what, String key) {
    return PreflightFinding.warning(
        EDGE,
        "The privacy page cannot say %s.".formatted(what),
        "Set signpost.organisation.%s.".formatted(key));
  }

  private static void link(String key, String value, List<PreflightFinding> findings) {
    if (!value.isEmpty() && ContactAddress.of(value).isEmpty()) {
      findings.add(
          PreflightFinding.wrong(
              EDGE,
              "“%s” is neither a web address nor a mail address.".formatted(value),
              "See signpost.organisation.%s.".formatted(key)));
    }
  }
}
