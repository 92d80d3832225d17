package signpost.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text about something: its own words come back in it, as they do in what people write. */
final class SyntheticProse {
  private static final int OWN_WORDS = 9;
  private static final double OWN = 0.14;

  /** Lengths of main texts, in words: a lognormal, as measured of the web's pages. */
  private static final double MEDIAN = 350;

  private static final double SPREAD = 0.8;
  private static final int SHORTEST = 30;
  private static final int LONGEST = 20_000;

  private final SyntheticVocabulary vocabulary;
  private final RandomGenerator random;
  private final List<String> own;

  SyntheticProse(SyntheticVocabulary vocabulary, RandomGenerator random) {
    this.vocabulary = vocabulary;
    this.random = random;
    this.own = IntStream.range(0, OWN_WORDS).mapToObj(_ -> vocabulary.subject(random)).toList();
  }

  /** A heading or a link's words. */
  String phrase(int shortest, int longest) {
    int words = shortest + random.nextInt(longest - shortest + 1);
    return capital(
        IntStream.range(0, words)
            .mapToObj(i -> i == 0 || random.nextInt(3) > 0 ? ownWord() : vocabulary.word(random))
            .collect(Collectors.joining(" ")));
  }

  String sentence() {
    int words = Math.clamp(Math.round(18 + 7 * random.nextGaussian()), 4, 45);
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < words; i++) {
      if (i > 0) {
        sentence.append(random.nextInt(14) == 0 ? ", " : " ");
      }
      sentence.append(word());
    }
    return capital(sentence.append('.').toString());
  }

  /** A text of paragraphs, one a line, some of them under one of the headings. */
  String text(List<String> headings) {
    double wanted = MEDIAN * Math.exp(SPREAD * random.nextGaussian());
    int words = Math.clamp(Math.round(wanted), SHORTEST, LONGEST);
    List<String> paragraphs = new ArrayList<>();
    int heading = 0;
    for (int written = 0; written < words; ) {
      if (heading < headings.size() && written >= words * heading / headings.size()) {
        paragraphs.add(headings.get(heading++));
      }
      String paragraph = paragraph();
      paragraphs.add(paragraph);
      written += paragraph.length() / 6;
    }
    return String.join("\n", paragraphs);
  }

  private String paragraph() {
    return IntStream.range(0, 1 + random.nextInt(5))
        .mapToObj(_ -> sentence())
        .collect(Collectors.joining(" "));
  }

  private String word() {
    return random.nextDouble() < OWN ? ownWord() : vocabulary.word(random);
  }

  /** The first of them most often. */
  private String ownWord() {
    return own.get(Math.min(random.nextInt(OWN_WORDS), random.nextInt(OWN_WORDS)));
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
