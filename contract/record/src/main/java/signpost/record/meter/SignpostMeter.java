package signpost.record.meter;

import static signpost.record.meter.SignpostMeter.MeterKind.COUNTER;
import static signpost.record.meter.SignpostMeter.MeterKind.GAUGE;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Every meter of ours. Its name, its labels and their values are a promise to whoever wrote an
 * alert; its help is what {@code /prometheus} and {@code docs/metrics.md} say of it. Ages are by
 * the clock of the part that tells them, so another machine's clock changes none.
 */
public enum SignpostMeter {
  BUILD(
      GAUGE,
      "signpost.build",
      "all",
      "1, for the version that runs.",
      new MeterLabel("version", List.of(PartVersion.TEXT))),
  READY(GAUGE, "signpost.ready", "all", "1 while every loop that the part needs gets on, else 0."),
  LOOPS_FAILING(
      GAUGE, "signpost.loops.failing", "all", "Loops that do not get on and are tried again."),
  LOOP_FAILING_AGE(
      GAUGE,
      "signpost.loop.failing.age.seconds",
      "all",
      "For how long the loop has failed that fails longest; 0 while all get on."),
  DATA_FREE(GAUGE, "signpost.data.free.bytes", "all", "Free where the part keeps its data."),
  DATA_SIZE(GAUGE, "signpost.data.size.bytes", "all", "Size of the disk it keeps its data on."),
  CLOCK_OFFSET(
      GAUGE,
      "signpost.clock.offset.seconds",
      "all",
      "How far this machine's clock is ahead of another: of the database, of most publishers that"
          + " answered lately, of whoever answers at the public address.",
      MeterLabel.of("against", "database", "publishers", "public-url")),
  CERTIFICATE_LEFT(
      GAUGE,
      "signpost.certificate.left.seconds",
      "all",
      "Until a certificate of ours ends: the one readers see at an https public address, the one"
          + " Kafka is shown. 0 where it has ended or is for another name.",
      MeterLabel.of("of", "public-url", "kafka")),
  PARKED(
      COUNTER,
      "signpost.parked",
      "all",
      "Records put aside since the start, because they can never be handled or sent."),
  PARKED_WAITING(
      GAUGE,
      "signpost.parked.waiting",
      "search",
      "Records put aside that are neither handled since nor dismissed by ops, by the part that put"
          + " them aside, as search finds them in Kafka; 20,000 of all parts together at most."
          + " /parked says so where there are more.",
      MeterLabel.of("by", "ingest", "search", "notifier")),
  SPANS_DROPPED(
      COUNTER,
      "signpost.spans.dropped",
      "all",
      "Pieces of traces dropped since the start, because their collector did not take them in time."),
  OUTBOX_ROWS(GAUGE, "signpost.outbox.rows", "ingest, notifier", "Events Kafka has not got yet."),
  OUTBOX_AGE(
      GAUGE,
      "signpost.outbox.age.seconds",
      "ingest, notifier",
      "For how long the next event has waited for Kafka; 0 where it has all."),
  INTAKE_LAG(
      GAUGE,
      "signpost.intake.lag",
      "search, notifier",
      "Records in Kafka that the part has not taken in yet. None while Kafka cannot be asked, and"
          + " none of a notifier while another one reads."),
  RECORDS(
      COUNTER,
      "signpost.records",
      "search, notifier",
      "Records read from Kafka, by what became of them.",
      MeterLabel.of("outcome", "handled", "repeated", "unknown", "parked"),
      new MeterLabel("topic", MeterTopics.NAMES)),

