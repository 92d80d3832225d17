package signpost.search.rank;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import signpost.search.index.TextAnalysis;

/** Groups of words that mean the same, matched longest first in what was typed. */
final class Synonyms {
  private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2,}s?");

  private final Map<List<String>, SequencedSet<List<String>>> groups = new HashMap<>();
  private final Set<String> acronyms = new HashSet<>();
  private int longest = 1;

  private Synonyms() {}

  /** Reads the file that comes with the module. */
  static Synonyms load() {
    try (InputStream file = Synonyms.class.getResourceAsStream("/signpost/search/synonyms.txt")) {
      if (file == null) {
        throw new IllegalStateException("synonyms.txt is missing from the jar");
      }
      return read(new BufferedReader(new InputStreamReader(file, UTF_8)).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Synonyms read(List<String> lines) {
    Synonyms synonyms = new Synonyms();
    lines.stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(synonyms::add);
    return synonyms;
  }

  /** The concepts in a row of words, each once, in the order of their first words. */
  List<QueryConcept> concepts(List<String> words) {
    SequencedMap<List<String>, QueryConcept> concepts = new LinkedHashMap<>();
    int at = 0;
    while (at < words.size()) {
      List<String> typed = longestKnown(words, at);
      concepts.merge(typed, concept(typed), (before, _) -> before.again());
      at += typed.size();
    }
    return List.copyOf(concepts.values());
  }

  /** Whether a way to say something stands in the file as capitals. */
  boolean isAcronym(List<String> way) {
    return way.size() == 1 && acronyms.contains(way.getFirst());
  }

  private QueryConcept concept(List<String> typed) {
    List<List<String>> ways = new ArrayList<>();
    ways.add(typed);
    groups.getOrDefault(typed, new LinkedHashSet<>()).stream()
        .filter(way -> !way.equals(typed))
        .forEach(ways::add);
    return QueryConcept.of(ways);
  }

  private List<String> longestKnown(List<String> words, int at) {
    for (int length = Math.min(longest, words.size() - at); length > 1; length--) {
      List<String> run = words.subList(at, at + length);
      if (groups.containsKey(run)) {
        return List.copyOf(run);
      }
    }
    return List.of(words.get(at));
  }

  private void add(String line) {
    Arrays.stream(line.split(",", -1))
        .map(String::strip)
        .filter(it -> CAPITALS.matcher(it).matches())
        .forEach(it -> acronyms.addAll(TextAnalysis.words(it)));
    List<List<String>> ways =
        Arrays.stream(line.split(",", -1))
            .map(TextAnalysis::words)
            .filter(way -> !way.isEmpty())
            .toList();
    for (List<String> way : ways) {
      groups.computeIfAbsent(way, _ -> new LinkedHashSet<>()).addAll(ways);
      longest = Math.max(longest, way.size());
    }
  }
}
