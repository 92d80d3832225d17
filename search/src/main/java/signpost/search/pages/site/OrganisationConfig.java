package signpost.search.pages.site;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * The organisation that runs this Signpost, and answers for what it keeps of people. How to reach
 * it says {@code signpost.contact}, as in every request to a publisher.
 *
 * @param name what it is called, on the pages about privacy, accessibility and our crawler
 * @param address where letters reach it, in one line
 * @param dataProtection the mail address or page of its data protection officer, where it has one
 * @param privacyUrl its own privacy notice, to which ours leads for all else
 * @param lawfulBasis on what basis it keeps what it keeps of owners: {@code public-task} or {@code
 *     legitimate-interests} (UK GDPR, Article 6); the privacy page says nothing of it before it is
 *     set
 */
@ConfigurationProperties("signpost.organisation")
public record OrganisationConfig(
    @Bindable(defaultValue = "") String name,
    @Bindable(defaultValue = "") String address,
    @Bindable(defaultValue = "") String dataProtection,
    @Bindable(defaultValue = "") String privacyUrl,
    @Bindable(defaultValue = "unsaid") LawfulBasis lawfulBasis) {

  /** Of Article 6 of the UK GDPR, those that a guide can have. */
  public enum LawfulBasis {
    UNSAID,
    PUBLIC_TASK,
    LEGITIMATE_INTERESTS
  }

  public OrganisationConfig {
    name = name.strip();
    address = address.strip();
    dataProtection = dataProtection.strip();
    privacyUrl = privacyUrl.strip();
  }

  /** As it is called in the middle of a sentence. */
  String called() {
    return name.isEmpty() ? "the organisation that runs this Signpost" : name;
  }
}
