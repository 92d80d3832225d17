package signpost.notifier.owner;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import signpost.catalogue.MailAddress;

/**
 * Who is told what has no owner.
 *
 * @param email who is told what nobody else is, and what is wrong in the catalogue’s files
 */
@ConfigurationProperties("signpost.ops")
public record OwnerConfig(@Bindable(defaultValue = "ops@signpost.localhost") String email) {
  public OwnerConfig {
    if (MailAddress.configured(email).isEmpty()) {
      throw new ConfigurationException(
          "signpost.ops.email: “"
              + email
              + "” is no email address: "
              + MailAddress.problem(email).orElse("")
              + ".");
    }
  }
}
