package signpost.notifier.person;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.MailAddress;
import signpost.catalogue.Owner;
import signpost.notifier.answer.AnswerLog;
import signpost.notifier.delivery.DeliveryTraces;
import signpost.notifier.desk.Subscriptions;
import signpost.notifier.due.DecisionQueue;
import signpost.notifier.finding.FindingStore;
import signpost.notifier.follow.FollowedSearches;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.owner.OwnerDirectory;
import signpost.notifier.owner.SuppressedAddresses;
import signpost.notifier.store.KnownPerson;
import signpost.notifier.store.PersonTrace;
import signpost.notifier.told.NotificationLog;
import signpost.record.store.Database;

/**
 * All that the notifier keeps of people, by their mail addresses. It may run meanwhile: it holds
 * nothing of them in memory but what the catalogue's files say.
 */
public final class PersonRecords {
  private static final List<PersonTrace> TRACES =
      Stream.of(
              OwnerDirectory.TRACES,
              DeliveryTraces.ALL,
              NotificationLog.TRACES,
              FollowedSearches.TRACES,
              List.of(
                  Watchlist.TRACE,
                  DecisionQueue.TRACE,
                  AnswerLog.TRACE,
                  FindingStore.TRACE,
                  Subscriptions.TRACE))
          .flatMap(List::stream)
          .toList();

  private final Database database;
  private final Path folder;
  private final Collection<Owner> owners;
  private final List<String> former;

  /**
   * What is kept in a database and its data folder.
   *
   * @param owners whom the catalogue names
   * @param former ids by which it named whoever is looked for before
   */
  public PersonRecords(
      Database database, Path folder, Collection<Owner> owners, List<String> former) {
    this.former = List.copyOf(former);
    this.database = database;
    this.folder = folder;
    this.owners = List.copyOf(owners);
  }

  /**
   * What is kept of somebody.
   *
   * @param rows how many of each kind; what is not kept is left out
   * @param named the ids by which the catalogue names them, which only its files can end
   * @param suppressed whether they are not written to again
   */
  public record KeptOfPerson(Map<String, Long> rows, List<String> named, boolean suppressed) {
    public KeptOfPerson {
      rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
      named = List.copyOf(named);
    }

    /** Whether nothing is, but that they are not to be written to. */
    public boolean isNothing() {
      return rows.isEmpty() && named.isEmpty();
    }
  }

  /** Looks for what is kept of whoever reads at an address. */
  public KeptOfPerson find(MailAddress address) {
    KnownPerson person = person(address);
    return database.read(handle -> kept(handle, person));
  }

  /**
   * Removes it, and marks the address so that it is not written to again; all of it or nothing.
   * Answers stay, for guides follow them, without who gave them.
   *
   * @return what was kept before
   * @throws IOException if the file of a mail cannot be removed; the rest is, and a second time
   *     ends it
   */
  public KeptOfPerson remove(MailAddress address, Instant now) throws IOException {
    KnownPerson person = person(address);
    List<String> mails = database.read(handle -> DeliveryTraces.ids(handle, person));
    DeliveryTraces.removeFiles(folder, mails);
    return database.write(handle -> {
      KeptOfPerson before = kept(handle, person);
      TRACES.forEach(trace -> trace.remove(handle, person));
      SuppressedAddresses.add(handle, address, now);
      return before;
    });
  }

  /** Lets an address be written to again; returns whether it was not. */
  public boolean allow(MailAddress address) {
    return database.write(handle -> SuppressedAddresses.lift(handle, address));
  }

  private KnownPerson person(MailAddress address) {
    return new KnownPerson(
        address,
        Subscriptions.subscriber(address.toString()),
        Stream.concat(named(address), former.stream()).toList());
  }

  private Stream<String> named(MailAddress address) {
    return owners.stream()
        .filter(it -> it.email().equalsIgnoreCase(address.toString()))
        .map(Owner::id);
  }

  private KeptOfPerson kept(Handle handle, KnownPerson person) {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (PersonTrace trace : TRACES) {
      long count = trace.count(handle, person);
      if (count > 0) {
        rows.put(trace.what(), count);
      }
    }
    return new KeptOfPerson(
        rows,
        named(person.address()).toList(),
        SuppressedAddresses.has(handle, person.address().toString()));
  }
}
