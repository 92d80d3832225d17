package signpost.search.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.jspecify.annotations.Nullable;
import signpost.search.index.IndexFields;

/** The words around what was asked for. */
final class SnippetHighlighter {
  private static final int SNIPPET = 220;
  private static final int LOOKED_THROUGH = 60_000;
  private static final int LEAD = 300;

  private final Map<Integer, String> passages;
  private final Map<String, String[]> wholes;

  private SnippetHighlighter(Map<Integer, String> passages, Map<String, String[]> wholes) {
    this.passages = passages;
    this.wholes = wholes;
  }

  /** Nothing marked. */
  static SnippetHighlighter none() {
    return new SnippetHighlighter(Map.of(), Map.of());
  }

  static SnippetHighlighter of(
      IndexSearcher searcher, Analyzer analyzer, Query words, int[] documents) throws IOException {
    if (documents.length == 0) {
      return none();
    }
    UnifiedHighlighter whole =
        highlighter(searcher, analyzer).withBreakIterator(WholeBreakIterator::new).build();
    Map<String, String[]> wholes =
        whole.highlightFields(
            new String[] {IndexFields.TITLE, IndexFields.LEAD},
            words,
            documents.clone(),
            new int[] {1, 1});
    int[] unanswered =
        IntStream.range(0, documents.length)
            .filter(hit -> !has(at(wholes, IndexFields.LEAD, hit)))
            .toArray();
    return new SnippetHighlighter(
        passages(searcher, analyzer, words, documents, unanswered), wholes);
  }

  /** The best places of the texts of some hits: where the lead answers, nobody sees them. */
  private static Map<Integer, String> passages(
      IndexSearcher searcher, Analyzer analyzer, Query words, int[] documents, int[] hits)
      throws IOException {
    Map<Integer, String> passages = new HashMap<>();
    if (hits.length == 0) {
      return passages;
    }
    UnifiedHighlighter text =
        highlighter(searcher, analyzer)
            .withBreakIterator(() ->
                LengthGoalBreakIterator.createClosestToLength(new SentenceBreaks(), SNIPPET, 0.5f))
            .build();
    int[] texts = Arrays.stream(hits).map(hit -> documents[hit]).toArray();
    String[] best =
        text.highlightFields(new String[] {IndexFields.BODY}, words, texts, new int[] {1})
            .getOrDefault(IndexFields.BODY, new String[0]);
    for (int i = 0; i < best.length; i++) {
      if (best[i] != null) {
        passages.put(hits[i], best[i]);
      }
    }
    return passages;
  }

  List<TextFragment> title(int hit, String title) {
    return marked(wholes, IndexFields.TITLE, hit, title);
  }

  /** The lead where it answers or nothing else does, else the best place of the text. */
  List<TextFragment> snippet(int hit, String lead) {
    @Nullable String inLead = at(wholes, IndexFields.LEAD, hit);
    @Nullable String inBody = passages.get(hit);
    if (inLead != null && (has(inLead) || !has(inBody)) && !inLead.isBlank()) {
      return inLead.length() <= LEAD || !has(inLead)
          ? TextFragment.marked(cut(inLead))
          : TextFragment.marked(inLead);
    }
    if (inBody != null && !inBody.isBlank()) {
      return TextFragment.marked(inBody.strip().replace("\n", " · "));
    }
    return TextFragment.plain(cut(lead));
  }

  private static String cut(String text) {
    if (text.length() <= LEAD) {
      return text;
    }
    int space = text.lastIndexOf(' ', LEAD);
    return text.substring(0, space > LEAD / 2 ? space : LEAD) + "…";
  }

  private static List<TextFragment> marked(
      Map<String, String[]> all, String field, int hit, String otherwise) {
    @Nullable String text = at(all, field, hit);
    return text == null || text.isBlank()
        ? TextFragment.plain(otherwise)
        : TextFragment.marked(text);
  }

  private static @Nullable String at(Map<String, String[]> all, String field, int hit) {
    String @Nullable [] texts = all.get(field);
    return texts == null ? null : texts[hit];
  }

  private static boolean has(@Nullable String text) {
    return text != null && text.indexOf(TextFragment.BEGIN) >= 0;
  }

  private static UnifiedHighlighter.Builder highlighter(IndexSearcher searcher, Analyzer analyzer) {
    return UnifiedHighlighter.builder(searcher, analyzer)
        .withFieldMatcher(_ -> true)
        .withMaxLength(LOOKED_THROUGH)
        .withFormatter(
            new DefaultPassageFormatter(
                String.valueOf(TextFragment.BEGIN),
                String.valueOf(TextFragment.END),
                " … ",
                false) {
              @Override
              protected void append(StringBuilder marked, String text, int start, int end) {
                marked.append(TextFragment.unmarked(text.substring(start, end)));
              }
            });
  }
}
