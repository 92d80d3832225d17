package signpost.search.audit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.search.index.StrangersText;

/**
 * Notes who was not let in, whatever way they tried, and who came in by a header that is sent with
 * each request. Strangers try as often as they like and nobody may empty the log: of an hour and a
 * way it has so many refusals as {@link RefusalHour} says, and then how many more there were. A
 * token is sent with each request, too: one that lets nobody in is noted once an hour and network.
 * What cannot be noted makes no answer another.
 */
@Singleton
public final class RefusalLog {
  private static final Logger process = LoggerFactory.getLogger(RefusalLog.class);
  private static final String SIGN_IN = "sign in";
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_REASON = 300;

  /** So many networks are told apart within an hour; each line of another one counts by itself. */
  private static final int MOST_NETWORKS = 1_000;

  private final AuditLog log;
  private final InstantSource wall;
  private final Map<SignInWay, RefusalHour> hours = new EnumMap<>(SignInWay.class);
  private final Map<String, Instant> letIn = new ConcurrentHashMap<>();
  private final Map<String, Instant> badTokens = new ConcurrentHashMap<>();

  public RefusalLog(AuditLog log, @Named("wall") InstantSource wall) {
    this.log = log;
    this.wall = wall;
  }

  /**
   * Notes that somebody was not let in, with no more than the network that they came from.
   *
   * @param from the network address of their client
   * @param name only where it may be one
   */
  public void refused(String from, Optional<String> name, SignInWay way, String why) {
    Instant now = wall.instant();
    String network = ClientNetwork.wide(from);
    if (way == SignInWay.MACHINE_TOKEN && !isFirst(badTokens, network, now)) {
      return;
    }
    RefusalHour last = replaced(way, it -> it.next(now));
    RefusalHour next = last.next(now);
    tell(way, last, next);
    if (next.untold() == 1) {
      process.warn(
          "So many were not let in {} within an hour that the rest is only counted; the last came"
              + " from {}",
          way.words(),
          network);
    }
    if (next.isNoted()) {
      Map<String, String> of = new LinkedHashMap<>();
      name.ifPresent(it -> of.put("name", StrangersText.brief(it, LONGEST_NAME)));
      of.put("way", way.wire());
      boolean _ =
          isNoted(Actor.at(network), of, "refused: " + StrangersText.brief(why, LONGEST_REASON));
    }
  }

  private synchronized RefusalHour replaced(SignInWay way, UnaryOperator<RefusalHour> by) {
    RefusalHour last = hours.getOrDefault(way, RefusalHour.NONE);
    hours.put(way, by.apply(last));
    return last;
  }

  /** Whether nothing else came from there within an hour, as far as networks are told apart. */
  private static boolean isFirst(Map<String, Instant> seen, String network, Instant now) {
    seen.values().removeIf(since -> RefusalHour.hasEnded(since, now));
    return seen.size() >= MOST_NETWORKS || seen.putIfAbsent(network, now) == null;
  }

  /** Notes that somebody came in by a header: the first time in an hour from the same network. */
  public void letIn(Actor actor, String as) {
    Instant now = wall.instant();
    if (isFirst(letIn, actor.from(), now) && !isNoted(actor, Map.of(), as)) {
      letIn.remove(actor.from());
    }
  }

  /** Tells how many refusals of an hour that has ended are not in the log. */
  public void tell() {
    Instant now = wall.instant();
    for (SignInWay way : SignInWay.values()) {
      RefusalHour last = replaced(way, it -> it.at(now));
      tell(way, last, last.at(now));
    }
  }

  /** The hour ends with the process. */
  @PreDestroy
  void close() {
    for (SignInWay way : SignInWay.values()) {
      tell(way, replaced(way, _ -> RefusalHour.NONE), RefusalHour.NONE);
    }
  }

  private void tell(SignInWay way, RefusalHour last, RefusalHour next) {
    if (last.untold() > 0 && !last.isSame(next)) {
      boolean _ =
          isNoted(
              Actor.at(""),
              Map.of("since", last.since().toString(), "way", way.wire()),
              "refused: %d more, which were not noted".formatted(last.untold()));
    }
  }

  private boolean isNoted(Actor actor, Map<String, String> of, String what) {
    try {
      log.done(actor, SIGN_IN, of, Optional.empty(), what);
      return true;
    } catch (RuntimeException e) {
      process.error("The audit log has no line of a try to sign in: {}, {}", of, what, e);
      return false;
    }
  }
}
