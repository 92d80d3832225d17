package signpost.search.audit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.search.index.StrangersText;

/**
 * Notes who was not let in, whatever way they tried, and who came in by a header that is sent with
 * each request. Strangers try as often as they like and nobody may empty the log: of an hour it has
 * so many refusals as {@link RefusalHour} says, and then how many more there were. What cannot be
 * noted makes no answer another.
 */
@Singleton
public final class RefusalLog {
  private static final Logger process = LoggerFactory.getLogger(RefusalLog.class);
  private static final String SIGN_IN = "sign in";
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_REASON = 300;

  private final AuditLog log;
  private final InstantSource wall;
  private final AtomicReference<RefusalHour> hour = new AtomicReference<>(RefusalHour.NONE);
  private final Map<String, Instant> letIn = new ConcurrentHashMap<>();

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
    RefusalHour last = hour.getAndUpdate(it -> it.next(now));
    tell(last, last.next(now));
    if (last.next(now).isNoted()) {
      Map<String, String> of = new LinkedHashMap<>();
      name.ifPresent(it -> of.put("name", StrangersText.brief(it, LONGEST_NAME)));
      of.put("way", way.wire());
      note(
          Actor.at(ClientNetwork.wide(from)),
          of,
          "refused: " + StrangersText.brief(why, LONGEST_REASON));
    }
  }

  /** Notes that somebody came in by a header: the first time in an hour from the same network. */
  public void letIn(Actor actor, String as) {
    Instant now = wall.instant();
    letIn.values().removeIf(since -> RefusalHour.hasEnded(since, now));
    if (letIn.putIfAbsent(actor.from(), now) == null) {
      note(actor, Map.of(), as);
    }
  }

  /** Tells how many refusals of an hour that has ended are not in the log. */
  public void tell() {
    Instant now = wall.instant();
    RefusalHour last = hour.getAndUpdate(it -> it.at(now));
    tell(last, last.at(now));
  }

  /** The hour ends with the process. */
  @PreDestroy
  void close() {
    tell(hour.getAndSet(RefusalHour.NONE), RefusalHour.NONE);
  }

  private void tell(RefusalHour last, RefusalHour next) {
    if (last.untold() > 0 && !last.isSame(next)) {
      note(
          Actor.at(""),
          Map.of("since", last.since().toString()),
          "refused: %d more, which were not noted".formatted(last.untold()));
    }
  }

  private void note(Actor actor, Map<String, String> of, String what) {
    try {
      log.done(actor, SIGN_IN, of, Optional.empty(), what);
    } catch (JdbiException e) {
      process.error("The audit log has no line of a try to sign in: {}, {}", of, what, e);
    }
  }
}
