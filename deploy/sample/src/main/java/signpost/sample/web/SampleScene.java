package signpost.sample.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import signpost.events.FindingEvent.FindingKind;

/**
 * A happening as the sample web plays it.
 *
 * @param from since day zero
 * @param lasting nothing means for good
 * @param effects none for what has been so from the beginning
 */
record SampleScene(
    String id,
    Duration from,
    Optional<Duration> lasting,
    SampleHost twin,
    String what,
    List<HostEffect> effects,
    List<ExpectedTelling> expected) {
  SampleScene {
    Objects.requireNonNull(id, "id");
    effects = List.copyOf(effects);
    expected = List.copyOf(expected);
  }

  /** What must be told about a path of this twin (empty: its host), and how long it may take. */
  record ExpectedTelling(String path, FindingKind kind, Duration within) {}

  boolean isOn(Instant dayZero, Instant at) {
    Instant start = dayZero.plus(from);
    return !at.isBefore(start) && lasting.map(l -> at.isBefore(start.plus(l))).orElse(true);
  }

  SampleHappening happening(Instant dayZero, int port) {
    Instant start = dayZero.plus(from);
    List<ExpectedAlert> dues =
        expected.stream()
            .map(e ->
                new ExpectedAlert(twin.origin(port) + e.path(), e.kind(), start.plus(e.within())))
            .toList();
    return new SampleHappening(id, start, twin.id(), what, dues);
  }
}
