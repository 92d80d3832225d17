package signpost.search.query;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.Event;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.LinkEvent.HostTransition;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkHealth;
import signpost.events.PageEvent.PageLink;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.GuideSection;
import signpost.search.index.IndexFields;
import signpost.search.index.JoinedPage;
import signpost.search.index.PageIndex;
import signpost.search.index.PlacedStates;
import signpost.search.index.RecordType;
import signpost.search.index.StoredRecords;
import signpost.url.CanonicalUrl;

/** What is known of one page, one guide, and lately. */
@Singleton
public final class PageLookup {
  private static final Sort NEWEST =
      new Sort(new SortField(IndexFields.AT, SortField.Type.LONG, true), SortField.FIELD_DOC);
  private static final Set<String> NAMED = Set.of(IndexFields.KEY, IndexFields.TITLE);
  private static final int HISTORY = 50;
  private static final int GUIDES = 500;
  private static final int LINKS_LOOKED_AT = 500;

  private final PageIndex index;

  PageLookup(PageIndex index) {
    this.index = index;
  }

  /** One page by its URL, as it is kept or as people write it. */
  public Optional<PageHistory> page(String url) throws IOException {
    return either(url, it -> index.read(searcher -> history(searcher, it)));
  }

  /** One revision of a page by its URL, as it is kept or as people write it, and its number. */
  public Optional<PageRevision> revision(String url, int number) throws IOException {
    return either(url, it -> revisionOf(it, number));
  }

  /** Finds something by a URL. */
  private interface UrlLookup<T> {
    Optional<T> find(String url) throws IOException;
  }

  private static <T> Optional<T> either(String url, UrlLookup<T> lookup) throws IOException {
    Optional<T> found = lookup.find(url);
    Optional<String> canonical = CanonicalUrl.parse(url).map(CanonicalUrl::value);
    return found.isPresent() || canonical.isEmpty() || canonical.get().equals(url)
        ? found
        : lookup.find(canonical.get());
  }

  private Optional<PageRevision> revisionOf(String url, int number) throws IOException {
    return index.read(searcher -> {
      int document = StoredRecords.findRevision(searcher, url, number);
      return document < 0
          ? Optional.empty()
          : Optional.of(
              new PageRevision(
                  StoredRecords.event(searcher, document, PageChanged.class),
                  StoredRecords.findRevision(searcher, url, number - 1) >= 0,
                  StoredRecords.findRevision(searcher, url, number + 1) >= 0));
    });
  }

  /** One guide by its id. */
  public Optional<GuideState> guide(String id) throws IOException {
    return index.read(searcher -> {
      int document = StoredRecords.find(searcher, GuideListed.keyOf(id));
      return document < 0
          ? Optional.empty()
          : Optional.of(
              state(searcher, StoredRecords.event(searcher, document, GuideListed.class)));
    });
  }

  /** Every guide in short, by title. */
  public List<GuideSum> guides() throws IOException {
    return index.read(searcher -> {
      PlacedStates states = PlacedStates.in(searcher);
      List<GuideSum> guides = new ArrayList<>();
      for (ScoreDoc hit :
          searcher.search(StoredRecords.ofType(RecordType.GUIDE), GUIDES).scoreDocs) {
        guides.add(sum(StoredRecords.event(searcher, hit.doc, GuideListed.class), states));
      }
      guides.sort((a, b) -> a.title().compareToIgnoreCase(b.title()));
      return guides;
    });
  }

  /** What each guide is called, by its id. */
  public Map<String, String> guideTitles() throws IOException {
    return index.read(searcher -> {
      Map<String, String> titles = new HashMap<>();
      for (ScoreDoc hit :
          searcher.search(StoredRecords.ofType(RecordType.GUIDE), GUIDES).scoreDocs) {
        Document guide = searcher.storedFields().document(hit.doc, NAMED);
        titles.put(
            guide.get(IndexFields.KEY).substring(GuideListed.keyOf("").length()),
            guide.get(IndexFields.TITLE));
      }
      return titles;
    });
  }

