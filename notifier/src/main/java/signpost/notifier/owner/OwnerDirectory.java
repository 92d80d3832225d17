package signpost.notifier.owner;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.AbsenceDays;
import signpost.catalogue.Owner;
import signpost.catalogue.PlacementScope;
import signpost.catalogue.Preferences;
import signpost.events.RecordJson;
import signpost.notifier.store.PersonTrace;
import signpost.notifier.store.UnreadableRows;

/** Everybody who may be told: the catalogue's owners with their own wishes, and subscribers. */
@Singleton
public final class OwnerDirectory {
  private static final String SUBSCRIBER = "subscriber-";

  /** What is kept of people because they said how they want to be told. */
  public static final List<PersonTrace> TRACES =
      List.of(
          new PersonTrace(
              "subscriptions",
              "SELECT COUNT(*) FROM subscriber WHERE id = :subscriber",
              "DELETE FROM subscriber WHERE id = :subscriber"),
          new PersonTrace(
              "wishes how to be told",
              "SELECT COUNT(*) FROM wish WHERE owner IN (<ids>)",
              "DELETE FROM wish WHERE owner IN (<ids>)"));

  private final Owners owners;

  public OwnerDirectory(Owners owners) {
    this.owners = owners;
  }

  /** What somebody chose on their own page. */
  public record OwnerWishes(Preferences preferences, List<AbsenceDays> away) {
    public OwnerWishes {
      away = List.copyOf(away);
    }
  }

  /** A stranger who asked to be told, and of what. */
  public record GuideSubscriber(
      String id, String email, List<PlacementScope> scopes, Instant confirmedAt) {
    public GuideSubscriber {
      scopes = List.copyOf(scopes);
    }
  }

  /** Whether an id is a subscriber's. */
  public static boolean isSubscriber(String id) {
    return id.startsWith(SUBSCRIBER);
  }

  /** The id of whoever reads at an address. */
  public static String subscriberId(String hash) {
    return SUBSCRIBER + hash;
  }

  /** Whether links made for somebody still count: not those of whoever has left. */
  public boolean isKnown(Handle handle, String id) {
    return isSubscriber(id)
        ? subscriber(handle, id).isPresent()
        : id.equals(Owners.OPS)
            || (owners.knows(id) && !SuppressedAddresses.has(handle, owners.of(id).email()));
  }

  /** Who answers for what nobody owns; told whatever was wished, where that cannot be read. */
  public Owner ops(Handle handle) {
    Owner ops = owners.ops();
    return new UnreadableRows().passOver("What ops wishes", () -> wishing(handle, ops)).orElse(ops);
  }

  /** The owner or subscriber with this id; ops where there is none who may be written to. */
  public Owner of(Handle handle, String id) {
    Owner known =
        isSubscriber(id)
            ? subscriber(handle, id).map(OwnerDirectory::owner).orElse(owners.ops())
            : owners.of(id);
    return known.id().equals(Owners.OPS) || SuppressedAddresses.has(handle, known.email())
        ? ops(handle)
        : wishing(handle, known);
  }

  /** Who is meant by an address, everybody who reads there; nobody where none may be written to. */
  public List<Owner> at(Handle handle, String email) {
    List<Owner> found = new ArrayList<>();
    if (SuppressedAddresses.has(handle, email)) {
      return found;
    }
    Stream.concat(owners.all().stream(), Stream.of(owners.ops()))
        .filter(it -> it.email().equalsIgnoreCase(email))
        .forEach(found::add);
    subscribers(handle).stream()
        .filter(it -> it.email().equalsIgnoreCase(email))
        .map(OwnerDirectory::owner)
        .forEach(found::add);
    return found;
  }

  /**
   * Those whose messages somebody reads now: their own, and of these owners a team's that they
   * belong to, of whom they stand in for, and what nobody else reads. Each person is read once.
   */
  public List<String> readBy(Handle handle, String reader, Collection<String> owners, Instant now) {
    UnreadableRows unreadable = new UnreadableRows();
    Owner ops = ops(handle);
    Map<String, Owner> read = new HashMap<>();
    Function<String, Owner> people = id -> read.computeIfAbsent(id, it -> of(handle, it));
    Stream<String> others =
        owners.stream()
            .filter(id -> !id.equals(reader) && !isSubscriber(id))
            .filter(id ->
                unreadable
                    .passOver(
                        "Who reads for " + id,
                        () ->
                            isOneOf(MessageReaders.of(people.apply(id), ops, now, people), reader))
                    .orElse(false));
    return Stream.concat(Stream.of(reader), others).toList();
  }

