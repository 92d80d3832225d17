package signpost.ingest.frontier;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import signpost.events.LinkHealth;
import signpost.events.RecordJson;
import signpost.events.Referrer;
import signpost.record.store.PreparedStatements;
import signpost.url.AddressLength;
import signpost.url.CanonicalUrl;
import signpost.web.health.HostSign;
import signpost.web.health.TargetState;

/** The memory of targets, within the caller's transaction. */
public final class TargetStore {
  private static final int MOST_REFERRERS = 50;
  private static final String SPACE = " ";

  private static final PreparedStatements.RowReader<KnownTarget> KNOWN =
      row ->
          new KnownTarget(
              new CanonicalUrl(row.getString("url")),
              TargetKind.valueOf(row.getString("kind")),
              row.getInt("placed") != 0,
              Optional.ofNullable(row.getString("source")),
              row.getInt("depth"),
              Optional.ofNullable(row.getString("health")),
              Optional.ofNullable(row.getString("judged")),
              Optional.ofNullable(row.getString("revised")),
              Optional.of(row.getLong("full_at")).filter(at -> at > 0).map(Instant::ofEpochMilli),
              split(row.getString("missing_fragments")).toList(),
              Optional.ofNullable(row.getString("habit")));

  private static final PreparedStatements.RowReader<Referrer> REFERRER =
      row ->
          new Referrer(
              new CanonicalUrl(row.getString("page")),
              row.getString("text"),
              row.getString("heading"));

  private TargetStore() {}

  /** What is known of a target; empty where it is not watched. */
  public static Optional<KnownTarget> find(Handle handle, CanonicalUrl url) {
    return PreparedStatements.first(
        handle, KNOWN, "SELECT * FROM target WHERE url = ?", url.value());
  }

  /** Remembers what the judge says of a target, and that it was visited. */
  public static void judged(Handle handle, CanonicalUrl url, TargetState after, Instant at) {
    PreparedStatements.update(
        handle,
        "UPDATE target SET health = ?, broken = ?, sign = ?, judged = ?, visited_at = ? WHERE url = ?",
        RecordJson.write(after.health()),
        after.health() instanceof LinkHealth.Broken ? 1 : 0,
        HostSign.of(after).name(),
        RecordJson.write(after),
        at.toEpochMilli(),
        url.value());
  }

  /** Remembers what its publisher says of a target, with what the judge knows of it. */
  public static void said(Handle handle, CanonicalUrl url, TargetState state) {
    PreparedStatements.update(
        handle, "UPDATE target SET judged = ? WHERE url = ?", RecordJson.write(state), url.value());
  }

  /** Forgets how a page reads; it is read whole when it is visited again. */
  public static void unread(Handle handle, CanonicalUrl url) {
    handle.execute("UPDATE target SET revised = NULL WHERE url = ?", url.value());
    askInFull(handle, url);
  }

  /** Remembers the reviser's memory of a target, as JSON. */
  public static void revised(Handle handle, CanonicalUrl url, String revised) {
    handle.execute("UPDATE target SET revised = ? WHERE url = ?", revised, url.value());
  }

  /** Remembers the validators of a whole answer, to ask conditionally next time. */
  public static void answered(
      Handle handle,
      CanonicalUrl url,
      Optional<String> etag,
      Optional<String> lastModified,
      Instant at) {
    PreparedStatements.update(
        handle,
        "UPDATE target SET etag = ?, last_modified = ?, full_at = ? WHERE url = ?",
        etag.orElse(null),
        lastModified.orElse(null),
        at.toEpochMilli(),
        url.value());
  }

  /** Forgets the validators, so that the next visit asks for the whole page. */
  public static void askInFull(Handle handle, CanonicalUrl url) {
    handle.execute(
        "UPDATE target SET etag = NULL, last_modified = NULL WHERE url = ?", url.value());
  }

  /** Pages that link to a target, by URL: at most 50. */
  public static List<Referrer> referrers(Handle handle, CanonicalUrl target) {
    return PreparedStatements.list(
        handle,
        REFERRER,
        "SELECT page, text, heading FROM referrer WHERE target = ? ORDER BY page LIMIT ?",
        target.value(),
        MOST_REFERRERS);
  }

  /** Replaces what a page refers to; returns the targets it no longer refers to. */
  public static List<CanonicalUrl> refers(
      Handle handle, CanonicalUrl page, Collection<TargetReference> references) {
    List<String> before =
        handle
            .select("SELECT target FROM referrer WHERE page = ?", page.value())
            .mapTo(String.class)
            .list();
    handle.execute("DELETE FROM referrer WHERE page = ?", page.value());
    List<TargetReference> fitting =
        references.stream()
            .filter(it -> AddressLength.fit(page.value(), it.target().value()))
            .toList();
    for (TargetReference reference : fitting) {
      PreparedStatements.update(
          handle,
          "INSERT INTO referrer (target, page, text, heading, fragments) VALUES (?, ?, ?, ?, ?)"
              + " ON CONFLICT (target, page) DO NOTHING",
          reference.target().value(),
          page.value(),
          reference.text(),
          reference.heading(),
          String.join(SPACE, reference.fragments()));
    }
    return before.stream()
        .filter(old -> references.stream().noneMatch(kept -> kept.target().value().equals(old)))
        .map(CanonicalUrl::new)
        .toList();
  }

  /** How many pages of a source are watched as such. */
  public static int pagesOf(Handle handle, String source) {
    return handle
        .select("SELECT COUNT(*) FROM target WHERE source = ? AND kind <> 'OUTLINK'", source)
        .mapTo(Integer.class)
        .one();
  }

  /** Whether a target is watched as a page of a source. */
  public static boolean isPageOf(Handle handle, CanonicalUrl url, String source) {
    return handle
        .select(
            "SELECT 1 FROM target WHERE url = ? AND source = ? AND kind <> 'OUTLINK'",
            url.value(),
            source)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** The fragments that links to a target end in, as written. */
  public static Set<String> fragments(Handle handle, CanonicalUrl target) {
    return PreparedStatements.list(
            handle,
            row -> row.getString(1),
            "SELECT fragments FROM referrer WHERE target = ? AND fragments <> ''",
            target.value())
        .stream()
        .flatMap(TargetStore::split)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Remembers which of them lead nowhere on the page. */
  public static void missing(Handle handle, CanonicalUrl target, Collection<String> fragments) {
    handle.execute(
        "UPDATE target SET missing_fragments = ? WHERE url = ? AND missing_fragments <> ?",
        String.join(SPACE, fragments),
        target.value(),
        String.join(SPACE, fragments));
  }

  private static Stream<String> split(String fragments) {
    return Stream.of(fragments.split(SPACE, -1)).filter(it -> !it.isEmpty());
  }

  /** Links from a page to one target; no fragment has a space in it. */
  public record TargetReference(
      CanonicalUrl target, String text, String heading, Set<String> fragments) {}
}
