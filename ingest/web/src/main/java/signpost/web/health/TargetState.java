package signpost.web.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import signpost.events.Attempt;
import signpost.events.FailureClass;
import signpost.events.LinkHealth;
import signpost.web.extract.PublisherWord;
import signpost.web.extract.PublisherWord.PublisherWordKind;
import signpost.web.health.Observation.PageEnded;

/**
 * What the judge remembers of a target. {@code failures} since the last success, oldest first,
 * never more than {@link #MOST_FAILURES}: the first is kept, for evidence is counted from it.
 *
 * @param mass whether, since the failures began, targets of the host turned 404 together
 * @param walls how many times in a row the host kept us out
 * @param identity what the page was known by while it was well
 * @param said what its publisher's own records say of its end, for as long as there is a sign of
 *     one; no proof of it by itself
 */
public record TargetState(
    LinkHealth health,
    List<FailedVisit> failures,
    @JsonProperty(required = true) boolean mass,
    @JsonProperty(required = true) int walls,
    Optional<PermanentMove> move,
    Optional<EndingSeen> ending,
    List<Attempt> tried,
    Optional<PageIdentity> identity,
    Optional<PublisherSaid> said) {
  static final int MOST_FAILURES = 24;
  static final int MOST_TRIED = 10;

  /** Of a target never visited. */
  public static final TargetState NEW =
      new TargetState(
          new LinkHealth.NotChecked("not visited yet"),
          List.of(),
          false,
          0,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty());

  public TargetState {
    Objects.requireNonNull(health, "health");
    failures = List.copyOf(failures);
    Objects.requireNonNull(move, "move");
    Objects.requireNonNull(ending, "ending");
    tried = List.copyOf(tried);
    Objects.requireNonNull(identity, "identity");
    boolean signs = !failures.isEmpty() || move.isPresent() || ending.isPresent();
    said = said.filter(_ -> signs);
  }

  /** A publisher's word and the publisher's name. */
  public record PublisherSaid(String publisher, PublisherWord word) {
    public PublisherSaid {
      Objects.requireNonNull(publisher, "publisher");
      Objects.requireNonNull(word, "word");
    }
  }

  /**
   * One failed visit.
   *
   * @param elsewhere at another host, to which the target's own had redirected us
   */
  public record FailedVisit(FailureClass failure, Instant at, boolean elsewhere) {
    public FailedVisit {
      Objects.requireNonNull(failure, "failure");
      Objects.requireNonNull(at, "at");
    }

    /** At the target's own host. */
    public FailedVisit(FailureClass failure, Instant at) {
      this(failure, at, false);
    }

    private boolean isSilenceLike(FailureClass other) {
      return failure.isSilence() && !elsewhere && Evidence.of(failure) == Evidence.of(other);
    }
  }

  /**
   * What the page was known by while it was well.
   *
   * @param titles its first title and its newest
   * @param site the publisher's domain it was read on
   * @param vulgar whether it ever had the words of gambling or pornography
   * @param holder the page that it said it belongs to
   */
  public record PageIdentity(
      List<String> titles,
      String site,
      @JsonProperty(required = true) boolean vulgar,
      Optional<String> holder) {
    public PageIdentity {
      titles = List.copyOf(titles);
      Objects.requireNonNull(site, "site");
      Objects.requireNonNull(holder, "holder");
    }
  }

  /** A permanent redirect and since when it has led to the same place. */
  public record PermanentMove(String to, Instant since) {
    public PermanentMove {
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(since, "since");
    }
  }

  /**
   * A page's own notice: seen first and last when, and since when it has not been seen again. It
   * stands once {@code confirmed}.
   */
  public record EndingSeen(
      PageEnded ending,
      Instant firstAt,
      Instant lastAt,
      @JsonProperty(required = true) boolean confirmed,
      Optional<Instant> absentSince) {
    public EndingSeen {
      Objects.requireNonNull(ending, "ending");
      Objects.requireNonNull(firstAt, "firstAt");
      Objects.requireNonNull(lastAt, "lastAt");
      Objects.requireNonNull(absentSince, "absentSince");
    }
  }

  /**
   * Whether what was read at this moment is not the page itself but what hides behind its status:
   * the site's "not found" page, its home page, somebody else's.
   */
  public boolean showsAnother(Instant at) {
    return ending
        .filter(it -> !Evidence.isNotice(it.ending().kind()))
        .filter(it -> it.lastAt().equals(at) && it.absentSince().isEmpty())
        .isPresent();
  }

  /** Whether it is worth asking what its publisher's records say: a sign of an end is new. */
  public boolean asksForWord(Instant now) {
    boolean missing =
        health instanceof LinkHealth.Suspect
            && failures.stream()
                .filter(it -> Evidence.of(it.failure()) == Evidence.MISSING)
                .anyMatch(it -> it.at().equals(now));
    boolean ends = ending.filter(it -> it.lastAt().equals(now) && !it.confirmed()).isPresent();
    boolean moves = move.filter(it -> it.since().equals(now)).isPresent();
    return (missing && !isRemoved()) || (said.isEmpty() && (ends || moves));
  }

  /** Whether its publisher's records say that it was taken down. */
  boolean isRemoved() {
    return said.filter(it -> it.word().kind() == PublisherWordKind.REMOVED).isPresent();
  }

  /** Knowing what its publisher's records say of its end, of which there must be a sign. */
  public TargetState saying(PublisherSaid word) {
    return new TargetState(
        health, failures, mass, walls, move, ending, tried, identity, Optional.of(word));
  }

  TargetState withHealth(LinkHealth other) {
    return new TargetState(other, failures, mass, walls, move, ending, tried, identity, said);
  }

  TargetState withFailures(List<FailedVisit> others) {
    return new TargetState(
        health, others, mass && !others.isEmpty(), walls, move, ending, tried, identity, said);
  }

  /**
   * Without the failures of a time in which nothing counts. Where none is left, a suspicion has
   * lost its ground; what has been proven stands.
   */
  TargetState without(Predicate<FailedVisit> uncounted) {
    if (health instanceof LinkHealth.Broken) {
      return this;
    }
    List<FailedVisit> left = failures.stream().filter(uncounted.negate()).toList();
    return left.size() == failures.size() ? this : withFailures(left);
  }

  /** Since when its host has been silent here without a break, as it is at {@code now}. */
  Instant silentSince(FailureClass silence, Instant now) {
    Instant since = now;
    for (FailedVisit one : failures.reversed()) {
      if (!one.isSilenceLike(silence) || one.at().plus(TargetMemory.HOLE).isBefore(since)) {
        return since;
      }
      since = one.at();
    }
    return since;
  }

  /** Since when it has failed, and from now on if it has not. */
  Instant failingSince(Instant now) {
    return failures.isEmpty() ? now : failures.getFirst().at();
  }
}
