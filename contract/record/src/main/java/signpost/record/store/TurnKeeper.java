package signpost.record.store;

import java.util.Optional;

/** Takes a turn when it can and keeps it for as long as it can; for one thread. */
public final class TurnKeeper implements AutoCloseable {
  private final Database database;
  private final String name;
  private Optional<ProcessLock> turn = Optional.empty();

  /**
   * Begins without the turn.
   *
   * @param name what one process of a database at a time may do, as {@code relay}
   */
  public TurnKeeper(Database database, String name) {
    this.database = database;
    this.name = name;
  }

  /** Whether it is this process's turn; if it is nobody's, it is from now on. */
  public boolean holds() {
    if (turn.filter(ProcessLock::held).isEmpty()) {
      close();
      turn = database.turn(name);
    }
    return turn.isPresent();
  }

  @Override
  public void close() {
    turn.ifPresent(ProcessLock::close);
    turn = Optional.empty();
  }
}
