package signpost.notifier.finding;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.events.LinkEvent.SuccessorFound;
import signpost.events.LinkHealth;
import signpost.events.PageSuccessor;
import signpost.events.RecordJson;
import signpost.notifier.store.PersonTrace;

/** Where pages that ended went, without what an owner has refused. */
final class FoundSuccessors {
  /** That a page is not the one stays said, without who said it. */
  static final PersonTrace TRACE =
      new PersonTrace(
          "pages that they said are not the ones",
          "SELECT COUNT(*) FROM refused_successor WHERE owner IN (<ids>)",
          "UPDATE refused_successor SET owner = '' WHERE owner IN (<ids>)");

  private FoundSuccessors() {}

  /** Keeps what was found in the place of what was found before. */
  static void keep(Handle handle, SuccessorFound event) {
    handle.execute(
        "INSERT INTO successor (subject, found) VALUES (?, ?) ON CONFLICT (subject)"
            + " DO UPDATE SET found = excluded.found",
        event.target().value(),
        RecordJson.write(event.successor()));
  }

  /**
   * Whether a page is not looked for any more: it is there, or its publisher says where it went or
   * that nothing took its place. What proves nothing ends no search.
   */
  static boolean isOver(LinkHealth health) {
    return switch (health) {
      case LinkHealth.Ok _, LinkHealth.Moved _ -> true;
      case LinkHealth.GoneInPlace it -> !it.mayBeElsewhere();
      case LinkHealth.Broken _,
          LinkHealth.TlsProblem _,
          LinkHealth.Suspect _,
          LinkHealth.Blocked _,
          LinkHealth.NotChecked _,
          LinkHealth.Unknown _ ->
          false;
    };
  }

  /** Forgets what a search came to that is over. */
  static void forget(Handle handle, String subject) {
    handle.execute("DELETE FROM successor WHERE subject = ?", subject);
  }

  /** What was found of a subject; empty where somebody said that it is not that. */
  static Optional<PageSuccessor> of(Handle handle, String subject) {
    return handle
        .select("SELECT found FROM successor WHERE subject = ?", subject)
        .mapTo(String.class)
        .findOne()
        .map(it -> RecordJson.read(it, PageSuccessor.class))
        .filter(it -> it.address().filter(to -> isRefused(handle, subject, to)).isEmpty());
  }

  /** Whoever owns a link knows it best: one of them is enough. */
  static void refuse(Handle handle, String subject, String address, String owner, Instant at) {
    handle.execute(
        "INSERT INTO refused_successor (subject, address, owner, at) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (subject, address) DO NOTHING",
        subject,
        address,
        owner,
        at.toEpochMilli());
  }

  private static boolean isRefused(Handle handle, String subject, String address) {
    return handle
        .select(
            "SELECT 1 FROM refused_successor WHERE subject = ? AND address = ?", subject, address)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }
}
