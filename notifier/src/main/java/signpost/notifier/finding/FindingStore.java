package signpost.notifier.finding;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.Envelope;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.events.FindingEvent.GuideAnswer;
import signpost.events.FindingName;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkEvent.SiteTransition;
import signpost.events.LinkEvent.SuccessorFound;
import signpost.events.PageSuccessor;
import signpost.events.PlacementRef;
import signpost.events.RecordJson;
import signpost.events.Sha256;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.store.PersonTrace;
import signpost.notifier.store.UnreadableRows;
import signpost.record.outbox.Outbox;
import signpost.trace.CurrentSpan;

/** The findings in SQL. Each change of one goes to the outbox in the same transaction. */
public final class FindingStore {
  public static final PersonTrace TRACE = FoundSuccessors.TRACE;

  private final Outbox outbox;
  private final Watchlist watchlist;
  private final GuideAnswers said;
  private final double changeImportance;

  public FindingStore(
      Outbox outbox, Watchlist watchlist, GuideAnswers said, double changeImportance) {
    this.outbox = outbox;
    this.watchlist = watchlist;
    this.said = said;
    this.changeImportance = changeImportance;
  }

  /** What a transition opens and ends; the caller knows that somebody watches the target. */
  public void apply(Handle handle, LinkTransition event, long sequence) {
    if (FoundSuccessors.isOver(event.to())) {
      FoundSuccessors.forget(handle, event.target().value());
    }
    apply(handle, FindingSignals.of(event), sequence, event.at());
  }

  /** What a site's trouble, or the end of its name's registration, opens and ends. */
  public void apply(Handle handle, SiteTransition event, long sequence) {
    apply(handle, FindingSignals.of(event), sequence, event.at());
  }

  /** Where the page of what is open went. It is no news: whoever was told is not told again. */
  public void apply(Handle handle, SuccessorFound event) {
    FoundSuccessors.keep(handle, event);
    show(handle, event.target().value(), event.at());
  }

  /** An owner says that a page is not what a subject was; it is not said again. */
  public void refuse(Handle handle, String subject, String address, String owner, Instant at) {
    FoundSuccessors.refuse(handle, subject, address, owner, at);
    show(handle, subject, at);
  }

  private void show(Handle handle, String subject, Instant at) {
    Optional<PageSuccessor> found = FoundSuccessors.of(handle, subject);
    latest(handle, subject).stream()
        .filter(Finding::isOpen)
        .filter(it -> !it.at(found).equals(it))
        .forEach(it -> save(handle, it.at(found), at));
  }

  /** What a change of a page opens. */
  public void apply(Handle handle, PageChanged event, Envelope envelope) {
    apply(
        handle,
        FindingSignals.of(event, changeImportance),
        envelope.sequence(),
        event.confirmedAt());
  }

  /** Ends what is open for a subject that nobody watches any more, without a word. */
  public void drop(Handle handle, String subject, Instant at) {
    List<FindingSignal> endings =
        latest(handle, subject).stream()
            .filter(Finding::isOpen)
            .<FindingSignal>map(
                finding -> new FindingSignal.ProblemEnded(subject, finding.kind(), true))
            .toList();
    apply(handle, endings, 0, at);
  }

  private void apply(Handle handle, List<FindingSignal> happenings, long sequence, Instant at) {
    for (FindingSignal happening : happenings) {
      Optional<Finding> latest =
          latest(handle, happening.subject(), happening.kind())
              .map(it -> isAccepted(handle, it, at) ? it.accepted() : it);
      FindingLife.after(latest, happening, sequence, at)
          .map(after -> after.at(FoundSuccessors.of(handle, after.subject())))
          .filter(after -> latest.filter(after::equals).isEmpty())
          .ifPresent(after -> save(handle, after, at));
    }
  }

  private void save(Handle handle, Finding finding, Instant at) {
    handle.execute(
        "INSERT INTO finding (id, subject, kind, state, opened_at, body, traceparent)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            + " state = excluded.state, body = excluded.body,"
            + " traceparent = excluded.traceparent",
        finding.id(),
        finding.subject(),
        finding.kind().name(),
        finding.state().name(),
        finding.openedAt().toEpochMilli(),
        RecordJson.write(finding),
        CurrentSpan.get().traceparent().orElse(null));
    publish(handle, finding, at);
  }

