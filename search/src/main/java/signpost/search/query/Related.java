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
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import signpost.events.PageEvent.PageRead;
import signpost.events.PlacementRef;
import signpost.search.index.Analysis;
import signpost.search.index.Fields;
import signpost.search.index.JoinedPage;
import signpost.search.index.PageIndex;
import signpost.search.index.RecordType;
import signpost.search.index.Records;
import signpost.search.query.Hit.PageHit;

/**
 * Other pages like a page, by its own strongest words: those of its title, lead and headings and of
 * the curators who place it. Working ones first.
 */
@Singleton
public final class Related {
  private static final int STRONGEST_WORDS = 25;

  /** A word in common is chance; so many are a subject. */
  private static final int IN_COMMON = 3;

  /** Room for what is the same page once more. */
  private static final int LOOKED_AT = 40;

  private static final int MOST_HEADINGS = 50;

  private final PageIndex index;

  Related(PageIndex index) {
    this.index = index;
  }

  /** At most so many; none for an address nobody knows. */
  public List<PageHit> to(String url, int most) throws IOException {
    return index.read(searcher -> {
      Optional<JoinedPage> page = Records.brief(searcher, url);
      return page.isEmpty() ? List.of() : to(searcher, page.get(), most);
    });
  }

  private static List<PageHit> to(IndexSearcher searcher, JoinedPage page, int most)
      throws IOException {
    List<JoinedPage> shown = new ArrayList<>(List.of(page));
    List<PageHit> related = new ArrayList<>();
    for (ScoreDoc scored :
        searcher.search(like(searcher.getIndexReader(), page), LOOKED_AT).scoreDocs) {
      if (related.size() == most) {
        break;
      }
      JoinedPage other = Records.brief(searcher, scored.doc);
      if (shown.stream().noneMatch(it -> isSame(it, other))) {
        shown.add(other);
        related.add(hit(other, scored.score));
      }
    }
    related.sort(Comparator.comparing(hit -> Lookups.isBad(hit.page().judged())));
    return related;
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
    return new PageHit(page, Piece.plain(page.title()), Piece.plain(lead), score);
  }

  private static Query like(IndexReader reader, JoinedPage page) throws IOException {
    List<String> fields = List.of(Fields.TITLE, Fields.PLACEMENTS, Fields.HEADINGS, Fields.LEAD);
    MoreLikeThis likeness = new MoreLikeThis(reader);
    likeness.setAnalyzer(Analysis.analyzer());
    likeness.setFieldNames(fields.toArray(String[]::new));
    likeness.setMinTermFreq(1);
    likeness.setMinDocFreq(1);
    likeness.setMaxQueryTerms(STRONGEST_WORDS);
    likeness.setBoost(true);
    Collection<Object> words = words(page);
    Map<String, Collection<Object>> wherever =
        fields.stream().collect(Collectors.toMap(Function.identity(), _ -> words));
    BooleanQuery.Builder wanted =
        new BooleanQuery.Builder()
            .add(inCommon(likeness.like(wherever)), Occur.MUST)
            .add(Records.ofType(RecordType.RESOURCE), Occur.FILTER)
            .add(new TermQuery(new Term(Fields.KEY, page.url())), Occur.MUST_NOT);
    return FunctionScoreQuery.boostByValue(
        wanted.build(), DoubleValuesSource.fromDoubleField(Fields.WEIGHT));
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
