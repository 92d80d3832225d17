package signpost.search.pages.ops;

import static signpost.record.meter.SignpostMeter.CATALOGUE_PROBLEMS;
import static signpost.record.meter.SignpostMeter.CERTIFICATE_LEFT;
import static signpost.record.meter.SignpostMeter.DATA_FREE;
import static signpost.record.meter.SignpostMeter.DECISIONS_DUE;
import static signpost.record.meter.SignpostMeter.DELIVERIES;
import static signpost.record.meter.SignpostMeter.DELIVERY_AGE;
import static signpost.record.meter.SignpostMeter.EVIDENCE_BYTES;
import static signpost.record.meter.SignpostMeter.EVIDENCE_LIMIT;
import static signpost.record.meter.SignpostMeter.GIVEN_UP;
import static signpost.record.meter.SignpostMeter.HOSTS_READY;
import static signpost.record.meter.SignpostMeter.HOSTS_READY_AGE;
import static signpost.record.meter.SignpostMeter.INDEX_REBUILDING;
import static signpost.record.meter.SignpostMeter.INTAKE_LAG;
import static signpost.record.meter.SignpostMeter.NETWORK_TROUBLE;
import static signpost.record.meter.SignpostMeter.OUTBOX_AGE;
import static signpost.record.meter.SignpostMeter.OUTBOX_ROWS;
import static signpost.record.meter.SignpostMeter.PARKED_WAITING;
import static signpost.record.meter.SignpostMeter.PUBLIC_URL_ANSWERS;
import static signpost.record.meter.SignpostMeter.PUBLIC_URL_TRUSTED;
import static signpost.record.meter.SignpostMeter.REQUESTS_COUNTED;
import static signpost.record.meter.SignpostMeter.REQUESTS_FAILED_HOUR;
import static signpost.record.meter.SignpostMeter.TARGETS;
import static signpost.record.meter.SignpostMeter.TARGETS_LATE;
import static signpost.record.meter.SignpostMeter.VISIT_AGE;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import signpost.record.meter.SignpostMeter;
import signpost.search.pages.PageFormat;
import signpost.search.pages.ops.OpsPart.AwayPart;
import signpost.search.pages.ops.OpsPart.RefusingPart;
import signpost.search.pages.ops.OpsPart.ToldPart;

/**
 * What of the figures somebody should see to, by the limits of the alert rules in {@code
 * deploy/observe}: an alert waits whether it passes, this page says it at once.
 */
final class OpsTroubles {
  static final double QUIET_SECONDS = 900;
  static final double READY_SECONDS = 600;
  static final double LATE = 10;
  static final double LATE_SHARE = 0.02;
  static final double OUTBOX_SECONDS = 600;
  static final double LAG = 1_000;
  static final double FEW_MAILS = 3;
  static final double FEW_REQUESTS = 10;
  static final double MAIL_SECONDS = 3_600;
  static final double CERTIFICATE_SECONDS = 14 * 86_400;
  static final double CERTIFICATE_URGENT_SECONDS = 2 * 86_400;
  static final double DISK_BYTES = 1_024.0 * 1_024 * 1_024;
  static final double DISK_URGENT_BYTES = 200.0 * 1_024 * 1_024;
  static final double CLOCK_SECONDS = 60;
  private static final double HOUR_SECONDS = 3_600;
  static final double EVIDENCE_SHARE = 0.9;
  private static final String MESSAGES = "/notifications#messages";

  private static final List<Function<OpsPart, Optional<OpsTrouble>>> CHECKS =
      List.of(
          OpsTroubles::failed,
          OpsTroubles::quiet,
          OpsTroubles::late,
          part ->
              found(
                  part.figure(NETWORK_TROUBLE).orElse(0) > 0,
                  true,
                  "Nothing of the web can be reached from here, and no link is judged.",
                  "/crawl#hosts"),
          OpsTroubles::outbox,
          part ->
              found(
                  part.figure(INTAKE_LAG).orElse(0) > LAG
                      && part.figure(INDEX_REBUILDING).orElse(0) < 1,
                  false,
                  "%s has not taken in %,.0f of the things that happened."
                      .formatted(part.title(), part.figure(INTAKE_LAG).orElse(0)),
                  "#parts"),
          OpsTroubles::mail,
          OpsTroubles::untried,
          OpsTroubles::webhooks,
          OpsTroubles::givenUp,
          part ->
              found(
                  part.figure(CATALOGUE_PROBLEMS, "error").orElse(0) > 0,
                  false,
                  "A file of the catalogue has an error, and counts as it stood before.",
                  "/crawl#catalogue"),
          OpsTroubles::parked,
          OpsTroubles::unknown,
          OpsTroubles::disk,
          part -> certificate(part, "public-url", "The certificate at the public address"),
          part -> certificate(part, "kafka", "Our certificate for Kafka"),
          OpsTroubles::clock,
          OpsTroubles::evidence,
          part ->
              found(
                  part.figure(PUBLIC_URL_ANSWERS).orElse(1) < 1,
                  true,
                  "Signpost does not answer at its public address. See signpost config check.",
                  "#machine"),
          part ->
              found(
                  part.figure(PUBLIC_URL_TRUSTED).orElse(1) < 1,
                  true,
                  "The certificate at the public address is not believed. Mend it, or name its"
                      + " authority in signpost.public-check.trust.",
                  "#machine"));

