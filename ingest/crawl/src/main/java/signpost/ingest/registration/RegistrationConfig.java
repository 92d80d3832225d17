package signpost.ingest.registration;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Whether registries are asked about names.
 *
 * @param registrations true: once a month the registry of each name that a guide leads to is asked
 *     until when it is registered (RDAP), and owners are told 30 days before it ends. Where IANA's
 *     list of registries cannot be fetched, {@code rdap-dns.json} in the data folder takes its
 *     place
 */
@ConfigurationProperties("signpost")
public record RegistrationConfig(@Bindable(defaultValue = "true") boolean registrations) {}
