package signpost.search.account;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long somebody stays signed in.
 *
 * @param idle a session that nobody used for so long has ended
 * @param longest a session ends after so long, used or not
 */
@ConfigurationProperties("signpost.sign-in")
public record AccessConfig(
    @Bindable(defaultValue = "30m") Duration idle,
    @Bindable(defaultValue = "12h") Duration longest) {
  private static final Duration SHORTEST = Duration.ofMinutes(1);

  public AccessConfig {
    if (idle.compareTo(SHORTEST) < 0 || longest.compareTo(idle) < 0) {
      throw new ConfigurationException(
          "signpost.sign-in.idle is a minute at least, and signpost.sign-in.longest no shorter");
    }
  }
}
