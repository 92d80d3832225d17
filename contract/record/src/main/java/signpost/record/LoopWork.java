package signpost.record;

/** What a loop does: it begins lives, each of which ends with its first failure or the loop. */
@FunctionalInterface
public interface LoopWork {

  /** Opens what steps need; called at the start and again after each failure. */
  LoopLife begin() throws Exception;

  /** Steps one after another, until one of them fails or the loop is closed. */
  @FunctionalInterface
  interface LoopLife extends AutoCloseable {

    /** Does what is next; returns whether there may be more to do at once. */
    boolean step() throws Exception;

    /** From another thread, when the loop is closed: ends a wait within a step. */
    default void hurry() {}

    /** Lets go of what was opened. */
    @Override
    default void close() {}
  }

  /** Work that opens nothing. */
  static LoopWork steps(LoopLife step) {
    return () -> step;
  }
}
