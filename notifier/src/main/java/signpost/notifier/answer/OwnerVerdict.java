package signpost.notifier.answer;

import java.time.Instant;
import java.util.Optional;
import signpost.events.FindingEvent.AnswerKind;

/** What an owner says of a finding. */
public sealed interface OwnerVerdict {
  /** Seen, and being dealt with: told no more, but its end is. */
  record Acknowledged() implements OwnerVerdict {}

  /** Told again after this, if it is still so. */
  record Snoozed(Instant until) implements OwnerVerdict {}

  /** Nothing of the kind is told of this link, for ever where no end is given. */
  record Ignored(String reason, Optional<Instant> until) implements OwnerVerdict {}

  /** The link stays. */
  record Keep() implements OwnerVerdict {}

  /** Another address takes the link's place. */
  record Replace(String with) implements OwnerVerdict {}

  /** The link goes. */
  record Remove() implements OwnerVerdict {}

  /** It should not have been told. */
  record Wrong(String why) implements OwnerVerdict {}

  /** How it is called on the wire. */
  default AnswerKind kind() {
    return switch (this) {
      case Acknowledged _ -> AnswerKind.ACKNOWLEDGED;
      case Snoozed _ -> AnswerKind.SNOOZED;
      case Ignored _ -> AnswerKind.IGNORED;
      case Keep _ -> AnswerKind.KEEP;
      case Replace _ -> AnswerKind.REPLACE;
      case Remove _ -> AnswerKind.REMOVE;
      case Wrong _ -> AnswerKind.WRONG;
    };
  }

  /** The reason given or the address put in its place; may be empty. */
  default String words() {
    return switch (this) {
      case Ignored ignored -> ignored.reason();
      case Replace replace -> replace.with();
      case Wrong wrong -> wrong.why();
      case Acknowledged _, Snoozed _, Keep _, Remove _ -> "";
    };
  }

  /** When it ends by itself. */
  default Optional<Instant> ends() {
    return switch (this) {
      case Snoozed snoozed -> Optional.of(snoozed.until());
      case Ignored ignored -> ignored.until();
      case Acknowledged _, Keep _, Replace _, Remove _, Wrong _ -> Optional.empty();
    };
  }

  /** The verdict of these parts. */
  static OwnerVerdict of(AnswerKind kind, String words, Optional<Instant> until) {
    return switch (kind) {
      case ACKNOWLEDGED -> new Acknowledged();
      case SNOOZED -> new Snoozed(until.orElseThrow());
      case IGNORED -> new Ignored(words, until);
      case KEEP -> new Keep();
      case REPLACE -> new Replace(words);
      case REMOVE -> new Remove();
      case WRONG -> new Wrong(words);
    };
  }
}
