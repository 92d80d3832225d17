package signpost.search.gate;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What other sites may read.
 *
 * @param otherSites true: scripts on pages of any site read the API and the feeds, as whoever is
 *     not signed in does. false where this Signpost is for a network of your own, or a proxy lets
 *     readers in by where they are: any page that they visit could read it through them
 */
@ConfigurationProperties("signpost")
record OtherSitesConfig(@Bindable(defaultValue = "true") boolean otherSites) {}
