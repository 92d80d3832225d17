package signpost.notifier.desk;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.AbsenceDays;
import signpost.catalogue.Owner;
import signpost.catalogue.Preferences;
import signpost.catalogue.TellingFrequency;
import signpost.events.FindingEvent.FindingKind;
import signpost.notifier.answer.AnswerIntake.DecisionWaker;
import signpost.notifier.delivery.FeedReaders;
import signpost.notifier.delivery.WebhookEndpoint;
import signpost.notifier.delivery.WebhookEndpoints;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.owner.OwnerDirectory;
import signpost.notifier.owner.OwnerDirectory.OwnerWishes;
import signpost.notifier.owner.Owners;
import signpost.notifier.telling.DecisionRun;
import signpost.notifier.token.TokenPurpose;
import signpost.notifier.token.TokenReading;

/**
 * Somebody's own page: what is open for them and for those whose messages they read, and how they
 * want to be told.
 */
@Singleton
public final class OwnerPage {
  private final AnswerDesk desk;
  private final Watchlist watchlist;
  private final DecisionWaker touching;
  private final DecisionRun decisions;
  private final InstantSource clock;

  OwnerPage(
      AnswerDesk desk,
      Watchlist watchlist,
      DecisionWaker touching,
      DecisionRun decisions,
      @Named("clock") InstantSource clock) {
    this.desk = desk;
    this.watchlist = watchlist;
    this.touching = touching;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** All of it; {@code endsAt}: when the link ends that leads here. */
  public record OwnerState(
      Owner owner,
      boolean subscriber,
      List<OpenItem> open,
      Optional<WebhookEndpoint> webhook,
      Optional<Integer> feed,
      List<OwnSearch> searches,
      Instant endsAt) {
    public OwnerState {
      open = List.copyOf(open);
      searches = List.copyOf(searches);
    }
  }

  /** What somebody with this link sees; nothing where the link is not good. */
  public Optional<OwnerState> of(String token) {
    boolean shadow = decisions.isShadow();
    return reader(token).map(it -> desk.database().read(handle -> state(handle, it, shadow)));
  }

  /** Why a link is not good. */
  public DeskReply refusal(String token) {
    return desk.tokens().read(TokenPurpose.OWN, token) instanceof TokenReading.ExpiredToken
        ? DeskReply.EXPIRED
        : DeskReply.REFUSED;
  }

  private OwnerState state(Handle handle, TokenReading.ValidToken link, boolean shadow) {
    Instant now = clock.instant();
    String id = link.owner();
    return new OwnerState(
        desk.people().of(handle, id),
        OwnerDirectory.isSubscriber(id),
        OpenItem.of(handle, watchlist, readBy(handle, id, shadow, now), now),
        WebhookEndpoints.of(handle, id),
        FeedReaders.generation(handle, id),
        OwnSearch.of(desk, handle, id, link.endsAt()),
        link.endsAt());
  }

  /** A subscriber reads for nobody else. */
  private List<String> readBy(Handle handle, String id, boolean shadow, Instant now) {
    if (OwnerDirectory.isSubscriber(id)) {
      return List.of(id);
    }
    Set<String> watching = watchlist.watching(handle);
    return shadow && id.equals(Owners.OPS)
        ? List.copyOf(watching)
        : desk.people().readBy(handle, id, watching, now);
  }

  private Optional<TokenReading.ValidToken> reader(String token) {
    return desk.tokens().read(TokenPurpose.OWN, token) instanceof TokenReading.ValidToken valid
        ? Optional.of(valid)
            .filter(it -> desk.database().read(handle -> desk.people().isKnown(handle, it.owner())))
        : Optional.empty();
  }

  /** Keeps how somebody wants to be told: words from a form, kinds to frequencies. */
  public DeskReply wish(
      String token, Map<FindingKind, TellingFrequency> byKind, String away, boolean mail) {
    List<AbsenceDays> days = new ArrayList<>();
    for (String words : away.isBlank() ? List.<String>of() : List.of(away.split("[,\\s]+"))) {
      Optional<AbsenceDays> parsed = AbsenceDays.parse(words);
      if (parsed.isEmpty()) {
        return DeskReply.unclear(
            "“" + brief(words) + "” is no range of days. Write 2026-12-20/2027-01-03.");
      }
      days.add(parsed.get());
    }
    return change(
        token,
        (handle, id) -> {
          if (id.equals(Owners.OPS) && !mail) {
            return DeskReply.unclear(
                "Ops is told what nobody else is, so its mails cannot be ended.");
          }
          return DeskReply.settled(
              OwnerDirectory.wish(
                  handle, id, new OwnerWishes(new Preferences(differing(byKind), mail), days)),
              "");
        });
  }

  /** A form says something of each kind; kept is what is not as it is for everybody. */
  private static Map<FindingKind, TellingFrequency> differing(
      Map<FindingKind, TellingFrequency> byKind) {
    Map<FindingKind, TellingFrequency> kept = new EnumMap<>(FindingKind.class);
    byKind.forEach((kind, frequency) -> {
      if (Preferences.usual(kind).filter(frequency::equals).isEmpty()) {
        kept.put(kind, frequency);
      }
    });
    return kept;
  }

  /** Opens a feed or gives it a new address; the words are what its address ends in. */
  public DeskReply feed(String token) {
    return change(token, (handle, id) -> DeskReply.done(MessageFeed.token(desk, handle, id)));
  }

  /** Ends all mails to somebody; asked by one POST (RFC 8058) or by their own page. */
  public DeskReply unsubscribe(String token) {
    return switch (desk.tokens().read(TokenPurpose.UNSUBSCRIBE, token)) {
      case TokenReading.ExpiredToken _ -> DeskReply.EXPIRED;
      case TokenReading.RefusedToken _ -> DeskReply.REFUSED;
      case TokenReading.ValidToken valid ->
          desk.database().write(handle -> unsubscribe(handle, valid.owner()));
    };
  }

  private DeskReply unsubscribe(Handle handle, String id) {
    if (id.equals(Owners.OPS)) {
      return DeskReply.unclear("Ops is told what nobody else is, so its mails cannot be ended.");
    }
    boolean changed;
    if (OwnerDirectory.isSubscriber(id)) {
      changed = LeavingSubscriber.leave(handle, id);
      watchlist.rewatchAll(handle);
    } else if (!desk.people().isKnown(handle, id)) {
      return DeskReply.settled(false, "");
    } else {
      Owner owner = desk.people().of(handle, id);
      changed =
          OwnerDirectory.wish(
              handle, id, new OwnerWishes(owner.preferences().withMail(false), owner.away()));
    }
    touching.touch(handle, Set.of(id), clock.instant());
    return DeskReply.settled(changed, "");
  }

  private DeskReply change(String token, BiFunction<Handle, String, DeskReply> change) {
    Instant now = clock.instant();
    return reader(token)
        .map(TokenReading.ValidToken::owner)
        .map(id ->
            desk.database()
                .write(handle -> {
                  DeskReply reply = change.apply(handle, id);
                  touching.touch(handle, Set.of(id), now);
                  return reply;
                }))
        .orElseGet(() -> refusal(token));
  }

  private static String brief(String words) {
    return words.length() > 60 ? words.substring(0, 60) : words;
  }
}
