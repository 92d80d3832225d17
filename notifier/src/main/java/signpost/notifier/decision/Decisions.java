package signpost.notifier.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import signpost.notifier.decision.Decision.Item;
import signpost.notifier.decision.Decision.Telling;
import signpost.notifier.delivery.Delivery;
import signpost.notifier.delivery.DeliveryState;
import signpost.notifier.delivery.Ledger;
import signpost.notifier.finding.Findings;
import signpost.notifier.listing.GuideCheck;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.message.Composer;
import signpost.notifier.message.Entry;
import signpost.notifier.message.Letter;
import signpost.notifier.message.MessageKind;
import signpost.notifier.owner.Owner;
import signpost.notifier.owner.Owners;
import signpost.notifier.store.Database;

/**
 * Decides for the owners whose time has come: messages into the ledger, what was told into the log
 * and the next thought, in one transaction. Made twice, it is the same decision.
 */
public final class Decisions {
  static final String EMAIL = "email";
  static final String SHADOW = "shadow";
  private static final int BATCH = 50;

  private final Database database;
  private final Waiting waiting;
  private final Watchlist watchlist;
  private final Owners owners;
  private final Ledger ledger;
  private final Composer composer;
  private final Views views;
  private final Settings settings;
  private final InstantSource clock;
  private final InstantSource wall;

  /** {@code shadow} is how long after its very first start a notifier tells ops only. */
  record Settings(Policy policy, Duration shadow) {}

  /** The parts of the module a decision needs. */
  record Parts(
      Database database,
      Waiting waiting,
      Watchlist watchlist,
      Owners owners,
      Ledger ledger,
      Composer composer) {}

  Decisions(Parts parts, Settings settings, InstantSource clock, InstantSource wall) {
    this.database = parts.database();
    this.waiting = parts.waiting();
    this.watchlist = parts.watchlist();
    this.owners = parts.owners();
    this.ledger = parts.ledger();
    this.composer = parts.composer();
    this.views = new Views(parts.watchlist(), parts.ledger());
    this.settings = settings;
    this.clock = clock;
    this.wall = wall;
  }

  /** Decides for some owners; returns whether there were any. */
  public boolean step() {
    Instant now = clock.instant();
    List<String> due = waiting.due(now, BATCH);
    due.forEach(owner -> database.write(handle -> decide(handle, owner, now)));
    return !due.isEmpty();
  }

  /** Whether only ops is told as yet. */
  public boolean isShadow() {
    Instant now = clock.instant();
    return now.isBefore(database.write(handle -> firstStart(handle, now)).plus(settings.shadow()));
  }

  private boolean decide(Handle handle, String id, Instant now) {
    Instant shadowEnd = firstStart(handle, now).plus(settings.shadow());
    boolean shadow = now.isBefore(shadowEnd);
    Owner owner = owners.of(id);
    View view = views.of(handle, id, shadow ? SHADOW : EMAIL, owner.zone(), now);
    Decision decision = Decider.decide(view, settings.policy());
    for (Telling telling : decision.tellings()) {
      tell(handle, id, telling, shadow, now);
    }
    Optional<Instant> next =
        Stream.concat(
                decision.next().stream(),
                shadow && !view.groups().isEmpty() ? Stream.of(shadowEnd) : Stream.empty())
            .min(Instant::compareTo);
    waiting.next(handle, id, next);
    return true;
  }

  private static Instant firstStart(Handle handle, Instant now) {
    handle.execute(
        "INSERT INTO meta (name, value) VALUES ('first-start', ?) ON CONFLICT (name) DO NOTHING",
        now.toString());
    return Instant.parse(
        handle
            .select("SELECT value FROM meta WHERE name = 'first-start'")
            .mapTo(String.class)
            .one());
  }

  private void tell(Handle handle, String id, Telling telling, boolean shadow, Instant now) {
    String channel = shadow ? SHADOW : EMAIL;
    String delivery = deliveryId(id, channel, telling);
    Owner owner = owners.of(id);
    Letter letter =
        new Letter(
            delivery,
            telling.kind(),
            owner,
            shadow ? owners.ops() : owner,
            shadow,
            telling.items().stream().map(item -> entry(handle, item)).toList(),
            telling.kind() == MessageKind.FIRST_REPORT
                ? telling.guide().flatMap(guide -> GuideCheck.of(handle, guide))
                : Optional.empty(),
            telling.items().stream()
                .flatMap(item -> item.told().stream())
                .map(Told::delivery)
                .findFirst(),
            now);
    ledger.enter(handle, delivery(id, channel, letter, telling, now));
    telling.items().forEach(i -> NotificationLog.told(handle, id, channel, i, delivery, now));
    if (telling.kind() == MessageKind.FIRST_REPORT) {
      telling
          .guide()
          .ifPresent(guide -> NotificationLog.firstReport(handle, id, channel, guide, now));
    }
  }

  private Delivery delivery(
      String owner, String channel, Letter letter, Telling telling, Instant now) {
    List<Delivery.Told> told =
        telling.items().stream()
            .map(item ->
                new Delivery.Told(
                    item.guide(),
                    item.finding().id(),
                    item.finding().subject(),
                    item.finding().kind(),
                    item.finding().state()))
            .toList();
    return new Delivery(
        letter.delivery(),
        owner,
        channel,
        telling.kind(),
        DeliveryState.PENDING,
        Optional.empty(),
        0,
        wall.instant(),
        now,
        Optional.empty(),
        composer.mail(letter),
        told);
  }

  private Entry entry(Handle handle, Item item) {
    return new Entry(
        item.guide(),
        Views.title(GuideCheck.of(handle, item.guide()), item.guide()),
        item.finding(),
        watchlist.placements(handle, item.finding().subject()).stream()
            .filter(placement -> placement.guide().equals(item.guide()))
            .toList());
  }

  /** The same for the same decision, so that making it twice tells nothing twice. */
  private static String deliveryId(String owner, String channel, Telling telling) {
    String what =
        telling.items().stream()
            .map(item -> item.guide() + "|" + item.finding().id() + "#" + item.finding().news())
            .sorted()
            .collect(Collectors.joining(","));
    String all =
        String.join("|", owner, channel, telling.kind().name(), telling.guide().orElse(""), what);
    return Objects.requireNonNull(Findings.hash(all));
  }
}
