package signpost.notifier.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Odd things are looked at twice before anybody hears of them. */
record Settle(Instant now) implements Stage {
  @Override
  public Passed pass(List<Pending> pending) {
    return Passed.unless(
        pending,
        one ->
            one.candidate().isHeld(now)
                ? Optional.of(one.held(HeldReason.LOOKED_AT_TWICE))
                : Optional.empty());
  }
}