  TARGETS(GAUGE, "signpost.targets", "ingest", "Addresses that are watched."),
  TARGETS_DUE(GAUGE, "signpost.targets.due", "ingest", "Due now, on hosts that nobody has paused."),
  TARGETS_LATE(
      GAUGE,
      "signpost.targets.late",
      "ingest",
      "Due for more than a day, on hosts that nobody has paused."),
  TARGETS_LEASED(GAUGE, "signpost.targets.leased", "ingest", "Being asked for now."),
  TARGETS_SUSPECT(
      GAUGE,
      "signpost.targets.suspect",
      "ingest",
      "Failed lately, and not for long enough to be told as broken."),
  TARGETS_BROKEN(GAUGE, "signpost.targets.broken", "ingest", "Told as broken."),
  PAGES_UNREAD(
      GAUGE, "signpost.pages.unread", "ingest", "Pages that answer and cannot be read well."),
  SEARCHES_GIVEN_UP(
      GAUGE,
      "signpost.searches.given.up",
      "ingest",
      "Pages that ended, and whose new address was asked for four times within a week of a site that"
          + " did not answer well enough to say that there is none."),
  HOSTS_READY(
      GAUGE,
      "signpost.hosts.ready",
      "ingest",
      "Hosts with something due that may be asked now. 0 for a while is calm."),
  HOSTS_READY_AGE(
      GAUGE,
      "signpost.hosts.ready.age.seconds",
      "ingest",
      "For how long there has been such a host, as far as this ingest has seen; 0 where none is."),
  HOSTS_PAUSED(GAUGE, "signpost.hosts.paused", "ingest", "Hosts that somebody has paused."),
  HOSTS_RESTING(
      GAUGE,
      "signpost.hosts.resting",
      "ingest",
      "Hosts left alone for more than a minute: they failed, or asked for it."),
  VISIT_AGE(
      GAUGE,
      "signpost.visit.age.seconds",
      "ingest",
      "Since the last visit was written down. None before the first."),
  VISITS(
      COUNTER,
      "signpost.visits",
      "ingest",
      "Visits that were written down, by what came of them.",
      MeterLabel.of(
          "outcome",
          "Answered",
          "NotModified",
          "TooManyRedirects",
          "DnsFailure",
          "ConnectFailure",
          "TlsFailure",
          "TimedOut",
          "ConnectionLost",
          "TooLarge",
          "RefusedByRobots",
          "RefusedByPublisher",
          "RefusedByGuard",
          "InvalidUrl")),
  LINKS_DROPPED(
      COUNTER,
      "signpost.links.dropped",
      "ingest",
      "Links on pages that are not followed, by why.",
      MeterLabel.of("reason", "too-long", "too-deep", "repeats-itself", "calendar")),
  NETWORK_TROUBLE(
      GAUGE,
      "signpost.network.trouble",
      "ingest",
      "1 while our own network is in trouble, and no link is judged, else 0."),
  CATALOGUE_PROBLEMS(
      GAUGE,
      "signpost.catalogue.problems",
      "ingest",
      "What is wrong in the catalogue's files. A file with an error counts as it stood before.",
      MeterLabel.of("severity", "error", "warning")),
  EVIDENCE_BYTES(GAUGE, "signpost.evidence.size.bytes", "ingest", "Kept of what pages said."),
  EVIDENCE_LIMIT(
      GAUGE, "signpost.evidence.limit.bytes", "ingest", "The most that may be kept of it."),
  EVIDENCE(
      COUNTER,
      "signpost.evidence",
      "ingest",
      "Answers looked at for keeping, by what came of it.",
      MeterLabel.of("outcome", "Kept", "Held", "Passed", "Unwanted", "NoRoom")),
  PICTURES(
      COUNTER,
      "signpost.evidence.pictures",
      "ingest",
      "Pictures asked for of what was kept, by what came of it.",
      MeterLabel.of(
          "outcome",
          "PagePicture",
          "NothingWithoutScripts",
          "NoPage",
          "TimedOut",
          "TooBig",
          "PageCrashed",
          "NoBrowser")),
  BROWSER_PAGES(
      COUNTER,
      "signpost.browser.pages",
      "ingest",
      "Pages read through the browser, by what came of it.",
      MeterLabel.of(
          "outcome",
          "RenderedPage",
          "LedAway",
          "LedToNothing",
          "TimedOut",
          "TooBig",
          "PageCrashed",
          "NoBrowser")),
  BROWSER_DENIED(
      COUNTER,
      "signpost.browser.denied",
      "ingest",
      "What pages tried in the browser and may not.",
      MeterLabel.of(
          "act",
          "WINDOW",
          "DOWNLOAD",
          "DIALOG",
          "DEVICE",
          "WORKER",
          "ADDRESS",
          "ROBOTS",
          "SENDING",
          "CROWD")),

