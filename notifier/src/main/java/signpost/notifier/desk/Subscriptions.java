package signpost.notifier.desk;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.MailAddress;
import signpost.catalogue.Owner;
import signpost.catalogue.PlacementScope;
import signpost.notifier.answer.AnswerIntake.DecisionWaker;
import signpost.notifier.desk.RequestLimits.LimitedRequest;
import signpost.notifier.finding.FindingStore;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.message.ShortMail;
import signpost.notifier.owner.OwnerDirectory;
import signpost.notifier.owner.SuppressedAddresses;
import signpost.notifier.store.PersonTrace;
import signpost.notifier.token.TokenPurpose;
import signpost.notifier.token.TokenReading;

/**
 * Strangers who ask to be told. Nothing is kept of an address before whoever reads there has said
 * yes, and what is answered on the page never tells who is known.
 */
@Singleton
public final class Subscriptions {
  public static final PersonTrace TRACE =
      new PersonTrace(
          "requests to write to them, counted for an hour",
          "SELECT COUNT(*) FROM asked WHERE who = :mailbox",
          "DELETE FROM asked WHERE who = :mailbox");

  private final AnswerDesk desk;
  private final Watchlist watchlist;
  private final SearchFollowing following;
  private final DecisionWaker touching;
  private final InstantSource clock;

  Subscriptions(
      AnswerDesk desk,
      Watchlist watchlist,
      SearchFollowing following,
      DecisionWaker touching,
      @Named("clock") InstantSource clock) {
    this.desk = desk;
    this.watchlist = watchlist;
    this.following = following;
    this.touching = touching;
    this.clock = clock;
  }

  /** Asks whoever reads at an address whether they want to be told of a part or a search. */
  public DeskReply ask(String client, String address, String part) {
    return switch (TypedAddress.of(address)) {
      case TypedAddress.UnusableAddress(String problem) -> DeskReply.unclear(problem);
      case TypedAddress.UsableAddress(MailAddress email) ->
          ask(client, email, SubscribedPart.of(part));
    };
  }

  private DeskReply ask(String client, MailAddress email, SubscribedPart part) {
    return switch (part) {
      case SubscribedPart.UnknownPart(String problem) -> DeskReply.unclear(problem);
      case SubscribedPart.SearchPart search ->
          ask(client, email, search.toString(), "when a page newly answers a search of theirs");
      case SubscribedPart.PlacedPart(PlacementScope scope) ->
          desk.database().read(handle -> watchlist.isPlaced(handle, scope))
              ? ask(
                  client,
                  email,
                  part.toString(),
                  "when something is wrong with a resource of: " + scope.value())
              : DeskReply.unclear("No guide has anything that is “" + scope.value() + "”.");
    };
  }

  private DeskReply ask(String client, MailAddress email, String part, String when) {
    DeskReply reply = desk.database().write(handle -> ask(handle, client, email, part, when));
    desk.sender().wake();
    return reply;
  }

  private DeskReply ask(Handle handle, String client, MailAddress email, String part, String when) {
    if (!desk.limits().allow(handle, LimitedRequest.SUBSCRIPTION, client, email.mailbox())) {
      return DeskReply.TOO_OFTEN;
    }
    if (SuppressedAddresses.has(handle, email.toString())) {
      return DeskReply.done("");
    }
    desk.notes()
        .send(
            handle,
            subscriber(email.toString()),
            email.toString(),
            new ShortMail(
                "Do you want Signpost to tell you?",
                List.of(
                    "Somebody, probably you, asked Signpost to write to this address " + when + ".",
                    "If that was you, follow the link within two days and say yes. If not, do nothing:"
                        + " you will not hear from us again."),
                "Yes, tell me",
                desk.links().confirm(email.toString(), part)));
    return DeskReply.done("");
  }

  /** What a confirmation link is for, before it is followed. */
  public DeskReply look(String token) {
    return switch (desk.tokens().read(TokenPurpose.CONFIRM, token)) {
      case TokenReading.ValidToken valid -> DeskReply.done(valid.subject());
      case TokenReading.ExpiredToken _ -> DeskReply.EXPIRED;
      case TokenReading.RefusedToken _ -> DeskReply.REFUSED;
    };
  }

  /** Takes the yes. A second one changes nothing. */
  public DeskReply confirm(String token) {
    return switch (desk.tokens().read(TokenPurpose.CONFIRM, token)) {
      case TokenReading.ExpiredToken _ -> DeskReply.EXPIRED;
      case TokenReading.RefusedToken _ -> DeskReply.REFUSED;
      case TokenReading.ValidToken valid ->
          desk.database()
              .write(handle -> confirm(handle, valid.owner(), SubscribedPart.of(valid.subject())));
    };
  }

  private DeskReply confirm(Handle handle, String email, SubscribedPart part) {
    if (SuppressedAddresses.has(handle, email)) {
      return DeskReply.EXPIRED;
    }
    return switch (part) {
      case SubscribedPart.UnknownPart _ -> DeskReply.REFUSED;
      case SubscribedPart.SearchPart(String search) -> following.begin(handle, email, search);
      case SubscribedPart.PlacedPart(PlacementScope scope) -> confirm(handle, email, scope);
    };
  }

  private DeskReply confirm(Handle handle, String email, PlacementScope scope) {
    Instant now = clock.instant();
    String id = subscriber(email);
    boolean fresh = OwnerDirectory.subscribe(handle, id, email, scope, now);
    if (fresh) {
      watchlist.rewatchAll(handle);
      touching.touch(handle, Set.of(id), now);
    }
    return DeskReply.settled(fresh, desk.links().own(id));
  }

  /** The id of whoever subscribes at an address. Capitals make nobody another reader. */
  public static String subscriber(String email) {
    return OwnerDirectory.subscriberId(FindingStore.hash(email.toLowerCase(Locale.ROOT)));
  }

  /** Sends everybody who reads at an address the link to their own page. */
  public DeskReply sendLink(String client, String address) {
    return switch (TypedAddress.of(address)) {
      case TypedAddress.UnusableAddress(String problem) -> DeskReply.unclear(problem);
      case TypedAddress.UsableAddress(MailAddress email) -> sendLink(client, email);
    };
  }

  private DeskReply sendLink(String client, MailAddress email) {
    DeskReply reply = desk.database().write(handle -> sendLink(handle, client, email));
    desk.sender().wake();
    return reply;
  }

  private DeskReply sendLink(Handle handle, String client, MailAddress email) {
    if (!desk.limits().allow(handle, LimitedRequest.LINK, client, email.mailbox())) {
      return DeskReply.TOO_OFTEN;
    }
    for (Owner owner : desk.people().at(handle, email.toString())) {
      desk.notes()
          .send(
              handle,
              owner.id(),
              owner.email(),
              new ShortMail(
                  "Your page on Signpost",
                  List.of(
                      "You asked for the link to your own page: what is open for you, and how you want"
                          + " to be told. It works for 90 days. Whoever has it can answer in your name,"
                          + " so do not pass it on."),
                  "Open your page",
                  desk.links().own(owner.id())));
    }
    return DeskReply.done("");
  }
}
