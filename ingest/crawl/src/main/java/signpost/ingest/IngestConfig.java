package signpost.ingest;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * What ops may set. {@code data}: the module's folder; {@code catalogue}: the folder of guides;
 * {@code workers}: visits under way at once; {@code poll}: how often an idle frontier is asked;
 * {@code tick}: how often schedules and the catalogue folder are looked at; {@code lease}: after
 * this an unanswered visit is somebody else's; {@code placedEvery} and {@code othersEvery}: how
 * often the health of placed resources and of other targets is checked; {@code zone}: in which
 * schedules are read; {@code controlUrls}: addresses that answer as long as our own network works,
 * asked when others cannot be reached.
 */
@ConfigurationProperties("signpost")
public record IngestConfig(
    @Bindable(defaultValue = ".signpost/ingest") Path data,
    @Bindable(defaultValue = "deploy/catalogue") Path catalogue,
    @Bindable(defaultValue = "16") int workers,
    @Bindable(defaultValue = "100ms") Duration poll,
    @Bindable(defaultValue = "1s") Duration tick,
    @Bindable(defaultValue = "5m") Duration lease,
    @Bindable(defaultValue = "12h") Duration placedEvery,
    @Bindable(defaultValue = "7d") Duration othersEvery,
    @Bindable(defaultValue = "Europe/London") ZoneId zone,
    @Bindable(defaultValue = "") List<String> controlUrls) {
  public IngestConfig {
    controlUrls = controlUrls.stream().filter(url -> !url.isBlank()).toList();
  }
}
