package signpost.search.rank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.PinnedPages;
import signpost.search.index.HealthTokens;
import signpost.search.index.IndexFields;
import signpost.search.index.PinnedQuestion;
import signpost.search.index.StoredRecords;

/**
 * What curators put first for a question. A pin holds while its page is of use to readers and
 * matches the filters; otherwise the page stands where it would without.
 */
public final class PinnedDocuments {
  /** More guides than will ever pin pages for one question. */
  private static final int GUIDES = 20;

  /** For one question, whoever pinned them: readers came for results. */
  private static final int MOST = 5;

  private PinnedDocuments() {}

  /**
   * The documents, what comes first first, each with the id of the guide that pins it. A question
   * is pinned as it was typed, or as it was mended.
   */
  public static SequencedMap<Integer, String> of(
      IndexSearcher searcher, String typed, ParsedQuery asked) throws IOException {
    if (!asked.typed().unwanted().isEmpty() || !hasPins(searcher)) {
      return new LinkedHashMap<>();
    }
    SequencedMap<Integer, String> asTyped =
        asked.mended().isPresent()
            ? of(searcher, TypedText.of(typed).text())
            : new LinkedHashMap<>();
    return asTyped.isEmpty() ? of(searcher, asked.typed().text()) : asTyped;
  }

  /** Most have none, and then nothing of a question need be read anew. */
  private static boolean hasPins(IndexSearcher searcher) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      if (leaf.reader().terms(IndexFields.PINNED) != null) {
        return true;
      }
    }
    return false;
  }

  private static SequencedMap<Integer, String> of(IndexSearcher searcher, String text)
      throws IOException {
    String question = PinnedQuestion.key(text);
    SequencedMap<Integer, String> pinned = new LinkedHashMap<>();
    if (question.isEmpty()) {
      return pinned;
    }
    for (GuideListed guide : guides(searcher, question)) {
      for (int document : documents(searcher, guide, question)) {
        pinned.putIfAbsent(document, guide.guide());
      }
    }
    pinned.keySet().retainAll(ExactScores.matching(searcher, usable(), pinned.keySet()));
    while (pinned.size() > MOST) {
      pinned.pollLastEntry();
    }
    return pinned;
  }

  private static List<GuideListed> guides(IndexSearcher searcher, String question)
      throws IOException {
    List<GuideListed> guides = new ArrayList<>();
    Term term = new Term(IndexFields.PINNED, question);
    if (searcher.getIndexReader().docFreq(term) == 0) {
      return guides;
    }
    for (ScoreDoc hit : searcher.search(new TermQuery(term), GUIDES).scoreDocs) {
      guides.add(StoredRecords.event(searcher, hit.doc, GuideListed.class));
    }
    guides.sort(Comparator.comparing(GuideListed::guide));
    return guides;
  }

  private static List<Integer> documents(IndexSearcher searcher, GuideListed guide, String question)
      throws IOException {
    List<Integer> documents = new ArrayList<>();
    for (PinnedPages pin : guide.pins()) {
      if (PinnedQuestion.key(pin.question()).equals(question)) {
        for (var page : pin.pages()) {
          int document = StoredRecords.find(searcher, page.value());
          if (document >= 0) {
            documents.add(document);
          }
        }
      }
    }
    return documents;
  }

  private static Query usable() {
    return new BooleanQuery.Builder()
        .add(RankQueries.everything(), Occur.FILTER)
        .add(
            NumericDocValuesField.newSlowRangeQuery(
                IndexFields.WEIGHT, bits(HealthTokens.USABLE), bits(Double.MAX_VALUE)),
            Occur.FILTER)
        .add(new TermQuery(new Term(IndexFields.STATE, HealthTokens.UNCONFIRMED)), Occur.MUST_NOT)
        .build();
  }

  /** As a column of doubles keeps a number; those of positive numbers are in their order. */
  private static long bits(double number) {
    return Double.doubleToRawLongBits(number);
  }
}
