package signpost.notifier.telling;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.Owner;
import signpost.events.PlacementRef;
import signpost.notifier.decision.OwnerDecision.DecidedFinding;
import signpost.notifier.decision.OwnerDecision.DecidedMessage;
import signpost.notifier.decision.ToldLog;
import signpost.notifier.delivery.Delivery;
import signpost.notifier.delivery.Delivery.Letterhead;
import signpost.notifier.delivery.DeliveryChannels;
import signpost.notifier.delivery.DeliveryLedger;
import signpost.notifier.finding.FindingStore;
import signpost.notifier.listing.GuideCheck;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.message.Letter;
import signpost.notifier.message.LetterComposer;
import signpost.notifier.message.LetterEntry;
import signpost.notifier.message.MessageKind;
import signpost.notifier.owner.MessageReaders;
import signpost.notifier.owner.MessageReaders.MessageReader;
import signpost.notifier.owner.OwnerDirectory;
import signpost.notifier.store.UnreadableRows;
import signpost.notifier.told.NotificationLog;
import signpost.record.store.CommittedSpans;

/** Writes what was decided into the ledger, a letter for each reader, and into the log. */
@Singleton
final class LetterWriter {
  private final Watchlist watchlist;
  private final OwnerDirectory people;
  private final DeliveryChannels channels;
  private final DeliveryLedger ledger;
  private final LetterComposer composer;
  private final CommittedSpans spans;
  private final InstantSource wall;

  LetterWriter(
      Watchlist watchlist,
      OwnerDirectory people,
      DeliveryChannels channels,
      DeliveryLedger ledger,
      LetterComposer composer,
      CommittedSpans spans,
      @Named("wall") InstantSource wall) {
    this.watchlist = watchlist;
    this.people = people;
    this.channels = channels;
    this.ledger = ledger;
    this.composer = composer;
    this.spans = spans;
    this.wall = wall;
  }

  void write(
      Handle handle,
      String id,
      ToldChannel way,
      DecidedMessage telling,
      Instant now,
      UnreadableRows unreadable) {
    boolean _ =
        spans.in(
            () -> TellingSpan.of(handle, telling, way.channel()),
            _ -> {
              written(handle, id, way, telling, now, unreadable);
              return true;
            });
  }

  private void written(
      Handle handle,
      String id,
      ToldChannel way,
      DecidedMessage telling,
      Instant now,
      UnreadableRows unreadable) {
    String base = deliveryId(id, way.channel(), telling);
    Owner owner = people.of(handle, id);
    Map<String, String> titles = new HashMap<>();
    List<LetterEntry> entries =
        telling.items().stream().map(item -> entry(handle, item, titles, unreadable)).toList();
    Optional<GuideCheck> check =
        telling.kind() == MessageKind.FIRST_REPORT
            ? telling.guide().flatMap(guide -> GuideCheck.of(handle, guide))
            : Optional.empty();
    Optional<String> earlier =
        telling.items().stream()
            .flatMap(item -> item.told().stream())
            .map(ToldLog::delivery)
            .findFirst();
    for (MessageReader reader : readers(handle, owner, way, now)) {
      boolean own = reader.owner().id().equals(id) || way.channel().equals(DeliveryChannels.SHADOW);
      String delivery = own ? base : FindingStore.hash(base + "|" + reader.owner().id());
      Letter letter =
          new Letter(
              delivery,
              telling.kind(),
              owner,
              reader,
              way.channel().equals(DeliveryChannels.SHADOW),
              !way.machine(),
              entries,
              check,
              own ? earlier : Optional.empty(),
              now);
      ledger.enter(handle, delivery(id, way.channel(), letter, telling, now));
    }
    log(handle, id, way.channel(), telling, base, now);
  }

  private List<MessageReader> readers(Handle handle, Owner owner, ToldChannel way, Instant now) {
    if (way.machine()) {
      return List.of(new MessageReader(owner, MessageReaders.ReaderReason.OWNER));
    }
    Owner ops = people.ops(handle);
    if (way.channel().equals(DeliveryChannels.SHADOW)) {
      return List.of(new MessageReader(ops, MessageReaders.ReaderReason.NOBODY_ELSE));
    }
    if (!owner.preferences().mail() && channels.hasMachine(handle, owner.id())) {
      return List.of();
    }
    return MessageReaders.of(owner, ops, now, id -> people.of(handle, id));
  }

  private static void log(
      Handle handle,
      String id,
      String channel,
      DecidedMessage telling,
      String delivery,
      Instant now) {
    telling.items().forEach(i -> NotificationLog.told(handle, id, channel, i, delivery, now));
    if (telling.kind() == MessageKind.FIRST_REPORT) {
      telling
          .guide()
          .ifPresent(guide -> NotificationLog.firstReport(handle, id, channel, guide, now));
    }
  }

  private Delivery delivery(
      String owner, String channel, Letter letter, DecidedMessage telling, Instant now) {
    List<Delivery.DeliveredFinding> told =
        telling.items().stream()
            .map(item ->
                new Delivery.DeliveredFinding(
                    item.guide(),
                    item.finding().id(),
                    item.finding().subject(),
                    item.finding().kind(),
                    item.finding().state()))
            .toList();
    return Delivery.pending(
        new Letterhead(letter.delivery(), owner, channel, telling.kind()),
        wall.instant(),
        now,
        composer.mail(letter),
        told);
  }

  private LetterEntry entry(
      Handle handle, DecidedFinding item, Map<String, String> titles, UnreadableRows unreadable) {
    String guide = item.guide();
    String subject = item.finding().subject();
    List<PlacementRef> placements =
        unreadable
            .passOver("Where " + subject + " stands", () -> watchlist.placements(handle, subject))
            .orElse(List.of());
    return new LetterEntry(
        guide,
        titles.computeIfAbsent(guide, id -> Watchlist.title(watchlist.guide(handle, id), id)),
        item.finding(),
        placements.stream().filter(placement -> placement.guide().equals(guide)).toList(),
        item.escalated());
  }

  /** The same for the same decision, so that making it twice tells nothing twice. */
  private static String deliveryId(String owner, String channel, DecidedMessage telling) {
    String what =
        telling.items().stream().map(LetterWriter::words).sorted().collect(Collectors.joining(","));
    String all =
        String.join("|", owner, channel, telling.kind().name(), telling.guide().orElse(""), what);
    return Objects.requireNonNull(FindingStore.hash(all));
  }

  /** What is put off and told again is another message than the first. */
  private static String words(DecidedFinding item) {
    String before = item.told().map(told -> "@" + told.at().toEpochMilli()).orElse("");
    return item.guide() + "|" + item.finding().id() + "#" + item.finding().news() + before;
  }
}
