package signpost.search.index;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.Explanation;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.FindingEvent.FindingState;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.LinkHealth;
import signpost.events.PageEvent.PageRead;
import signpost.events.PageSuccessor;
import signpost.events.PlacementRef;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.ResourceListed;

/**
 * Everything known of one URL: what the catalogue says, what a reader finds there, how its link
 * fares, its last change (without its hunks), and what its owners were told and is not over
 * (without placements). Any of them may be missing.
 */
public record JoinedPage(
    String url,
    Optional<ResourceListed> resource,
    Optional<PageRead> page,
    Optional<HealthJudged> health,
    Optional<PageChanged> lastChange,
    List<FindingChanged> findings) {
  private static final String UNCONFIRMED =
      "Nobody has confirmed that this is the address the guide means.";

  public JoinedPage {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(page, "page");
    Objects.requireNonNull(health, "health");
    Objects.requireNonNull(lastChange, "lastChange");
    findings = List.copyOf(findings);
  }

  /** A URL of which nothing is known yet. */
  public static JoinedPage unknown(String url) {
    return new JoinedPage(
        url, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  boolean isEmpty() {
    return resource.isEmpty() && page.isEmpty() && health.isEmpty() && findings.isEmpty();
  }

  /** A page that was read, or placed by a guide; else only a watched link. */
  public RecordType type() {
    return resource.isPresent() || page.isPresent() ? RecordType.RESOURCE : RecordType.TARGET;
  }

  /** The page's own title, else the curator's words, else the address. */
  public String title() {
    return name().orElse(url);
  }

  /** Its title as somebody wrote it: the page, or else a curator. */
  Optional<String> name() {
    return page.map(PageRead::title)
        .filter(title -> !title.isBlank())
        .or(() -> placements().stream().map(PlacementRef::text).findFirst());
  }

  /** Who publishes it, as people call them. */
  public String publisher() {
    return PublisherNames.known().of(DocumentMaker.host(url));
  }

  /** Where guides place it, in their order. */
  public List<PlacementRef> placements() {
    return resource.map(ResourceListed::placements).orElse(List.of()).stream()
        .sorted(Comparator.comparing(PlacementRef::guide).thenComparingInt(PlacementRef::position))
        .toList();
  }

  /**
   * How it fares for whoever follows a link to it: as its visits were judged, and no longer what it
   * was where its owners were told so of a page that answers. Not checked where nothing was said,
   * or the address is only probable: how that fares says nothing of the guide.
   */
  public LinkHealth fares() {
    return becameOther()
        .flatMap(JoinedPage::gone)
        .or(() -> counted().map(HealthJudged::health))
        .orElseGet(() -> new LinkHealth.NotChecked(whyNotChecked()));
  }

  /** The same in words. */
  public Optional<Explanation> explanation() {
    return becameOther()
        .map(FindingChanged::explanation)
        .or(() -> counted().map(HealthJudged::explanation));
  }

  /** Why it fares so; of an address that is only probable, that it is. */
  public Optional<String> reason() {
    return explanation()
        .map(Explanation::reason)
        .or(() -> probable() ? Optional.of(UNCONFIRMED) : Optional.empty());
  }

  /** Where it moved to, or what its publisher names in its place: in other people's words. */
  public Optional<String> newHome() {
    return switch (fares()) {
      case LinkHealth.Moved(String to, var _) -> Optional.of(to);
      case LinkHealth.GoneInPlace gone -> gone.replacement();
      case LinkHealth.Ok _,
          LinkHealth.Suspect _,
          LinkHealth.Broken _,
          LinkHealth.Blocked _,
          LinkHealth.TlsProblem _,
          LinkHealth.NotChecked _,
          LinkHealth.Unknown _ ->
          Optional.empty();
    };
  }

  /** Whether the catalogue has its address, and nobody has confirmed it. */
  public boolean probable() {
    return resource.filter(it -> it.status() == PlacementStatus.UNVERIFIED).isPresent();
  }

  private Optional<HealthJudged> counted() {
    return health.filter(_ -> !probable());
  }

  /** Whether a guide's owner has answered all that ails it. */
  public boolean isAnsweredBy(String guide) {
    LinkHealth fares = fares();
    List<FindingChanged> told =
        findings.stream().filter(finding -> OpenFinding.of(finding, fares)).toList();
    return !told.isEmpty() && told.stream().allMatch(it -> OpenFinding.isAnsweredBy(it, guide));
  }

  /** The guides whose owners have answered all that ails it. */
  List<String> answeredBy() {
    return placements().stream()
        .map(PlacementRef::guide)
        .distinct()
        .filter(this::isAnsweredBy)
        .toList();
  }

  private Optional<FindingChanged> becameOther() {
    boolean closed = health.filter(it -> !OpenFinding.opens(it.health())).isPresent();
    return findings.stream()
        .filter(it -> !closed && !probable() && OpenFinding.becameOther(it))
        .findFirst();
  }

  private static Optional<LinkHealth> gone(FindingChanged finding) {
    return finding
        .called()
        .gone()
        .map(how -> new LinkHealth.GoneInPlace(how, finding.openedAt(), "", Optional.empty()));
  }

  private String whyNotChecked() {
    return switch (resource.map(ResourceListed::status).orElse(PlacementStatus.ACTIVE)) {
      case ACTIVE -> "not visited yet";
      case UNVERIFIED -> "nobody has confirmed this address yet";
      case MANUAL -> "only a person can check it";
    };
  }

  /** When its words last changed, as far as we saw. */
  public Optional<Instant> changedAt() {
    return Stream.of(page.flatMap(PageRead::changedAt), lastChange.map(PageChanged::confirmedAt))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  /** When it was news: when it last changed, else when it was first read. */
  public Optional<Instant> newsAt() {
    return changedAt().or(() -> page.map(PageRead::fetchedAt));
  }

  /** When it was last asked for. */
  public Optional<Instant> checkedAt() {
    return Stream.of(health.map(HealthJudged::checkedAt), page.map(PageRead::fetchedAt))
        .flatMap(Optional::stream)
        .max(Comparator.naturalOrder());
  }

  JoinedPage with(ResourceListed now) {
    return new JoinedPage(url, Optional.of(now), page, health, lastChange, findings);
  }

  JoinedPage with(PageRead now) {
    return new JoinedPage(url, resource, Optional.of(now), health, lastChange, findings);
  }

  JoinedPage with(HealthJudged now) {
    return new JoinedPage(url, resource, page, Optional.of(now), lastChange, findings);
  }

  /** Keeps the newest revision, whatever order they come in. */
  JoinedPage with(PageChanged now) {
    if (lastChange.filter(known -> known.revision() > now.revision()).isPresent()) {
      return this;
    }
    PageChanged brief =
        new PageChanged(
            now.page(),
            now.title(),
            now.revision(),
            now.seenAt(),
            now.confirmedAt(),
            now.kinds(),
            now.importance(),
            now.summary(),
            List.of(),
            now.publisherNote(),
            now.placed(),
            now.partial());
    return new JoinedPage(url, resource, page, health, Optional.of(brief), findings);
  }

  /** Keeps what is not over, and nothing of a host's. */
  JoinedPage with(FindingChanged now) {
    Stream<FindingChanged> others =
        findings.stream().filter(it -> !it.finding().equals(now.finding()));
    Stream<FindingChanged> own =
        Stream.of(now).filter(it -> it.state() != FindingState.RESOLVED).map(OpenFinding::brief);
    return new JoinedPage(
        url, resource, page, health, lastChange, Stream.concat(own, others).toList());
  }

  /** Where it seems to be now, or where it was looked for in vain, as its owners are told. */
  public Optional<PageSuccessor> successor() {
    return findings.stream().flatMap(it -> it.successor().stream()).findFirst();
  }

  JoinedPage withoutFinding(String finding) {
    return new JoinedPage(
        url,
        resource,
        page,
        health,
        lastChange,
        findings.stream().filter(it -> !it.finding().equals(finding)).toList());
  }

  JoinedPage withoutResource() {
    return new JoinedPage(url, Optional.empty(), page, health, lastChange, findings);
  }

  JoinedPage withoutPage() {
    return new JoinedPage(url, resource, Optional.empty(), health, lastChange, findings);
  }

  JoinedPage withoutHealth() {
    return new JoinedPage(url, resource, page, Optional.empty(), lastChange, findings);
  }
}
