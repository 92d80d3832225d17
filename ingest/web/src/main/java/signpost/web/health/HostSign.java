package signpost.web.health;

import java.util.Optional;
import signpost.events.FailureClass;
import signpost.events.LinkHealth;
import signpost.web.health.TargetState.FailedVisit;

/**
 * What one target says of its host. Only silence speaks against a host; any answer, "not found"
 * included, speaks for it.
 */
public enum HostSign {
  /** It shows its page. */
  WELL,
  /** It answers, with something that is not its page: a wall, a circle of redirects, another's. */
  ANSWERS,
  /** It answers that there is no such page. */
  MISSING,
  /** The host's name is gone. */
  NO_NAME,
  /** The host's certificate cannot be trusted. */
  UNSAFE,
  /** The host cannot be reached, whatever is asked of it. */
  UNREACHED,
  /** No good answer came to this very request; others may fare better. */
  MUTE,
  /** Nothing was asked. */
  NOTHING;

  /** Of what is seen at a visit. */
  static HostSign of(Observation seen) {
    return switch (seen) {
      case Observation.TargetWorks it -> it.ending().isEmpty() ? WELL : ANSWERS;
      case Observation.StillThere _ -> WELL;
      case Observation.WalledTarget _, Observation.InsecureTarget _ -> ANSWERS;
      case Observation.NotAsked _ -> NOTHING;
      case Observation.TargetFails it -> of(it.failure(), it.elsewhere());
    };
  }

  /** Of what is remembered of a target that has been visited. */
  public static HostSign of(TargetState state) {
    if (!state.failures().isEmpty()) {
      FailedVisit newest = state.failures().getLast();
      return of(newest.failure(), newest.elsewhere());
    }
    return switch (state.health()) {
      case LinkHealth.Ok _, LinkHealth.Moved _ ->
          state.walls() == 0 && state.ending().isEmpty() ? WELL : ANSWERS;
      case LinkHealth.Suspect _,
          LinkHealth.Broken _,
          LinkHealth.Blocked _,
          LinkHealth.GoneInPlace _,
          LinkHealth.TlsProblem _,
          LinkHealth.Unknown _ ->
          ANSWERS;
      case LinkHealth.NotChecked _ -> NOTHING;
    };
  }

  private static HostSign of(FailureClass failure, boolean elsewhere) {
    if (elsewhere) {
      return ANSWERS;
    }
    return switch (failure) {
      case NOT_FOUND, GONE -> MISSING;
      case CLIENT_ERROR, TOO_MANY_REDIRECTS, TOO_LARGE, INVALID_URL -> ANSWERS;
      case UNKNOWN_HOST -> NO_NAME;
      case TLS_EXPIRED, TLS_UNTRUSTED, TLS_WRONG_HOST -> UNSAFE;
      case DNS_TROUBLE, REFUSED, UNREACHABLE, TLS_HANDSHAKE -> UNREACHED;
      case SERVER_ERROR, TIMED_OUT, CONNECTION_LOST -> MUTE;
    };
  }

  /** The evidence a silence of this sort belongs to; none where it answers. */
  Optional<Evidence> silence() {
    return switch (this) {
      case WELL, ANSWERS, MISSING, NOTHING -> Optional.empty();
      case NO_NAME -> Optional.of(Evidence.NO_NAME);
      case UNSAFE -> Optional.of(Evidence.UNSAFE);
      case UNREACHED, MUTE -> Optional.of(Evidence.TROUBLE);
    };
  }

  /** Whether the host gave no answer. */
  public boolean isSilent() {
    return silence().isPresent();
  }

  boolean isAnswer() {
    return switch (this) {
      case WELL, ANSWERS, MISSING -> true;
      case NO_NAME, UNSAFE, UNREACHED, MUTE, NOTHING -> false;
    };
  }
}
