package signpost.notifier.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.notifier.store.KnownPerson;
import signpost.notifier.store.PersonTrace;
import signpost.record.store.Database;

/** What is kept of people because they were written to, and how long. */
public final class DeliveryTraces {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryTraces.class);

  /** By its receiver: a team's message is in its name, and goes to each of its members. */
  private static final String THEIRS =
      " FROM delivery WHERE owner = :subscriber OR LOWER(mail) LIKE :receiver ESCAPE '\\'";

  /**
   * News that waits for an owner goes to ops at its turn, for nobody else would hear of it; what a
   * subscriber asked for goes whole.
   */
  private static final String ENDED =
      THEIRS + " AND (state IN ('SENT', 'GIVEN_UP') OR kind = 'REQUESTED')";

  /** In the order in which they are shown. */
  public static final List<PersonTrace> ALL =
      List.of(
          new PersonTrace("messages to them", "SELECT COUNT(*)" + THEIRS, "DELETE" + ENDED),
          new PersonTrace(
              "webhooks",
              "SELECT COUNT(*) FROM endpoint WHERE owner IN (<ids>)",
              "DELETE FROM endpoint WHERE owner IN (<ids>)"),
          new PersonTrace(
              "feeds",
              "SELECT COUNT(*) FROM feed WHERE owner IN (<ids>)",
              "DELETE FROM feed WHERE owner IN (<ids>)"));

  /** As long as a message's news are (the topics' history), and no longer. */
  public static final Duration KEPT = Duration.ofDays(400);

  /** Of a message that somebody asked for at a form: nobody may have said yes to it. */
  public static final Duration REQUESTED_KEPT = Duration.ofDays(30);

  private static final String OLD =
      "state IN ('SENT', 'GIVEN_UP')"
          + " AND decided_at < CASE kind WHEN 'REQUESTED' THEN :requested ELSE :usual END";

  private DeliveryTraces() {}

  /**
   * Forgets messages of which nothing more becomes, with their files, once they are old. One whose
   * file cannot be removed stays, until it can.
   */
  public static void forgetOld(Database database, Path data, Instant now) {
    List<String> removed =
        database
            .read(handle ->
                old(handle.createQuery("SELECT id FROM delivery WHERE " + OLD), now)
                    .mapTo(String.class)
                    .list())
            .stream()
            .filter(id -> isRemoved(data, id))
            .toList();
    database.write(handle -> {
      removed.forEach(id -> handle.execute("DELETE FROM delivery WHERE id = ?", id));
      return removed.size();
    });
  }

  private static boolean isRemoved(Path data, String id) {
    try {
      removeFiles(data, List.of(id));
      return true;
    } catch (IOException e) {
      LOG.warn("The file of message {} cannot be removed, so its row stays: {}", id, e.toString());
      return false;
    }
  }

  private static <T extends SqlStatement<T>> T old(T statement, Instant now) {
    return statement
        .bind("requested", now.minus(REQUESTED_KEPT).toEpochMilli())
        .bind("usual", now.minus(KEPT).toEpochMilli());
  }

  /** The ids of the messages to somebody of which nothing more becomes. */
  public static List<String> ids(Handle handle, KnownPerson person) {
    return person.bound(handle.createQuery("SELECT id" + ENDED)).mapTo(String.class).list();
  }

  /** Removes the files of messages, where they were written to files. */
  public static void removeFiles(Path data, Collection<String> ids) throws IOException {
    for (String id : ids) {
      Files.deleteIfExists(OutgoingFolder.file(data, id));
    }
  }
}
