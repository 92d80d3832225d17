package signpost.search.rank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import signpost.search.index.TextAnalysis;

/**
 * Which words of a question are Welsh, by the index's own word for them. The index is the judge: a
 * word is Welsh when at least as many pages have a root of it, in any form, as have it the English
 * way ("plant" is children where pages in Welsh say so, and a plant where none does).
 */
record WelshWords(Map<String, List<String>> roots, Set<String> small, boolean prevail) {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’]+");
  private static final WelshWords NONE = new WelshWords(Map.of(), Set.of(), false);

  static WelshWords in(WordCounts counts, TypedText typed) throws IOException {
    if (counts.of(TextAnalysis.WELSH_MARK) == 0) {
      return NONE;
    }
    Map<String, List<String>> roots = new HashMap<>();
    Set<String> small = new HashSet<>();
    int others = 0;
    for (String word : BETWEEN_WORDS.splitAsStream(typed.text()).toList()) {
      for (String stem : TextAnalysis.words(word)) {
        List<String> welsh = roots(counts, word, stem);
        if (TextAnalysis.welshRoots(word).isEmpty()) {
          small.add(stem);
        } else if (!welsh.isEmpty()) {
          roots.put(stem, welsh);
        } else if (counts.of(stem) > 0) {
          others++;
        }
      }
    }
    return new WelshWords(roots, small, roots.size() > others);
  }

  /** The concepts with the Welsh roots of their words; without small words where Welsh prevails. */
  List<QueryConcept> in(List<QueryConcept> concepts) {
    return concepts.stream()
        .filter(concept -> !prevail || !small.containsAll(concept.typed()))
        .map(concept ->
            concept.typed().size() == 1
                ? concept.or(roots.getOrDefault(concept.typed().getFirst(), List.of()))
                : concept)
        .toList();
  }

  private static List<String> roots(WordCounts counts, String word, String stem)
      throws IOException {
    List<String> known = new ArrayList<>();
    int most = 0;
    for (String root : TextAnalysis.welshRoots(word).stream().distinct().toList()) {
      int pages = counts.of(root);
      if (pages > 0) {
        known.add(root);
        most = Math.max(most, pages);
      }
    }
    return most >= counts.of(stem) ? known : List.of();
  }
}
