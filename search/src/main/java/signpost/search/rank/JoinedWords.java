package signpost.search.rank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import signpost.search.index.TextAnalysis;

/** Words typed apart that pages write as one: "help line" is a helpline too. */
final class JoinedWords {
  private static final int SHORTEST_PART = 3;

  /** What pages write for two neighbours, by their stems. */
  private final Map<List<String>, String> joined = new HashMap<>();

  private JoinedWords() {}

  static JoinedWords in(WordCounts counts, String text) throws IOException {
    JoinedWords words = new JoinedWords();
    List<String> typed = TextAnalysis.plainWords(text);
    for (int i = 0; i + 1 < typed.size(); i++) {
      words.add(counts, typed.get(i), typed.get(i + 1));
    }
    return words;
  }

  /** The concepts, with neighbours that are one word elsewhere made one. */
  List<QueryConcept> in(List<QueryConcept> concepts) {
    List<QueryConcept> made = new ArrayList<>();
    int at = 0;
    while (at < concepts.size()) {
      Optional<QueryConcept> one = one(concepts, at);
      made.add(one.orElse(concepts.get(at)));
      at += one.isPresent() ? 2 : 1;
    }
    return made;
  }

  private Optional<QueryConcept> one(List<QueryConcept> concepts, int at) {
    if (at + 1 == concepts.size()) {
      return Optional.empty();
    }
    List<String> both = new ArrayList<>(concepts.get(at).typed());
    both.addAll(concepts.get(at + 1).typed());
    @Nullable String whole = joined.get(both);
    return whole == null
        ? Optional.empty()
        : Optional.of(QueryConcept.of(List.of(both, List.of(whole))));
  }

  private void add(WordCounts counts, String first, String second) throws IOException {
    List<String> stems = new ArrayList<>(TextAnalysis.words(first));
    stems.addAll(TextAnalysis.words(second));
    List<String> whole = TextAnalysis.words(first + second);
    boolean isLong = Math.min(first.length(), second.length()) >= SHORTEST_PART;
    if (isLong && stems.size() == 2 && whole.size() == 1 && counts.of(whole.getFirst()) > 0) {
      joined.put(stems, whole.getFirst());
    }
  }
}
