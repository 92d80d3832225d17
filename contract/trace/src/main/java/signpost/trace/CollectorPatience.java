package signpost.trace;

import java.time.Duration;

/**
 * For how long a collector is waited for.
 *
 * @param answer until it is connected to, and until its answer begins
 * @param whole until its answer is whole
 * @param farewell until a part ends, whatever was sent by then
 */
record CollectorPatience(Duration answer, Duration whole, Duration farewell) {
  static final CollectorPatience USUAL =
      new CollectorPatience(Duration.ofSeconds(5), Duration.ofSeconds(6), Duration.ofSeconds(1));
}
