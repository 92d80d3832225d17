package signpost.ingest;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * What ops may set of the crawl.
 *
 * @param data all that ingest remembers; never delete it
 * @param catalogue the folder of guides, looked at as {@code signpost.tick} says
 * @param workers visits under way at once, over all hosts
 * @param poll how often the frontier is asked when nothing is due; after a while less often, down
 *     to every two seconds
 * @param tick how often the schedules and the catalogue’s folder are looked at (also the
 *     notifier’s); after a while less often, down to every two seconds
 * @param lease a visit that has not answered by then is made again by whoever comes next
 * @param placedEvery how often placed resources are visited at least; those that change often are
 *     visited more often. With more than 12 h a missing page may be told later than after 26 h
 * @param othersEvery how often the health of the links on watched pages is checked at first; up to
 *     every four weeks where nothing befalls them
 * @param zone the time zone in which schedules are read
 * @param controlUrls addresses that answer as long as our own network works, asked when others
 *     cannot be reached
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
