package signpost.ingest.successor;

import java.util.Optional;
import signpost.events.FailureClass;
import signpost.events.GoneKind;
import signpost.events.LinkHealth;
import signpost.web.health.TargetState;
import signpost.web.health.TargetState.EndingSeen;

/** How much speaks for a page's end of the kind that leaves another in its place. Pure. */
enum EndingStage {
  /** Nothing does, or its publisher says where it went. */
  NONE,
  /** Nothing can be said at present: what was begun goes on. */
  UNKNOWN,
  /** Something does, and the evidence is not in yet. */
  SUSPECTED,
  /** It is told. */
  CONFIRMED;

  static EndingStage of(TargetState state) {
    return switch (state.health()) {
      case LinkHealth.Broken it -> isGone(it.failure()) ? CONFIRMED : UNKNOWN;
      case LinkHealth.GoneInPlace it -> it.mayBeElsewhere() ? CONFIRMED : NONE;
      case LinkHealth.Suspect it -> isMissing(it.failure()) ? SUSPECTED : UNKNOWN;
      case LinkHealth.Ok _, LinkHealth.Moved _ -> of(state.ending());
      case LinkHealth.TlsProblem _,
          LinkHealth.Blocked _,
          LinkHealth.NotChecked _,
          LinkHealth.Unknown _ ->
          UNKNOWN;
    };
  }

  private static EndingStage of(Optional<EndingSeen> ending) {
    return ending
        .filter(it -> it.absentSince().isEmpty() && it.ending().kind().isSearched())
        .filter(it -> it.ending().replacement().isEmpty())
        .map(_ -> SUSPECTED)
        .orElse(NONE);
  }

  /** A name that is gone says more than that its host is silent. */
  private static boolean isGone(FailureClass failure) {
    return isMissing(failure) || failure == FailureClass.UNKNOWN_HOST;
  }

  private static boolean isMissing(FailureClass failure) {
    return failure == FailureClass.NOT_FOUND || failure == FailureClass.GONE;
  }

  /** Why its site is not asked where it went; empty where it is. */
  static Optional<String> nowhereToLook(LinkHealth health) {
    return switch (health) {
      case LinkHealth.Broken it when it.failure() == FailureClass.UNKNOWN_HOST ->
          Optional.of("Its whole site is gone, so there was nowhere to look");
      case LinkHealth.GoneInPlace it when isStrangers(it.kind()) ->
          Optional.of("Its address is somebody else’s now, so nothing there was looked at");
      case LinkHealth.Broken _,
          LinkHealth.GoneInPlace _,
          LinkHealth.Ok _,
          LinkHealth.Moved _,
          LinkHealth.Suspect _,
          LinkHealth.Blocked _,
          LinkHealth.TlsProblem _,
          LinkHealth.NotChecked _,
          LinkHealth.Unknown _ ->
          Optional.empty();
    };
  }

  private static boolean isStrangers(GoneKind kind) {
    return kind == GoneKind.PARKED_DOMAIN || kind == GoneKind.HIJACKED;
  }
}
