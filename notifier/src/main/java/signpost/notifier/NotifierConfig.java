package signpost.notifier;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;

/**
 * What ops may set. {@code data}: the module's folder; {@code catalogue}: the folder whose files
 * name the owners; {@code publicUrl}: where pages live, for links in mails; {@code shadowDays}: for
 * so long messages go to ops only; {@code tick}: how often an idle notifier looks at the clock;
 * {@code debounce}: an urgent finding waits so long for company, and six times as long at most
 * while company keeps coming; {@code immediatePerDay}: more than this wait for the digest; {@code
 * digestAt}: the owner's local time of the digest; {@code firstReportAfter}: a first report waits
 * no longer than this for unchecked resources; {@code firstReportSettling}: and at least this, so
 * that odd things are looked at twice; {@code changeImportance}: below it a change of a page is not
 * told (0 to 1); {@code escalateAfter}: who is nearest to a link has so long to answer before the
 * guide's owner is told; {@code reviewAfter}: a resource nobody has looked at for so long goes into
 * the digest; {@code catalogueSettling}: what is wrong in the catalogue's files must stand for so
 * long before ops is told.
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