  DECISIONS_DUE(
      GAUGE, "signpost.decisions.due", "notifier", "Owners of whom it is to be decided now."),
  DELIVERIES(
      GAUGE,
      "signpost.deliveries",
      "notifier",
      "Messages that have not arrived: waiting, being sent, failed and tried again, given up.",
      MeterLabel.of("channel", "email", "shadow", "webhook", "feed"),
      MeterLabel.of("state", "pending", "sending", "failed", "given-up")),
  GIVEN_UP(
      GAUGE,
      "signpost.deliveries.given.up.week",
      "notifier",
      "Messages given up within the last seven days, and not sent again since.",
      MeterLabel.of("channel", "email", "shadow", "webhook", "feed")),
  DELIVERY_AGE(
      GAUGE,
      "signpost.delivery.age.seconds",
      "notifier",
      "Since the oldest message was decided that still waits or is tried again; 0 where none is.",
      MeterLabel.of("channel", "email", "shadow", "webhook", "feed")),

  REQUESTS_FAILED(
      COUNTER,
      "signpost.requests.failed",
      "search",
      "Requests of readers and programs that a fault of our own kept from their answer (500). The log"
          + " says of each which and why."),
  REQUESTS_FAILED_HOUR(GAUGE, "signpost.requests.failed.hour", "search", "Those of the last hour."),
  REQUESTS_COUNTED(
      GAUGE,
      "signpost.requests.failed.counted.seconds",
      "search",
      "How far back they are counted: an hour, or since search's start."),
  INDEX_REBUILDING(
      GAUGE,
      "signpost.index.rebuilding",
      "search",
      "1 while the index is made anew, and the one before answers, else 0."),
  PUBLIC_URL_ANSWERS(
      GAUGE,
      "signpost.public.url.answers",
      "search",
      "1 where Signpost answers at an https public address, else 0. None where that is no https, is"
          + " not believed or is not to be asked."),
  PUBLIC_URL_TRUSTED(
      GAUGE,
      "signpost.public.url.trusted",
      "search",
      "1 where the certificate there is believed, 0 where it is of an authority that is not known"
          + " here. None while nothing secure answers.");

  private final MeterKind kind;
  private final String id;
  private final String parts;
  private final String help;

  @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
  private final List<MeterLabel> labels;

  SignpostMeter(MeterKind kind, String id, String parts, String help, MeterLabel... labels) {
    this.kind = kind;
    this.id = id;
    this.parts = parts;
    this.help = help;
    this.labels = List.of(labels);
  }

  /** How a meter moves. */
  public enum MeterKind {
    /** Rises, and begins at 0 when its part starts. */
    COUNTER,
    /** Says how it stands. */
    GAUGE
  }

  /** Its name at {@code /prometheus}. */
  public String series() {
    return id.replace('.', '_') + (kind == COUNTER ? "_total" : "");
  }

  public MeterKind kind() {
    return kind;
  }

  /** Which parts tell it: {@code all}, or their names with commas between them. */
  public String parts() {
    return parts;
  }

  public String help() {
    return help;
  }

  public List<MeterLabel> labels() {
    return labels;
  }

  /** One more of these. A value of a label that is not ours counts as {@code other}. */
  public void count(MeterRegistry meters, String... values) {
    Counter.builder(id).description(help).tags(tags(values)).register(meters).increment();
  }

  /** Counts what is counted elsewhere, for as long as {@code counted} is held by somebody. */
  public <T> void counted(MeterRegistry meters, T counted, ToDoubleFunction<T> number) {
    FunctionCounter.builder(id, counted, number).description(help).register(meters);
  }

  /** Says at each scrape how {@code of} stands, for as long as somebody holds it. */
  public <T> void gauge(MeterRegistry meters, T of, ToDoubleFunction<T> number, String... values) {
    Gauge.builder(id, of, number).description(help).tags(tags(values)).register(meters);
  }

  /**
   * The values as labels.
   *
   * @throws IllegalArgumentException if it has another number of them
   */
  List<Tag> tags(String... values) {
    if (values.length != labels.size()) {
      throw new IllegalArgumentException(
          "%s has %d labels, not %d".formatted(id, labels.size(), values.length));
    }
    List<Tag> tags = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      tags.add(Tag.of(labels.get(i).name(), labels.get(i).bounded(values[i])));
    }
    return tags;
  }

  /** A value of a label as it is written: in small letters, with hyphens. */
  public static String value(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
