package signpost.search.query;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import signpost.events.PageEvent.PageRead;
import signpost.events.PlacementRef;
import signpost.search.index.IndexFields;
import signpost.search.index.JoinedPage;
import signpost.search.index.PageIndex;
import signpost.search.index.RecordType;
import signpost.search.index.StoredRecords;
import signpost.search.index.TextAnalysis;
import signpost.search.query.SearchHit.PageHit;

/**
 * Other pages like a page, by its own strongest words: those of its title, lead and headings and of
 * the curators who place it. Working ones first.
 */
@Singleton
public final class RelatedPages {
  private static final int STRONGEST_WORDS = 25;

  /** A word in common is chance; so many are a subject. */
  private static final int IN_COMMON = 3;

  /** What more than one page in so many says is no subject, and slow to look for. */
  private static final int COMMON_WORD = 20;

  /** Where there are few pages they may all have one subject. */
  private static final int FEW_PAGES = 100;

  /** Room for what is the same page once more. */
  private static final int LOOKED_AT = 40;

  private static final int MOST_HEADINGS = 50;

  private final PageIndex index;

  RelatedPages(PageIndex index) {
    this.index = index;
  }

  /** At most so many; none for an address nobody knows. */
  public List<PageHit> to(String url, int most) throws IOException {
    return index.read(searcher -> {
      Optional<JoinedPage> page = StoredRecords.brief(searcher, url);
      return page.isEmpty() ? List.of() : to(searcher, page.get(), most);
    });
  }

  private static List<PageHit> to(IndexSearcher searcher, JoinedPage page, int most)
      throws IOException {
    List<JoinedPage> shown = new ArrayList<>(List.of(page));
    List<PageHit> related = new ArrayList<>();
    TopDocs alike = alike(searcher, page);
    DuplicatePages copies = copies(searcher, page, alike);
    int asked = StoredRecords.find(searcher, page.url());
    for (ScoreDoc scored : alike.scoreDocs) {
      if (related.size() == most) {
        break;
      }
      if (copies.shown(scored.doc) == copies.shown(asked)) {
        continue;
      }
      JoinedPage other = StoredRecords.brief(searcher, copies.shown(scored.doc));
      if (shown.stream().noneMatch(it -> isSame(it, other))) {
        shown.add(other);
        related.add(hit(other, scored.score));
      }
    }
    related.sort(Comparator.comparing(hit -> PageLookup.isBad(hit.page().fares())));
    return related;
  }

  private static DuplicatePages copies(IndexSearcher searcher, JoinedPage page, TopDocs alike)
      throws IOException {
    Set<Integer> all = Stream.of(alike.scoreDocs).map(it -> it.doc).collect(Collectors.toSet());
    all.add(StoredRecords.find(searcher, page.url()));
    return DuplicatePages.among(searcher, all, Set.of());
  }

  /** Whether both end at one address, or one is the other's translation. */
  private static boolean isSame(JoinedPage a, JoinedPage b) {
    return !Collections.disjoint(addresses(a), addresses(b))
        || !Collections.disjoint(translations(a), addresses(b))
        || !Collections.disjoint(addresses(a), translations(b));
  }

  private static Set<String> addresses(JoinedPage page) {
    return Stream.concat(Stream.of(page.url()), page.page().stream().map(PageRead::finalUrl))
        .collect(Collectors.toSet());
  }

  private static Set<String> translations(JoinedPage page) {
    return page.page().stream()
        .flatMap(read -> read.translations().stream())
        .map(other -> other.page().value())
        .collect(Collectors.toSet());
  }

  private static PageHit hit(JoinedPage page, float score) {
    String lead = page.page().map(PageRead::lead).orElse("");
    return new PageHit(
        page,
        TextFragment.plain(page.title()),
        TextFragment.plain(lead),
        score,
        List.of(),
        false,
        Optional.empty());
  }

  private static TopDocs alike(IndexSearcher searcher, JoinedPage page) throws IOException {
    Query wanted =
        new BooleanQuery.Builder()
            .add(like(searcher.getIndexReader(), page), Occur.MUST)
            .add(StoredRecords.ofType(RecordType.RESOURCE), Occur.FILTER)
            .add(new TermQuery(new Term(IndexFields.KEY, page.url())), Occur.MUST_NOT)
            .build();
    return weighed().rescore(searcher, searcher.search(wanted, LOOKED_AT), LOOKED_AT);
  }

  /** By health too, of the most alike alone: weighing every page would be slow. */
  private static QueryRescorer weighed() {
    Query weight =
        new FunctionScoreQuery(
            MatchAllDocsQuery.INSTANCE, DoubleValuesSource.fromDoubleField(IndexFields.WEIGHT));
    return new QueryRescorer(weight) {
      @Override
      protected float combine(float alike, boolean matches, float weight) {
        return alike * weight;
      }
    };
  }

  private static Query like(IndexReader reader, JoinedPage page) throws IOException {
    MoreLikeThis likeness = new MoreLikeThis(reader);
    likeness.setAnalyzer(TextAnalysis.analyzer());
    likeness.setFieldNames(new String[] {IndexFields.ALL});
    likeness.setMinTermFreq(1);
    likeness.setMinDocFreq(2);
    likeness.setMaxDocFreq(Math.max(FEW_PAGES, reader.numDocs() / COMMON_WORD));
    likeness.setMaxQueryTerms(STRONGEST_WORDS);
    likeness.setBoost(true);
    return inCommon(likeness.like(Map.of(IndexFields.ALL, words(page))));
  }

  private static Query inCommon(Query likeness) {
    BooleanQuery.Builder several = new BooleanQuery.Builder();
    List<BooleanClause> words = ((BooleanQuery) likeness).clauses();
    words.forEach(several::add);
    return several.setMinimumNumberShouldMatch(Math.min(IN_COMMON, words.size())).build();
  }

  private static Collection<Object> words(JoinedPage page) {
    Stream<String> read =
        page.page().stream()
            .flatMap(it ->
                Stream.concat(Stream.of(it.lead()), it.headings().stream().limit(MOST_HEADINGS)));
    Stream<String> told =
        page.placements().stream()
            .flatMap((PlacementRef it) -> Stream.of(it.text(), it.section()))
            .distinct();
    return Stream.of(Stream.of(page.title()), read, told)
        .flatMap(Function.identity())
        .collect(Collectors.toList());
  }
}
