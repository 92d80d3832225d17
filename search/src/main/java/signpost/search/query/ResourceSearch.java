package signpost.search.query;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import signpost.events.ResourceEvent.GuideListed;
import signpost.search.index.Analysis;
import signpost.search.index.Fields;
import signpost.search.index.JoinedPage;
import signpost.search.index.PageIndex;
import signpost.search.index.RecordType;
import signpost.search.index.Records;
import signpost.search.query.Answers.Total;

/** Pages that answer a need, best first. */
@Singleton
public final class ResourceSearch {
  /** Fewer than this, and not every word has to be found. */
  private static final int FEW = 3;

  /** Room for addresses that end at the same page and are shown once. */
  private static final int SPARE = 20;

  private final PageIndex index;
  private final Synonyms synonyms = Synonyms.load();
  private final FacetLayout layout = new FacetLayout();

  ResourceSearch(PageIndex index) {
    this.index = index;
  }

  /** Answers a need; any text can be asked. */
  public Answers answer(Need need) throws IOException {
    return index.read(searcher -> answer(searcher, need));
  }

  private Answers answer(IndexSearcher searcher, Need need) throws IOException {
    TypedText typed = TypedText.of(need.text());
    Optional<SortedSetDocValuesReaderState> state = layout.of(searcher.getIndexReader());
    if (typed.isEmpty()) {
      return finish(
          searcher, need, state, new Asked(Ranking.everything(), List.of()), Optional.empty());
    }
    Answers strict = ask(searcher, need, state, typed, true, Optional.empty());
    if (strict.total().value() > 0 && need.page() > 1) {
      return strict;
    }
    if (strict.total().value() == 0) {
      Optional<String> mended = Spelling.mend(searcher.getIndexReader(), typed.text());
      if (mended.isPresent()) {
        Answers better = ask(searcher, need, state, TypedText.of(mended.get()), true, mended);
        if (better.total().value() > 0) {
          return better;
        }
      }
    }
    if (strict.total().value() < FEW && typed.words().size() > 2 && typed.phrases().isEmpty()) {
      return ask(searcher, need, state, typed, false, Optional.empty());
    }
    return strict;
  }

  private record Asked(Query query, List<Concept> concepts) {}

  private Answers ask(
      IndexSearcher searcher,
      Need need,
      Optional<SortedSetDocValuesReaderState> state,
      TypedText typed,
      boolean all,
      Optional<String> corrected)
      throws IOException {
    List<Concept> concepts = synonyms.concepts(typed.words());
    Asked asked = new Asked(Ranking.of(typed, concepts, all), concepts);
    Answers answers = finish(searcher, need, state, asked, corrected);
    return all
        ? answers
        : new Answers(answers.total(), answers.hits(), answers.facets(), corrected, true);
  }

  private Answers finish(
      IndexSearcher searcher,
      Need need,
      Optional<SortedSetDocValuesReaderState> state,
      Asked asked,
      Optional<String> corrected)
      throws IOException {
    Facetted.Found found =
        Facetted.search(searcher, state, need, asked.query(), need.page() * need.size() + SPARE);
    List<ScoreDoc> once = once(searcher, found.hits());
    int from = Math.min((need.page() - 1) * need.size(), once.size());
    List<ScoreDoc> shown = once.subList(from, Math.min(from + need.size(), once.size()));
    long total = Math.max(0, found.total() - (found.hits().size() - once.size()));
    return new Answers(
        Total.of(total), hits(searcher, shown, asked), found.facets(), corrected, false);
  }

  /** Several addresses that end at one page are one result. */
  private static List<ScoreDoc> once(IndexSearcher searcher, List<ScoreDoc> hits)
      throws IOException {
    Set<String> seen = new HashSet<>();
    List<ScoreDoc> once = new ArrayList<>();
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    for (ScoreDoc hit : hits) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
      SortedDocValues end = DocValues.getSorted(leaf.reader(), Fields.FINAL_URL);
      if (!end.advanceExact(hit.doc - leaf.docBase)
          || seen.add(end.lookupOrd(end.ordValue()).utf8ToString())) {
        once.add(hit);
      }
    }
    return once;
  }

  private static List<Hit> hits(IndexSearcher searcher, List<ScoreDoc> shown, Asked asked)
      throws IOException {
    int[] documents = shown.stream().mapToInt(hit -> hit.doc).toArray();
    Query words = Ranking.words(asked.concepts());
    Highlights highlights = Highlights.of(searcher, Analysis.analyzer(), words, documents);
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < documents.length; i++) {
      hits.add(hit(searcher, shown.get(i), highlights, i));
    }
    return hits;
  }

  private static Hit hit(IndexSearcher searcher, ScoreDoc scored, Highlights highlights, int at)
      throws IOException {
    String type =
        searcher.storedFields().document(scored.doc, Set.of(Fields.TYPE)).get(Fields.TYPE);
    if (RecordType.GUIDE.token().equals(type)) {
      GuideListed guide = Records.event(searcher, scored.doc, GuideListed.class);
      return new Hit.GuideHit(guide, highlights.title(at, guide.title()), scored.score);
    }
    JoinedPage page = Records.brief(searcher, scored.doc);
    String lead = page.page().map(it -> it.lead()).orElse("");
    return new Hit.PageHit(
        page, highlights.title(at, page.title()), highlights.snippet(at, lead), scored.score);
  }
}
