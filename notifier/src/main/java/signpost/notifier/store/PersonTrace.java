package signpost.notifier.store;

import org.jdbi.v3.core.Handle;

/**
 * What one table keeps of a person. Whoever writes the table says how it is counted and removed, in
 * SQL that may name {@code :subscriber}, {@code <ids>}, {@code :receiver} and {@code :mailbox}.
 *
 * @param what it is, as the beginning of a line
 */
public record PersonTrace(String what, String counting, String removing) {

  /** How many rows there are. */
  public long count(Handle handle, KnownPerson person) {
    return person.bound(handle.createQuery(counting)).mapTo(Long.class).one();
  }

  /** Removes them, or takes from them who it was. */
  public void remove(Handle handle, KnownPerson person) {
    person.bound(handle.createUpdate(removing)).execute();
  }
}
