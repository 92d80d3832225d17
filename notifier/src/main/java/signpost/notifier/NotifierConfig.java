package signpost.notifier;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;

/**
 * What ops may set of telling.
 *
 * @param data all that the notifier remembers; never delete it
 * @param catalogue the folder whose files name the owners
 * @param publicUrl what links in mails begin with
 * @param shadowDays a new guide’s first days, in which messages go to ops only
 * @param tick how often a notifier with nothing to do looks at the clock (also ingest’s); after a
 *     while less often, down to every two seconds
 * @param debounce an urgent finding waits so long for company, and six times as long at most while
 *     company keeps coming
 * @param immediatePerDay more urgent mails than this wait for the digest
 * @param digestAt when the digest is sent, in the owner’s own time
 * @param firstReportAfter a first report waits no longer than this for resources that nobody has
 *     visited
 * @param firstReportSettling a first report waits at least this, so that odd things are looked at
 *     twice
 * @param changeImportance below it a change of a page is not told (0 to 1)
 * @param escalateAfter when a guide’s owner hears of what somebody nearer has not answered
 * @param reviewAfter a resource that nobody has looked at for so long goes into the digest
 * @param catalogueSettling what is wrong in the catalogue’s files must stand for so long before ops
 *     is told: somebody may be writing
 */
@ConfigurationProperties("signpost")
public record NotifierConfig(
    @Bindable(defaultValue = ".signpost/notifier") Path data,
    @Bindable(defaultValue = "deploy/catalogue") Path catalogue,
    @Bindable(defaultValue = "http://127.0.0.1:8080") String publicUrl,
    @Bindable(defaultValue = "7") int shadowDays,
    @Bindable(defaultValue = "250ms") Duration tick,
    @Bindable(defaultValue = "10m") Duration debounce,
    @Bindable(defaultValue = "6") int immediatePerDay,
    @Bindable(defaultValue = "08:00") LocalTime digestAt,
    @Bindable(defaultValue = "24h") Duration firstReportAfter,
    @Bindable(defaultValue = "90m") Duration firstReportSettling,
    @Bindable(defaultValue = "0.15") double changeImportance,
    @Bindable(defaultValue = "14d") Duration escalateAfter,
    @Bindable(defaultValue = "365d") Duration reviewAfter,
    @Bindable(defaultValue = "1m") Duration catalogueSettling) {}
