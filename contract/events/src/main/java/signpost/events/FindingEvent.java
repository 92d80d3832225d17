package signpost.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Something an owner should act on, as pages and search show it. No people in it. */
public sealed interface FindingEvent extends Event {

  @Override
  default String topic() {
    return Topics.FINDINGS;
  }

  /**
   * The state of one finding. {@code subject} is the target or page URL, a host's origin, or a line
   * of a guide as {@link GuideLine} names it; {@code answers} what owners said of it last, one for
   * each guide that has said anything; {@code state} is quieter than open only when every guide it
   * stands in has said so. {@code replacement} is the address put in the subject's place, or the
   * one that is asked about. {@code successor} is what the search for where the subject went came
   * to; {@code name} is absent in older records.
   */
  record FindingChanged(
      String finding,
      String subject,
      FindingKind kind,
      Optional<FindingName> name,
      FindingState state,
      String summary,
      Explanation explanation,
      Instant openedAt,
      Optional<Instant> resolvedAt,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<GuideAnswer> answers,
      List<PlacementRef> placements,
      Optional<String> replacement,
      Optional<PageSuccessor> successor)
      implements FindingEvent {
    public FindingChanged {
      Objects.requireNonNull(finding, "finding");
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(summary, "summary");
      Objects.requireNonNull(explanation, "explanation");
      Objects.requireNonNull(openedAt, "openedAt");
      Objects.requireNonNull(resolvedAt, "resolvedAt");
      answers = List.copyOf(answers);
      placements = List.copyOf(placements);
      Objects.requireNonNull(replacement, "replacement");
      Objects.requireNonNull(successor, "successor");
    }

    @Override
    public String key() {
      return finding;
    }

    /** What people read it called. */
    public FindingName called() {
      return name.orElseGet(() -> FindingName.of(kind));
    }
  }

  /**
   * What a guide's owner answered. {@code words} is the reason given or the address put in its
   * place, and may be empty; {@code until} when the answer ends by itself.
   */
  record GuideAnswer(
      String guide, AnswerKind kind, String words, Instant at, Optional<Instant> until) {
    public GuideAnswer {
      Objects.requireNonNull(guide, "guide");
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(at, "at");
      Objects.requireNonNull(until, "until");
    }
  }

  /** What an owner may answer. */
  enum AnswerKind {
    /** Seen, and being dealt with. */
    @JsonProperty("acknowledged")
    ACKNOWLEDGED,
    /** Not before a day. */
    @JsonProperty("snoozed")
    SNOOZED,
    /** Not at all, for a reason. */
    @JsonProperty("ignored")
    IGNORED,
    /** The link stays as it is. */
    @JsonProperty("keep")
    KEEP,
    @JsonProperty("replace")
    REPLACE,
    @JsonProperty("remove")
    REMOVE,
    /** There was nothing to tell: it counts against the rule that told it. */
    @JsonProperty("wrong")
    WRONG
  }

  /** What is wrong. */
  enum FindingKind {
    @JsonProperty("broken")
    BROKEN,
    @JsonProperty("gone-in-place")
    GONE_IN_PLACE,
    @JsonProperty("moved")
    MOVED,
    @JsonProperty("host-down")
    HOST_DOWN,
    /** The registration of a site's name is about to end, or its name was registered anew. */
    @JsonProperty("domain-ending")
    DOMAIN_ENDING,
    @JsonProperty("tls-problem")
    TLS_PROBLEM,
    @JsonProperty("changed")
    CHANGED,
    /** A reader said that something is amiss. */
    @JsonProperty("reported")
    REPORTED,
    /** Nobody has looked at it for a long time. */
    @JsonProperty("review-due")
    REVIEW_DUE,
    /** It is not certain where a line of a guide leads. */
    @JsonProperty("address-question")
    ADDRESS_QUESTION;

    /** Whether it may come anew while the last one stands open: each time is told. */
    public boolean isRepeated() {
      return switch (this) {
        case CHANGED, REPORTED, REVIEW_DUE, ADDRESS_QUESTION -> true;
        case BROKEN, GONE_IN_PLACE, MOVED, HOST_DOWN, DOMAIN_ENDING, TLS_PROBLEM -> false;
      };
    }

    /** Whether what is of this kind is urgent; nothing where some is and some is not. */
    public Optional<Boolean> isUrgent() {
      return switch (this) {
        case BROKEN, GONE_IN_PLACE, HOST_DOWN -> Optional.of(true);
        case MOVED, DOMAIN_ENDING, TLS_PROBLEM, REPORTED, REVIEW_DUE, ADDRESS_QUESTION ->
            Optional.of(false);
        case CHANGED -> Optional.empty();
      };
    }

    /** As it is called in JSON and in catalogue files: {@code gone-in-place}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of such a name; empty where there is none. */
    public static Optional<FindingKind> named(String wireName) {
      return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
    }

    /** Whether it is about a whole site; its subject is then the site's origin. */
    public boolean isOfSite() {
      return this == HOST_DOWN || this == DOMAIN_ENDING;
    }

    /** Whether what it is about has a page of its own: a site and a line of a guide have none. */
    public boolean hasPage() {
      return !isOfSite() && this != ADDRESS_QUESTION;
    }
  }

  /** Where a finding is in its life. */
  enum FindingState {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("acknowledged")
    ACKNOWLEDGED,
    @JsonProperty("snoozed")
    SNOOZED,
    @JsonProperty("ignored")
    IGNORED,
    @JsonProperty("resolved")
    RESOLVED
  }
}
