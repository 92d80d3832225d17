package signpost.notifier.answer;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import java.util.Set;
import signpost.url.AddressGuard;
import signpost.url.IpRange;

/**
 * Where readers may be sent besides the public web.
 *
 * @param allow as ingest has it: address ranges taken for a replacement in an answer
 */
@ConfigurationProperties("signpost.fetch")
record LinkConfig(@Bindable(defaultValue = "") List<String> allow) {
  AddressGuard guard() {
    return new AddressGuard(
        allow.stream().filter(it -> !it.isBlank()).map(IpRange::of).toList(), Set.of());
  }
}
