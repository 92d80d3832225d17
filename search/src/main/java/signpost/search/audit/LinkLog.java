package signpost.search.audit;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.search.audit.LinkHour.LinkChange;

/**
 * Notes what was changed by links from mails, and by owners who are signed in. They change back and
 * forth as often as they like, and nobody may empty the log: of an hour and one of them it has so
 * many changes as {@link RefusalHour} says, and then each kind's last, at once or when the hour is
 * over, as {@link LinkHour} says, with how many more there were: so the log ends with how things
 * are.
 */
@Singleton
public final class LinkLog {
  private static final Logger process = LoggerFactory.getLogger(LinkLog.class);

  /** So many links are told apart within an hour; all others count as one. */
  private static final int MOST_LINKS = 1_000;

  private static final String OTHERS = "";

  private final AuditLog log;
  private final InstantSource wall;
  private final Map<String, LinkHour> hours = new HashMap<>();

  public LinkLog(AuditLog log, @Named("wall") InstantSource wall) {
    this.log = log;
    this.wall = wall;
  }

  /** Notes a change by whoever holds a link, or is an owner who is signed in, or has it wait. */
  void changed(
      Actor holder, String act, Map<String, String> of, Optional<String> before, String after) {
    LinkChange change = new LinkChange(wall.instant(), holder, act, of, before, after);
    next(holder.way() + " " + holder.name(), change)
        .ifPresent(it -> note(it, it.equals(change) ? Map.of() : made(it)));
  }

  private synchronized Optional<LinkChange> next(String by, LinkChange change) {
    tell(change.at());
    String counted = hours.containsKey(by) || hours.size() < MOST_LINKS ? by : OTHERS;
    return hours.computeIfAbsent(counted, _ -> new LinkHour()).next(change);
  }

  /** Tells what waits of hours that have ended. */
  public void tell() {
    tell(wall.instant());
  }

  private synchronized void tell(Instant now) {
    Iterator<LinkHour> all = hours.values().iterator();
    while (all.hasNext()) {
      LinkHour hour = all.next();
      if (hour.hasEnded(now)) {
        all.remove();
        tell(hour);
      }
    }
  }

  /** The hour ends with the process. */
  @PreDestroy
  synchronized void close() {
    hours.values().forEach(this::tell);
    hours.clear();
  }

  private void tell(LinkHour hour) {
    for (LinkChange last : hour.waiting()) {
      Map<String, String> more = new LinkedHashMap<>(made(last));
      more.put("since", hour.since().toString());
      more.put("changes", hour.untold() + ", of which only the last of each kind is noted");
      note(last, more);
    }
  }

  /** A line that waited has another moment than what it tells of. */
  private static Map<String, String> made(LinkChange change) {
    return Map.of("made", change.at().toString());
  }

  /** It is done: whoever asked is told so, whatever becomes of the line. */
  private void note(LinkChange change, Map<String, String> more) {
    Map<String, String> of = new LinkedHashMap<>(change.of());
    of.putAll(more);
    try {
      log.done(change.holder(), change.act(), of, change.before(), change.after());
    } catch (RuntimeException e) {
      process.error("The audit log has no line of what was done by a link: {}", change, e);
    }
  }
}