  private void publish(Handle handle, Finding finding, Instant at) {
    List<PlacementRef> placements = watchlist.placements(handle, finding.subject());
    List<GuideAnswer> answers = said.of(handle, finding, at);
    outbox.put(
        handle,
        new FindingChanged(
            finding.id(),
            finding.subject(),
            finding.kind(),
            Optional.of(finding.called()),
            ShownState.of(finding, guides(placements), answers),
            finding.summary(),
            finding.explanation(),
            finding.openedAt(),
            finding.resolvedAt(),
            answers,
            placements,
            finding.detail().newAddress(),
            finding.detail().successor()),
        at);
  }

  private static Set<String> guides(List<PlacementRef> placements) {
    return placements.stream().map(PlacementRef::guide).collect(Collectors.toSet());
  }

  /** Whether every guide a finding stands in has said something of it that ends the matter. */
  public boolean isAnswered(Handle handle, Finding finding, Instant at) {
    Set<String> guides = guides(watchlist.placements(handle, finding.subject()));
    return ShownState.of(finding, guides, said.of(handle, finding, at)) == FindingState.IGNORED;
  }

  /** Whether its owners are content with a page that became something else. */
  private boolean isAccepted(Handle handle, Finding finding, Instant at) {
    return finding.isOpen()
        && finding.called() == FindingName.ANOTHER_SUBJECT
        && isAnswered(handle, finding, at);
  }

  /** Tells the index that a finding was answered, or that its answer has ended. */
  public void answered(Handle handle, Finding finding, Instant at) {
    publish(handle, finding, at);
  }

  /** Opens or repeats what no event of the crawl tells: a reader's report, a review that is due. */
  public void raise(Handle handle, FindingSignal happening, long sequence, Instant at) {
    apply(handle, List.of(happening), sequence, at);
  }

  /** One finding by its id. */
  public static Optional<Finding> find(Handle handle, String id) {
    return handle
        .select("SELECT body FROM finding WHERE id = ?", id)
        .map((row, _) -> RecordJson.read(row.getString("body"), Finding.class))
        .findOne();
  }

  /** By id the traces of the visits that brought findings to their states, where they have any. */
  public static Map<String, String> traces(Handle handle, Collection<String> ids) {
    return handle
        .createQuery(
            "SELECT id, traceparent FROM finding WHERE id IN (<ids>) AND traceparent IS NOT NULL")
        .bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(ids))
        .map((row, _) -> Map.entry(row.getString("id"), row.getString("traceparent")))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<Finding> latest(Handle handle, String subject) {
    return handle
        .select("SELECT body FROM finding WHERE subject = ? ORDER BY opened_at DESC, id", subject)
        .map((row, _) -> RecordJson.read(row.getString("body"), Finding.class))
        .list();
  }

  private static Optional<Finding> latest(Handle handle, String subject, FindingKind kind) {
    return handle
        .select(
            "SELECT body FROM finding WHERE subject = ? AND kind = ?"
                + " ORDER BY opened_at DESC, id LIMIT 1",
            subject,
            kind.name())
        .map((row, _) -> RecordJson.read(row.getString("body"), Finding.class))
        .findOne();
  }

  /** Every finding that can be read, open ones first, the youngest first; at most {@code most}. */
  public static List<Finding> all(Handle handle, int most) {
    UnreadableRows unreadable = new UnreadableRows();
    return handle
        .select(
            "SELECT id, body FROM finding"
                + " ORDER BY CASE state WHEN 'RESOLVED' THEN 1 ELSE 0 END, opened_at DESC, id"
                + " LIMIT ?",
            most)
        .map((row, _) ->
            unreadable.passOver(
                "The finding " + row.getString("id"),
                () -> RecordJson.read(row.getString("body"), Finding.class)))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Twenty hex digits that are the same for the same words. */
  public static String hash(String words) {
    return Sha256.of(words).substring(0, 20);
  }
}