  private OpsTroubles() {}

  /** All of them, the urgent first. */
  static List<OpsTrouble> of(List<OpsPart> parts) {
    List<OpsTrouble> all = parts.stream().flatMap(OpsTroubles::of).distinct().toList();
    return Stream.concat(
            all.stream().filter(OpsTrouble::urgent), all.stream().filter(it -> !it.urgent()))
        .toList();
  }

  private static Stream<OpsTrouble> of(OpsPart part) {
    return switch (part) {
      case AwayPart _ ->
          Stream.of(
              new OpsTrouble(
                  true,
                  part.title() + " does not answer. Look whether it runs, and at its log.",
                  "#parts"));
      case RefusingPart(String name, String reason) ->
          Stream.of(
              new OpsTrouble(
                  true,
                  "%s does not let search in. %s"
                      .formatted(
                          part.title(), PageFormat.refusal(reason, "signpost." + name + ".url")),
                  "#parts"));
      case ToldPart told ->
          Stream.concat(
              unready(told),
              CHECKS.stream().map(check -> check.apply(told)).flatMap(Optional::stream));
    };
  }

  private static Stream<OpsTrouble> unready(ToldPart part) {
    if (part.failing().isEmpty() && !part.status().ready()) {
      String words = part.title() + " is not ready. Its /health says what it misses.";
      return Stream.of(new OpsTrouble(true, words, "#parts"));
    }
    return part.failing().stream()
        .map(loop -> new OpsTrouble(true, PageFormat.failing(loop), "#parts"));
  }

  /** After a quiet night the last visit is long ago when the first host may be asked again. */
  private static Optional<OpsTrouble> quiet(OpsPart part) {
    double ready = part.figure(HOSTS_READY).orElse(0);
    OptionalDouble age = part.figure(VISIT_AGE);
    String since =
        age.isPresent() ? "was visited for " + length(age.getAsDouble()) : "was ever visited";
    return found(
        age.orElse(Double.MAX_VALUE) > QUIET_SECONDS
            && part.figure(HOSTS_READY_AGE).orElse(0) > READY_SECONDS,
        age.isPresent(),
        "Nothing %s, though %s may be asked for what is due."
            .formatted(since, PageFormat.count((long) ready, "host")),
        "/crawl#due");
  }

  /** A part that has started counts within seconds. */
  private static Optional<OpsTrouble> unknown(OpsPart part) {
    List<SignpostMeter> told =
        switch (part.name()) {
          case "ingest" -> List.of(TARGETS, OUTBOX_ROWS, DATA_FREE);
          case "notifier" -> List.of(DECISIONS_DUE, OUTBOX_ROWS, DATA_FREE);
          default -> List.of(INDEX_REBUILDING, PARKED_WAITING, DATA_FREE);
        };
    return found(
        told.stream().anyMatch(meter -> part.figure(meter).isEmpty()),
        false,
        part.title() + " does not know its figures now. Has it just started?",
        "#parts");
  }

  private static Optional<OpsTrouble> parked(OpsPart part) {
    return some(
        part.figure(PARKED_WAITING).orElse(0),
        Double.MAX_VALUE,
        "1 record was put aside, and waits for you to look.",
        "%,.0f records were put aside, and wait for you to look.",
        "/parked");
  }

  private static Optional<OpsTrouble> late(OpsPart part) {
    double late = part.figure(TARGETS_LATE).orElse(0);
    return found(
        late > LATE && late > LATE_SHARE * part.figure(TARGETS).orElse(0),
        false,
        "%,.0f addresses are more than a day late.".formatted(late),
        "/crawl#due");
  }

  private static Optional<OpsTrouble> outbox(OpsPart part) {
    double age = part.figure(OUTBOX_AGE).orElse(0);
    return found(
        age > OUTBOX_SECONDS,
        true,
        "%s has had something for Kafka for %s. Nothing is lost, but nobody hears of it."
            .formatted(part.title(), length(age)),
        "#parts");
  }

  private static double failedMails(OpsPart part) {
    return part.figure(DELIVERIES, "email", "failed").orElse(0)
        + part.figure(DELIVERIES, "shadow", "failed").orElse(0);
  }

