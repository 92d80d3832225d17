package signpost.search.rank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import signpost.search.index.TextAnalysis;

/**
 * Words typed apart that pages write as one: "help line" is a helpline too. Each of the two may
 * then be said so, and is still asked for as it would be alone.
 */
final class JoinedWords {
  private static final int SHORTEST_PART = 3;

  /**
   * One word is no slip where it stands in so large a part of the pages that have the rarer of the
   * two: a tenth.
   */
  private static final int USUAL = 10;

  /** What pages write for a word and its neighbour, by its stem. */
  private final Map<String, List<String>> joined = new HashMap<>();

  private JoinedWords() {}

  static JoinedWords in(WordCounts counts, String text) throws IOException {
    JoinedWords words = new JoinedWords();
    List<String> typed = TextAnalysis.plainWords(text);
    int looked = Math.min(typed.size(), TypedText.MAX_WORDS);
    for (int i = 0; i + 1 < looked; i++) {
      String first = typed.get(i);
      String second = typed.get(i + 1);
      if (Math.min(first.length(), second.length()) >= SHORTEST_PART) {
        words.add(counts, first, second);
      }
    }
    return words;
  }

  /** The concepts, each with the words it is a part of elsewhere. */
  List<QueryConcept> in(List<QueryConcept> concepts) {
    return concepts.stream()
        .map(concept ->
            concept.typed().size() == 1
                ? concept.or(joined.getOrDefault(concept.typed().getFirst(), List.of()))
                : concept)
        .toList();
  }

  private void add(WordCounts counts, String first, String second) throws IOException {
    List<String> one = TextAnalysis.words(first);
    List<String> next = TextAnalysis.words(second);
    List<String> whole = TextAnalysis.words(first + second);
    if (one.size() != 1 || next.size() != 1 || whole.size() != 1) {
      return;
    }
    int apart = Math.min(counts.of(one.getFirst()), counts.of(next.getFirst()));
    int together = counts.of(whole.getFirst());
    if (together > 0 && USUAL * together >= apart) {
      say(one.getFirst(), whole.getFirst());
      say(next.getFirst(), whole.getFirst());
    }
  }

  private void say(String part, String whole) {
    List<String> said = joined.computeIfAbsent(part, _ -> new ArrayList<>());
    if (!said.contains(whole)) {
      said.add(whole);
    }
  }
}
