package signpost.record.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The right to do what one process at a time may do. It is bound to a connection and ends with it,
 * so that a process that was killed leaves nothing locked.
 */
public interface ProcessLock extends AutoCloseable {
  /** Whether it still is this process's turn; false once the connection is gone. */
  boolean held();

  @Override
  void close();

  /** In a file of one process's own it is always its turn. */
  record SingleProcess() implements ProcessLock {
    @Override
    public boolean held() {
      return true;
    }

    @Override
    public void close() {
      // nothing is held
    }
  }

  /** A session-level advisory lock of PostgreSQL. */
  record AdvisoryLock(Handle handle, String name) implements ProcessLock {
    private static final String KEY = "hashtextextended('signpost ' || :name, 0)";

    /** Takes the lock or, where another process has it, returns at once with nothing. */
    static Optional<ProcessLock> take(Handle handle, String name) {
      ProcessLock turn = new AdvisoryLock(handle, name);
      try {
        if (ask(handle, name, "SELECT pg_try_advisory_lock(" + KEY + ")")) {
          return Optional.of(turn);
        }
      } catch (RuntimeException e) {
        handle.close();
        throw e;
      }
      handle.close();
      return Optional.empty();
    }

    @Override
    public boolean held() {
      try {
        return ask(handle, name, "SELECT :name IS NOT NULL");
      } catch (JdbiException _) {
        return false;
      }
    }

    @Override
    public void close() {
      try (handle) {
        ask(handle, name, "SELECT pg_advisory_unlock(" + KEY + ")");
      } catch (JdbiException _) {
        // The connection is gone, and the lock with it.
      }
    }

    private static boolean ask(Handle handle, String name, String question) {
      return handle.createQuery(question).bind("name", name).mapTo(Boolean.class).one();
    }
  }
}
