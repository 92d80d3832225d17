package signpost.tools.check;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The targets of one host and how fast they may be asked for. Guarded by {@link HostLanes}. */
final class HostLane {
  final String host;
  private final int most;
  private final Deque<CheckTarget> waiting = new ArrayDeque<>();
  private long gapNanos;
  private long readyAt;
  private double limit;
  private int inFlight;
  private int failures;
  private boolean queued;
  private Optional<CheckVerdict> closed = Optional.empty();

  HostLane(String host, int most, long gapNanos, long now) {
    this.host = host;
    this.most = most;
    this.limit = most;
    this.gapNanos = gapNanos;
    this.readyAt = now;
  }

  boolean own() {
    return most > 1 || gapNanos == 0;
  }

  void add(CheckTarget target) {
    waiting.addLast(target);
  }

  void addFirst(CheckTarget target) {
    waiting.addFirst(target);
  }

  boolean eligible() {
    return !queued && !waiting.isEmpty() && inFlight < (int) limit;
  }

  boolean queued() {
    return queued;
  }

  void queue() {
    queued = true;
  }

  void unqueue() {
    queued = false;
  }

  long readyAt() {
    return readyAt;
  }

  CheckTarget take(long now) {
    queued = false;
    inFlight++;
    readyAt = Math.max(readyAt, now + gapNanos);
    return waiting.removeFirst();
  }

  void release() {
    inFlight--;
  }

  /** AIMD: one more after a round of successes, half after trouble. */
  void fared(boolean well) {
    limit = well ? Math.min(most, limit + 1 / limit) : Math.max(1, limit / 2);
    failures = well ? 0 : failures + 1;
  }

  int failures() {
    return failures;
  }

  void pause(long until) {
    readyAt = Math.max(readyAt, until);
  }

  void slow(long gap) {
    gapNanos = Math.max(gapNanos, gap);
  }

  void close(CheckVerdict why) {
    closed = Optional.of(why);
    readyAt = 0;
    gapNanos = 0;
  }

  Optional<CheckVerdict> closed() {
    return closed;
  }
}