  private static boolean isOneOf(List<MessageReaders.MessageReader> readers, String id) {
    return readers.stream().anyMatch(it -> it.owner().id().equals(id));
  }

  private static Owner owner(GuideSubscriber subscriber) {
    return new Owner(subscriber.id(), "", subscriber.email(), ZoneId.of("Europe/London"));
  }

  private static Owner wishing(Handle handle, Owner owner) {
    return wishes(handle, owner.id())
        .map(wishes -> owner.with(wishes.preferences(), wishes.away()))
        .orElse(owner);
  }

  /** What somebody chose, if anything. */
  public static Optional<OwnerWishes> wishes(Handle handle, String id) {
    return handle
        .select("SELECT body FROM wish WHERE owner = ?", id)
        .map((row, _) -> RecordJson.read(row.getString("body"), OwnerWishes.class))
        .findOne();
  }

  /** Keeps what somebody chose; whether it is another than before. */
  public static boolean wish(Handle handle, String id, OwnerWishes wishes) {
    boolean same =
        new UnreadableRows()
            .passOver("What " + id + " wishes", () -> wishes(handle, id))
            .flatMap(Function.identity())
            .filter(wishes::equals)
            .isPresent();
    if (!same) {
      handle.execute(
          "INSERT INTO wish (owner, body) VALUES (?, ?)"
              + " ON CONFLICT (owner) DO UPDATE SET body = excluded.body",
          id,
          RecordJson.write(wishes));
    }
    return !same;
  }

  /** All who asked to be told and proved their address, as far as they can be read. */
  public static List<GuideSubscriber> subscribers(Handle handle) {
    UnreadableRows unreadable = new UnreadableRows();
    return handle
        .select("SELECT id, body FROM subscriber ORDER BY id")
        .map((row, _) ->
            unreadable.passOver(
                "The " + row.getString("id"),
                () -> RecordJson.read(row.getString("body"), GuideSubscriber.class)))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<GuideSubscriber> subscriber(Handle handle, String id) {
    return handle
        .select("SELECT body FROM subscriber WHERE id = ?", id)
        .map((row, _) -> RecordJson.read(row.getString("body"), GuideSubscriber.class))
        .findOne();
  }

  /** Adds a part to what somebody subscribed to; returns whether that is new. */
  public static boolean subscribe(
      Handle handle, String id, String email, PlacementScope scope, Instant now) {
    Optional<GuideSubscriber> before = subscriber(handle, id);
    List<PlacementScope> scopes =
        new ArrayList<>(before.map(GuideSubscriber::scopes).orElse(List.of()));
    if (scopes.contains(scope)) {
      return false;
    }
    scopes.add(scope);
    save(
        handle,
        new GuideSubscriber(
            id,
            email.toLowerCase(Locale.ROOT),
            scopes,
            before.map(GuideSubscriber::confirmedAt).orElse(now)));
    return true;
  }

  /** Lets somebody who proved their address read; they may have subscribed to nothing yet. */
  public static void admit(Handle handle, String id, String email, Instant now) {
    if (subscriber(handle, id).isEmpty()) {
      save(handle, new GuideSubscriber(id, email.toLowerCase(Locale.ROOT), List.of(), now));
    }
  }

  /** Whether somebody reads who subscribed to no part of what is placed. */
  public static boolean isIdle(Handle handle, String id) {
    return subscriber(handle, id).filter(it -> it.scopes().isEmpty()).isPresent();
  }

  /** Takes away what somebody subscribed to; whether it was anything. */
  public static boolean unsubscribe(Handle handle, String id) {
    handle.execute("DELETE FROM wish WHERE owner = ?", id);
    return handle.execute("DELETE FROM subscriber WHERE id = ?", id) == 1;
  }

  private static void save(Handle handle, GuideSubscriber subscriber) {
    handle.execute(
        "INSERT INTO subscriber (id, body) VALUES (?, ?)"
            + " ON CONFLICT (id) DO UPDATE SET body = excluded.body",
        subscriber.id(),
        RecordJson.write(subscriber));
  }
}