  /** When something that each guide places last changed, by the guide's id; empty if never. */
  public Map<String, Optional<Instant>> newsOfGuides() throws IOException {
    return index.read(searcher -> {
      Map<String, Optional<Instant>> news = new TreeMap<>();
      for (ScoreDoc hit :
          searcher.search(StoredRecords.ofType(RecordType.GUIDE), GUIDES).scoreDocs) {
        GuideListed guide = StoredRecords.event(searcher, hit.doc, GuideListed.class);
        ScoreDoc[] newest = searcher.search(about(RecordType.CHANGE, guide), 1, NEWEST).scoreDocs;
        news.put(
            guide.guide(),
            read(searcher, newest, PageChanged.class).stream()
                .findFirst()
                .map(PageChanged::confirmedAt));
      }
      return news;
    });
  }

  /** The latest changes of what a guide places, newest first. */
  public List<PageChanged> changesOf(GuideListed guide, int size) throws IOException {
    return newest(about(RecordType.CHANGE, guide), PageChanged.class, 1, size).items();
  }

  /** The latest findings about what a guide places, newest first. */
  public List<FindingChanged> findingsOf(GuideListed guide, int size) throws IOException {
    return newest(about(RecordType.FINDING, guide), FindingChanged.class, 1, size).items();
  }

  /** Changes newest first, of placed resources alone if asked. */
  public ListSlice<PageChanged> changes(boolean placed, int page, int size) throws IOException {
    BooleanQuery.Builder wanted = only(RecordType.CHANGE);
    if (placed) {
      wanted.add(new TermQuery(new Term(IndexFields.PLACED, "true")), Occur.FILTER);
    }
    return newest(wanted.build(), PageChanged.class, page, size);
  }

  /** Findings nobody has dealt with, newest first. */
  public ListSlice<FindingChanged> openFindings(int page, int size) throws IOException {
    return newest(open(RecordType.FINDING), FindingChanged.class, page, size);
  }

  /** Hosts in trouble now. */
  public ListSlice<HostTransition> openIncidents(int size) throws IOException {
    return newest(open(RecordType.INCIDENT), HostTransition.class, 1, size);
  }

  /** How many pages and resources can be found. */
  public int known() throws IOException {
    return index.read(searcher -> searcher.count(StoredRecords.ofType(RecordType.RESOURCE)));
  }

  /** A part of a longer list. */
  public record ListSlice<T>(List<T> items, long total) {
    public ListSlice {
      items = List.copyOf(items);
    }
  }

  private static Optional<PageHistory> history(IndexSearcher searcher, String url)
      throws IOException {
    Optional<JoinedPage> page = StoredRecords.brief(searcher, url);
    if (page.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PageHistory(
            page.get(),
            of(searcher, RecordType.CHANGE, url, PageChanged.class),
            of(searcher, RecordType.TRANSITION, url, LinkTransition.class),
            of(searcher, RecordType.FINDING, url, FindingChanged.class),
            badLinks(searcher, page.get())));
  }

  private static List<JoinedPage> badLinks(IndexSearcher searcher, JoinedPage page)
      throws IOException {
    Set<String> links = new LinkedHashSet<>();
    page.page().stream()
        .flatMap(it -> it.outlinks().stream())
        .map(PageLink::url)
        .limit(LINKS_LOOKED_AT)
        .forEach(link -> links.add(link.value()));
    List<JoinedPage> bad = new ArrayList<>();
    for (String link : links) {
      StoredRecords.brief(searcher, link).filter(it -> isBad(it.fares())).ifPresent(bad::add);
    }
    return bad;
  }