  /** One that failed waits by design. */
  private static Optional<OpsTrouble> untried(OpsPart part) {
    double age =
        Math.max(
            part.figure(DELIVERY_AGE, "email").orElse(0),
            part.figure(DELIVERY_AGE, "shadow").orElse(0));
    return found(
        age > MAIL_SECONDS && failedMails(part) == 0,
        true,
        "A mail has waited for %s, and nobody has tried to send it.".formatted(length(age)),
        MESSAGES);
  }

  private static Optional<OpsTrouble> webhooks(OpsPart part) {
    return some(
        part.figure(DELIVERIES, "webhook", "failed").orElse(0),
        Double.MAX_VALUE,
        "1 message to a webhook was not taken, and is tried again.",
        "%,.0f messages to webhooks were not taken, and are tried again.",
        MESSAGES);
  }

  private static Optional<OpsTrouble> givenUp(OpsPart part) {
    return some(
        part.figure(GIVEN_UP).orElse(0),
        Double.MAX_VALUE,
        "1 message was given up in the last seven days.",
        "%,.0f messages were given up in the last seven days.",
        MESSAGES);
  }

  private static Optional<OpsTrouble> mail(OpsPart part) {
    return some(
        failedMails(part),
        FEW_MAILS,
        "1 mail did not arrive, and is tried again.",
        "%,.0f mails did not arrive, and are tried again.",
        MESSAGES);
  }

  /** Nothing is known of before the start: where that was within the hour it says so. */
  private static Optional<OpsTrouble> failed(OpsPart part) {
    double counted = part.figure(REQUESTS_COUNTED).orElse(HOUR_SECONDS);
    String when =
        counted < HOUR_SECONDS
            ? "since search started, %s ago,".formatted(length(counted))
            : "in the last hour";
    String rest = " failed " + when + " by a fault of ours. Search's log says which.";
    return some(
        part.figure(REQUESTS_FAILED_HOUR).orElse(0),
        FEW_REQUESTS,
        "1 request" + rest,
        "%,.0f requests" + rest,
        "#parts");
  }

  private static Optional<OpsTrouble> disk(OpsPart part) {
    double free = part.figure(DATA_FREE).orElse(Double.MAX_VALUE);
    return found(
        free < DISK_BYTES,
        free < DISK_URGENT_BYTES,
        "%,.0f MB are left where %s keeps its data. Make room."
            .formatted(free / (1 << 20), part.title().toLowerCase(Locale.UK)),
        "#parts");
  }

  private static Optional<OpsTrouble> certificate(OpsPart part, String of, String title) {
    double left = part.figure(CERTIFICATE_LEFT, of).orElse(Double.MAX_VALUE);
    return found(
        left < CERTIFICATE_SECONDS,
        left < CERTIFICATE_URGENT_SECONDS,
        left <= 0
            ? title + " has ended, or is for another name. Renew it."
            : "%s ends in %s. Renew it, or see why nothing has.".formatted(title, length(left)),
        "#machine");
  }

  private static Optional<OpsTrouble> clock(OpsPart part) {
    double apart =
        Arrays.stream(
                new double[] {
                  part.figure(SignpostMeter.CLOCK_OFFSET, "database").orElse(0),
                  part.figure(SignpostMeter.CLOCK_OFFSET, "publishers").orElse(0),
                  part.figure(SignpostMeter.CLOCK_OFFSET, "public-url").orElse(0)
                })
            .map(Math::abs)
            .max()
            .orElse(0);
    return found(
        apart > CLOCK_SECONDS,
        false,
        "The clock of %s is %s wrong. Let its machine follow a time server."
            .formatted(part.title().toLowerCase(Locale.UK), length(apart)),
        "#machine");
  }

  private static Optional<OpsTrouble> evidence(OpsPart part) {
    return found(
        part.figure(EVIDENCE_BYTES).orElse(0)
            > EVIDENCE_SHARE * part.figure(EVIDENCE_LIMIT).orElse(Double.MAX_VALUE),
        false,
        "What is kept of pages is nearly all that may be (signpost.evidence.limit).",
        "/crawl");
  }

  /** Any at all are one too many, and more than {@code few} of them are urgent. */
  private static Optional<OpsTrouble> some(
      double count, double few, String one, String more, String where) {
    return found(count > 0, count > few, count == 1 ? one : more.formatted(count), where);
  }

  private static Optional<OpsTrouble> found(boolean is, boolean urgent, String words, String more) {
    return is ? Optional.of(new OpsTrouble(urgent, words, more)) : Optional.empty();
  }

  /** 40 s, 12 min, 5 h, 13 days. */
  static String length(double seconds) {
    Duration length = Duration.ofSeconds(Math.round(seconds));
    if (length.toMinutes() < 2) {
      return length.toSeconds() + " s";
    }
    if (length.toHours() < 2) {
      return length.toMinutes() + " min";
    }
    return length.toDays() < 2 ? length.toHours() + " h" : length.toDays() + " days";
  }
}
