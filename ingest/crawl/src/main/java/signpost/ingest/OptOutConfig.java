package signpost.ingest;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import signpost.web.politeness.OptOutList;

/**
 * Whom we leave alone because they wrote to us; who says so in robots.txt need not.
 *
 * @param hosts publishers who asked not to be visited, such as {@code example.org} (all below it,
 *     too) or {@code example.org/news} (what begins so): nothing there is asked for any more, what
 *     guides lead to is shown as not checked, and its words leave search. What was kept of it as
 *     evidence is removed by {@code signpost evidence remove}
 */
@ConfigurationProperties("signpost.opt-out")
public record OptOutConfig(@Bindable(defaultValue = "") List<String> hosts) {
  public OptOutConfig {
    hosts = List.copyOf(hosts);
    try {
      OptOutList.of(hosts);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("signpost.opt-out.hosts: " + e.getMessage(), e);
    }
  }

  OptOutList list() {
    return OptOutList.of(hosts);
  }
}
