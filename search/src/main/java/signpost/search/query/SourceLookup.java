package signpost.search.query;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.LinkEvent.HostTransition;
import signpost.search.index.HealthTokens;
import signpost.search.index.IndexFields;
import signpost.search.index.JoinedPage;
import signpost.search.index.PageIndex;
import signpost.search.index.PublisherNames;
import signpost.search.index.RecordType;
import signpost.search.index.StoredRecords;
import signpost.search.query.PageLookup.ListSlice;

/** What is known of the site at a host. */
@Singleton
public final class SourceLookup {
  private static final Sort WORST_FIRST =
      new Sort(new SortField(IndexFields.WEIGHT, SortField.Type.DOUBLE), SortField.FIELD_DOC);
  private static final Sort NEWEST =
      new Sort(new SortField(IndexFields.AT, SortField.Type.LONG, true), SortField.FIELD_DOC);
  private static final List<String> FINE = List.of("ok", "not-checked", "unconfirmed", "blocked");
  private static final int SHOWN = 10;

  private final PageIndex index;

  SourceLookup(PageIndex index) {
    this.index = index;
  }

  /** The site, by its host's name; empty where nothing is known of it. */
  public Optional<SourceState> at(String host) throws IOException {
    SourceState source = index.read(searcher -> state(searcher, host.toLowerCase(Locale.ROOT)));
    return source.known() > 0 || !source.trouble().isEmpty()
        ? Optional.of(source)
        : Optional.empty();
  }

  private static SourceState state(IndexSearcher searcher, String host) throws IOException {
    return new SourceState(
        host,
        PublisherNames.known().of(host),
        health(searcher, host),
        searcher.count(of(host, RecordType.RESOURCE, IndexFields.PLACED, "true")),
        worst(searcher, host),
        changes(searcher, host),
        trouble(searcher, host));
  }

  private static Map<String, Integer> health(IndexSearcher searcher, String host)
      throws IOException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String token : HealthTokens.ALL) {
      int count = searcher.count(of(host, RecordType.RESOURCE, IndexFields.STATE, token));
      if (count > 0) {
        counts.put(token, count);
      }
    }
    return counts;
  }

  private static List<JoinedPage> worst(IndexSearcher searcher, String host) throws IOException {
    BooleanQuery.Builder wanted = of(host, RecordType.RESOURCE);
    FINE.forEach(
        token -> wanted.add(new TermQuery(new Term(IndexFields.STATE, token)), Occur.MUST_NOT));
    List<JoinedPage> worst = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(wanted.build(), SHOWN, WORST_FIRST).scoreDocs) {
      worst.add(StoredRecords.brief(searcher, hit.doc));
    }
    return worst;
  }

  private static ListSlice<PageChanged> changes(IndexSearcher searcher, String host)
      throws IOException {
    Query wanted = of(host, RecordType.CHANGE).build();
    List<PageChanged> changes = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(wanted, SHOWN, NEWEST).scoreDocs) {
      changes.add(StoredRecords.event(searcher, hit.doc, PageChanged.class));
    }
    return new ListSlice<>(changes, searcher.count(wanted));
  }

  private static List<HostTransition> trouble(IndexSearcher searcher, String host)
      throws IOException {
    List<HostTransition> trouble = new ArrayList<>();
    Query open = of(host, RecordType.INCIDENT, IndexFields.STATE, "open");
    for (ScoreDoc hit : searcher.search(open, SHOWN, NEWEST).scoreDocs) {
      trouble.add(StoredRecords.event(searcher, hit.doc, HostTransition.class));
    }
    return trouble;
  }

  private static BooleanQuery.Builder of(String host, RecordType type) {
    return new BooleanQuery.Builder()
        .add(StoredRecords.ofType(type), Occur.FILTER)
        .add(new TermQuery(new Term(IndexFields.HOST, host)), Occur.FILTER);
  }

  private static Query of(String host, RecordType type, String field, String value) {
    return of(host, type).add(new TermQuery(new Term(field, value)), Occur.FILTER).build();
  }
}
