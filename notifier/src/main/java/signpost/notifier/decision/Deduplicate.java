package signpost.notifier.decision;

import java.time.Instant;
import java.util.List;

/** What its owner knows, or has answered, is not told again. */
record Deduplicate(Instant now) implements Stage {
  @Override
  public Passed pass(List<Pending> pending) {
    return Passed.unless(pending, one -> one.candidate().knownAs(now).map(one::held));
  }
}