  static boolean isBad(LinkHealth health) {
    return switch (health) {
      case LinkHealth.Broken _, LinkHealth.GoneInPlace _ -> true;
      case LinkHealth.Ok _,
          LinkHealth.Moved _,
          LinkHealth.Suspect _,
          LinkHealth.Blocked _,
          LinkHealth.TlsProblem _,
          LinkHealth.NotChecked _,
          LinkHealth.Unknown _ ->
          false;
    };
  }

  private static GuideState state(IndexSearcher searcher, GuideListed guide) throws IOException {
    List<GuideState.SectionState> sections = new ArrayList<>();
    for (GuideSection section : guide.sections()) {
      List<GuideState.PlacementState> placements = new ArrayList<>();
      for (GuidePlacement line : section.placements()) {
        placements.add(new GuideState.PlacementState(line, placed(searcher, line)));
      }
      sections.add(new GuideState.SectionState(section.title(), placements));
    }
    return new GuideState(guide, sections);
  }

  private static GuideSum sum(GuideListed guide, PlacedStates states) {
    List<Optional<CanonicalUrl>> all =
        guide.sections().stream()
            .flatMap(section -> section.placements().stream())
            .map(GuidePlacement::resource)
            .toList();
    List<String> lines = all.stream().flatMap(Optional::stream).map(CanonicalUrl::value).toList();
    List<String> open =
        lines.stream().filter(url -> !states.isAnsweredBy(guide.guide(), url)).toList();
    return new GuideSum(
        guide.guide(),
        guide.title(),
        open.stream().collect(groupingBy(states::of, counting())),
        lines.size() - open.size(),
        all.size() - lines.size());
  }

  private static Optional<JoinedPage> placed(IndexSearcher searcher, GuidePlacement line)
      throws IOException {
    if (line.resource().isEmpty()) {
      return Optional.empty();
    }
    String url = line.resource().get().value();
    int document = StoredRecords.find(searcher, url);
    Optional<JoinedPage> known =
        document < 0 ? Optional.empty() : StoredRecords.card(searcher, document);
    return Optional.of(known.orElseGet(() -> JoinedPage.unknown(url)));
  }

  private static <T extends Event> List<T> of(
      IndexSearcher searcher, RecordType type, String url, Class<T> kind) throws IOException {
    Query query =
        only(type).add(new TermQuery(new Term(IndexFields.PAGE, url)), Occur.FILTER).build();
    return read(searcher, searcher.search(query, HISTORY, NEWEST).scoreDocs, kind);
  }

  private static Query about(RecordType type, GuideListed guide) {
    List<BytesRef> resources =
        guide.sections().stream()
            .flatMap(section -> section.placements().stream())
            .flatMap(line -> line.resource().stream())
            .map(url -> new BytesRef(url.value()))
            .toList();
    return only(type).add(new TermInSetQuery(IndexFields.PAGE, resources), Occur.FILTER).build();
  }

  private static BooleanQuery.Builder only(RecordType type) {
    return new BooleanQuery.Builder().add(StoredRecords.ofType(type), Occur.FILTER);
  }

  private static Query open(RecordType type) {
    return only(type).add(new TermQuery(new Term(IndexFields.STATE, "open")), Occur.FILTER).build();
  }

  private <T extends Event> ListSlice<T> newest(Query query, Class<T> kind, int page, int size)
      throws IOException {
    return index.read(searcher -> {
      ScoreDoc[] hits = searcher.search(query, page * size, NEWEST).scoreDocs;
      int from = Math.min((page - 1) * size, hits.length);
      ScoreDoc[] shown = java.util.Arrays.copyOfRange(hits, from, hits.length);
      return new ListSlice<>(read(searcher, shown, kind), searcher.count(query));
    });
  }

  private static <T extends Event> List<T> read(
      IndexSearcher searcher, ScoreDoc[] hits, Class<T> kind) throws IOException {
    List<T> events = new ArrayList<>();
    for (ScoreDoc hit : hits) {
      events.add(StoredRecords.event(searcher, hit.doc, kind));
    }
    return events;
  }
}
