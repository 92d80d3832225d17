package signpost.record;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A failure and what caused it, the outermost first. */
public final class CauseChain {
  /** Causes may go round in a circle. */
  private static final int DEEPEST = 20;

  private CauseChain() {}

  public static List<Throwable> of(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(DEEPEST).toList();
  }
}
