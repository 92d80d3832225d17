package signpost.notifier.finding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.events.ChangeKind;
import signpost.events.Explanation;
import signpost.events.FailureClass;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.events.FindingName;
import signpost.events.PageSuccessor;
import signpost.notifier.store.WireName;

/**
 * Something an owner should act on. {@code subject} is a target's or page's URL, or a host's
 * origin; {@code urgent} ones are told at once, others in the digest; {@code since} is when it
 * began, {@code openedAt} when the evidence was in; {@code news} counts what is worth telling;
 * {@code quiet} when it ended because another finding took its place; {@code moves} are its last
 * openings and endings, at most three.
 */
public record Finding(
    String id,
    String subject,
    String host,
    FindingKind kind,
    FindingState state,
    boolean urgent,
    boolean quiet,
    String summary,
    Explanation explanation,
    Instant since,
    Instant openedAt,
    Instant changedAt,
    Optional<Instant> resolvedAt,
    int news,
    List<Instant> moves,
    FindingDetail detail) {
  static final int FLAPS = 3;
  static final Duration QUIET = Duration.ofHours(24);

  public Finding {
    moves = List.copyOf(moves);
  }

  /** Whether somebody still has something to do. */
  @JsonIgnore
  public boolean isOpen() {
    return state != FindingState.RESOLVED;
  }

  /** What people read it called. */
  public FindingName called() {
    return switch (kind) {
      case GONE_IN_PLACE -> detail.gone().map(FindingName::of).orElse(FindingName.GONE);
      case CHANGED -> detail.change().map(FindingName::of).orElse(FindingName.CHANGED);
      case BROKEN,
          MOVED,
          HOST_DOWN,
          DOMAIN_ENDING,
          TLS_PROBLEM,
          REPORTED,
          REVIEW_DUE,
          ADDRESS_QUESTION ->
          FindingName.of(kind);
    };
  }

  /** The same where its owners want what the page has become. */
  Finding accepted() {
    return with(detail.about(ChangeKind.SUBSTANTIVE));
  }

  /** The same of a page that was found there; a page that has not ended went nowhere. */
  Finding at(Optional<PageSuccessor> found) {
    boolean ended = kind == FindingKind.BROKEN || kind == FindingKind.GONE_IN_PLACE;
    return with(detail.at(found.filter(_ -> ended && isOpen())));
  }

  private Finding with(FindingDetail now) {
    return new Finding(
        id,
        subject,
        host,
        kind,
        state,
        urgent,
        quiet,
        summary,
        explanation,
        since,
        openedAt,
        changedAt,
        resolvedAt,
        news,
        moves,
        now);
  }

  /** Whether its page was answered for: the silence of its host does not explain it. */
  @JsonIgnore
  public boolean isAnswered() {
    return switch (kind) {
      case GONE_IN_PLACE -> true;
      case BROKEN ->
          detail
              .rule()
              .map(name -> WireName.read(FailureClass.class, name))
              .filter(failure -> !failure.isSilence())
              .isPresent();
      case MOVED,
          HOST_DOWN,
          DOMAIN_ENDING,
          TLS_PROBLEM,
          CHANGED,
          REPORTED,
          REVIEW_DUE,
          ADDRESS_QUESTION ->
          false;
    };
  }

  /** What raised it, as ops counts rules: {@code broken/not-found}. */
  @JsonIgnore
  public String rule() {
    String name = WireName.of(kind);
    return detail.rule().map(rule -> name + "/" + rule).orElse(name);
  }

  /** Until when it is held back because it opens and ends too often. */
  public Optional<Instant> heldUntil() {
    boolean flapping =
        moves.size() >= FLAPS && !moves.getFirst().isBefore(moves.getLast().minus(QUIET));
    return flapping ? Optional.of(moves.getLast().plus(QUIET)) : Optional.empty();
  }
}
