package signpost.search.pages.site;

import java.util.Optional;
import signpost.search.pages.PageFrame;

/** What a page about the site itself is given. */
record SiteModel(
    PageFrame frame, OrganisationConfig organisation, Optional<ContactAddress> contact) {

  Optional<ContactAddress> dataProtection() {
    return ContactAddress.of(organisation.dataProtection());
  }

  Optional<ContactAddress> privacyNotice() {
    return ContactAddress.of(organisation.privacyUrl());
  }
}
