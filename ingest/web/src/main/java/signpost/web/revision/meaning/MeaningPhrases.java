package signpost.web.revision.meaning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The phrases of one language by which a text speaks of closing, cost, ages and the like, with the
 * words that they govern. Phrases are looked for only where a text has one of their stems.
 *
 * @param phrases of small letters
 * @param labels what headings and the names of rows say of what stands beside them
 * @param stems beginnings of words, none of them longer than six letters
 */
record MeaningPhrases(
    Map<ChangeMeaning, Pattern> phrases,
    Map<ChangeMeaning, Pattern> labels,
    Map<String, Set<ChangeMeaning>> stems) {
  private static final int LONGEST_STEM = 6;

  /** More is no label but a passage. */
  private static final int LONGEST_LABEL = 80;

  static final MeaningPhrases ENGLISH = new PhraseBook(EnglishMeanings::write).closed();
  static final MeaningPhrases WELSH = new PhraseBook(WelshMeanings::write).closed();

  MeaningPhrases {
    phrases = Map.copyOf(phrases);
    labels = Map.copyOf(labels);
    stems = Map.copyOf(stems);
  }

  /** What a text in small letters may speak of; little more is certain than what it does not. */
  Set<ChangeMeaning> possible(List<String> words) {
    Set<ChangeMeaning> possible = EnumSet.noneOf(ChangeMeaning.class);
    for (String word : words) {
      for (int length = 1; length <= Math.min(LONGEST_STEM, word.length()); length++) {
        possible.addAll(stems.getOrDefault(word.substring(0, length), Set.of()));
      }
    }
    return possible;
  }

  /** The phrases about one thing in a text in small letters, with the words that they govern. */
  List<String> found(ChangeMeaning meaning, String lower) {
    List<String> found = new ArrayList<>();
    Pattern pattern = phrases.get(meaning);
    Matcher phrase = pattern == null ? null : pattern.matcher(lower);
    while (phrase != null && phrase.find()) {
      found.add(phrase.group());
    }
    return found;
  }

  /** The text without its phrases about one thing. */
  String without(ChangeMeaning meaning, String lower) {
    Pattern pattern = phrases.get(meaning);
    return pattern == null ? lower : pattern.matcher(lower).replaceAll(" ; ");
  }

  /** What a label in small letters says of what stands beside it. */
  Set<ChangeMeaning> labelled(String lower) {
    Set<ChangeMeaning> said = EnumSet.noneOf(ChangeMeaning.class);
    if (!lower.isBlank() && lower.length() <= LONGEST_LABEL) {
      labels.forEach((meaning, label) -> {
        if (label.matcher(lower).find()) {
          said.add(meaning);
        }
      });
    }
    return said;
  }

  /** Written by each language; closed once it is. */
  static final class PhraseBook {
    private final Map<ChangeMeaning, Pattern> phrases = new EnumMap<>(ChangeMeaning.class);
    private final Map<ChangeMeaning, Pattern> labels = new EnumMap<>(ChangeMeaning.class);
    private final Map<String, Set<ChangeMeaning>> stems = new HashMap<>();

    private PhraseBook(java.util.function.Consumer<PhraseBook> language) {
      language.accept(this);
    }

    /** {@code stems}: parted by spaces; every phrase has a word that begins with one. */
    void phrases(ChangeMeaning meaning, String stems, String... alternatives) {
      phrases.put(meaning, any(alternatives));
      for (String stem : stems.split(" ", -1)) {
        this.stems
            .computeIfAbsent(
                stem.substring(0, Math.min(LONGEST_STEM, stem.length())),
                _ -> EnumSet.noneOf(ChangeMeaning.class))
            .add(meaning);
      }
    }

    void label(ChangeMeaning meaning, String... alternatives) {
      labels.put(meaning, any(alternatives));
    }

    private static Pattern any(String... alternatives) {
      return Pattern.compile(String.join("|", alternatives));
    }

    private MeaningPhrases closed() {
      return new MeaningPhrases(phrases, labels, stems);
    }
  }
}
