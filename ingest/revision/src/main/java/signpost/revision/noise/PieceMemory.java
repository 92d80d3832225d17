package signpost.revision.noise;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import signpost.revision.noise.RevisionState.SeenPiece;

/** What is remembered of a page's pieces, during one visit. */
public final class PieceMemory {
  static final Duration TWICE = Duration.ofMinutes(15);
  public static final Duration LATELY = Duration.ofDays(14);

  /** A quote of the day has gone by then. */
  private static final Duration STAYS = Duration.ofDays(3);

  /**
   * A place that alternates between this many texts swings; a place with more texts is volatile
   * even if an old text returns.
   */
  private static final int KNOWN = 2;

  private static final int MOST_LATELY = 64;
  private static final int MOST_HABITS = 200;

  private final Instant now;
  private final Map<String, Instant> since = new LinkedHashMap<>();
  private final Map<String, Instant> lately = new LinkedHashMap<>();
  private final Map<String, VolatilePiece> habits = new LinkedHashMap<>();

  PieceMemory(RevisionState state, Instant now) {
    this.now = now;
    state.standing().forEach(it -> since.put(it.key(), it.at()));
    state.lately().stream()
        .filter(it -> it.at().isAfter(now.minus(LATELY)))
        .forEach(it -> lately.put(it.key(), it.at()));
    state.habits().forEach(it -> habits.put(it.piece(), it));
  }

  /** Since when something has been seen without a break; now, if it is seen for the first time. */
  Instant since(String key) {
    return since.getOrDefault(key, now);
  }

  /** When something seen without a break until then is news. */
  Instant newsAt(String key) {
    return since(key).plus(lately.containsKey(key) ? LATELY : TWICE);
  }

  boolean isNews(String key) {
    return !now.isBefore(newsAt(key));
  }

  /**
   * Whether what has come is news: itself, or a sentence of it, which stands among other words now
   * than when it was seen first.
   */
  boolean isNews(PagePiece young) {
    return isNews(young.come())
        || (!swings(young.come())
            && young
                .sentences()
                .map(PagePiece::sentence)
                .anyMatch(key -> since.containsKey(key) && isNews(key)));
  }

  /** Whether something has been seen without a break for so long that it is here to stay. */
  boolean stays(String key) {
    return !now.isBefore(since(key).plus(STAYS));
  }

  /** Returns whether a piece came or went recently and now does so again. */
  boolean swings(String key) {
    return lately.containsKey(key);
  }

  /** Whether it was never seen before, as far back as anything is remembered. */
  boolean isFresh(String key) {
    return !since.containsKey(key) && !lately.containsKey(key);
  }

  /** Whether a piece was replaced twice of late. */
  boolean isUnsteady(PagePiece told) {
    return Optional.ofNullable(habits.get(told.id())).filter(VolatilePiece::unsteady).isPresent();
  }

  boolean isRestless(PagePiece told) {
    return Optional.ofNullable(habits.get(told.id())).filter(VolatilePiece::restless).isPresent();
  }

  /** Notes which places show something never seen there before, and which stayed as they were. */
  void note(List<TextReplacement> swaps) {
    Map<String, PagePiece> changed = new HashMap<>();
    swaps.stream().flatMap(this::changed).forEach(old -> changed.put(old.id(), old));
    habits.replaceAll((id, habit) -> habit.visited(changed.containsKey(id), now));
    changed.forEach((id, old) -> habits.computeIfAbsent(id, _ -> VolatilePiece.first(old, now)));
    habits.values().removeIf(VolatilePiece::over);
  }

  /**
   * A list that is picked at random may show an item twice; in all other places one piece replaces
   * one piece.
   */
  private Stream<PagePiece> changed(TextReplacement swap) {
    int all = swap.olds().size();
    boolean known = swap.olds().stream().anyMatch(old -> changes(old) >= KNOWN);
    long others =
        swap.youngs().stream()
            .map(PagePiece::come)
            .filter(key -> known ? !since.containsKey(key) : isFresh(key))
            .count();
    return all == swap.youngs().size() && 2 * others >= all
        ? swap.olds().stream()
        : swap.olds().stream().sorted(Comparator.comparingInt(old -> -changes(old))).limit(others);
  }

  private int changes(PagePiece told) {
    return Optional.ofNullable(habits.get(told.id())).map(VolatilePiece::changes).orElse(0);
  }

  /** One piece stands where another stood, and takes over its habit. */
  void succeeds(PagePiece old, PagePiece young) {
    Optional.ofNullable(habits.remove(old.id()))
        .ifPresent(habit -> habits.put(young.id(), habit.of(young)));
  }

  void forgets(PagePiece old) {
    habits.remove(old.id());
  }

  /** Notes that a piece was told, or came and went again. If it returns, the page swings. */
  void passed(String key) {
    lately.remove(key);
    lately.put(key, now);
  }

  List<SeenPiece> standing(Collection<String> held) {
    return held.stream().distinct().map(key -> new SeenPiece(key, since(key))).toList();
  }

  /**
   * Returns the pieces that came or went recently: pieces that waited and are gone are added, and
   * pieces that still swing are renewed.
   */
  List<SeenPiece> lately(Collection<String> held) {
    since.keySet().stream()
        .filter(Predicate.not(held::contains))
        .filter(key -> !key.startsWith(PagePiece.SENTENCE))
        .forEach(this::passed);
    held.stream().filter(this::swings).toList().forEach(this::passed);
    List<SeenPiece> all = new ArrayList<>();
    lately.forEach((key, at) -> all.add(new SeenPiece(key, at)));
    return all.subList(Math.max(0, all.size() - MOST_LATELY), all.size());
  }

  List<VolatilePiece> habits() {
    List<VolatilePiece> all = List.copyOf(habits.values());
    return all.subList(Math.max(0, all.size() - MOST_HABITS), all.size());
  }
}
