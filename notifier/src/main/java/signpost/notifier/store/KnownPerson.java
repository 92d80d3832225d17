package signpost.notifier.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.SqlStatements;
import signpost.catalogue.MailAddress;

/**
 * Somebody whose traces are looked for.
 *
 * @param subscriber the id that a subscriber at this address has, whether or not there is one
 * @param owners the ids by which the catalogue names whoever reads there
 */
public record KnownPerson(MailAddress address, String subscriber, List<String> owners) {
  public KnownPerson {
    owners = List.copyOf(owners);
  }

  /** A statement with what {@link PersonTrace} says that it may name. */
  public <T extends SqlStatement<T>> T bound(T statement) {
    return statement
        .configure(SqlStatements.class, it -> it.setUnusedBindingAllowed(true))
        .bindList("ids", ids())
        .bind("subscriber", subscriber)
        .bind("receiver", receiver())
        .bind("mailbox", address.mailbox());
  }

  private List<String> ids() {
    List<String> ids = new ArrayList<>(owners);
    ids.add(subscriber);
    return ids;
  }

  /** What a message to them has in it, for LIKE with a backslash to escape. */
  private String receiver() {
    String written = address.toString().toLowerCase(Locale.ROOT);
    return "%\"to\":\"" + written.replaceAll("([\\\\%_])", "\\\\$1") + "\",%";
  }
}
