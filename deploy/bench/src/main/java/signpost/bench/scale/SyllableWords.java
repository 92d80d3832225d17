package signpost.bench.scale;

import java.util.List;
import java.util.random.RandomGenerator;

/** Made-up words that can be pronounced; those that come later in a vocabulary are longer. */
record SyllableWords(
    List<String> onsets, List<String> vowels, List<String> codas, List<String> endings) {
  static final SyllableWords ENGLISH =
      new SyllableWords(
          split("b c d f g h j l m n p r s t v w br ch cl cr dr fl gr pl pr sh sl sp st str th tr"),
          split("a a e e i i o o u ai ea ee oa ou"),
          split("- - - - l m n n r r s t t ck nd ng nt rd rm st"),
          split("- - - - - - s s s ed ing ing er ly tion tions ment al ness able ity"));
  static final SyllableWords WELSH =
      new SyllableWords(
          split("b c ch d dd ff g gl gw h ll m n p ph r rh s t tr th w cy dy gy"),
          split("a e i o u w y ae ai aw ei wy"),
          split("- - - - dd l ll n n r r s th ch nt rdd"),
          split("- - - - - - au au iau ion aeth iad ydd wyr io wyd ol"));

  SyllableWords {
    onsets = List.copyOf(onsets);
    vowels = List.copyOf(vowels);
    codas = List.copyOf(codas);
    endings = List.copyOf(endings);
  }

  /** A word of one to four syllables. */
  String word(RandomGenerator random, int rank) {
    int longest = rank < 400 ? 2 : rank < 8_000 ? 3 : 4;
    StringBuilder word = new StringBuilder();
    int syllables = (rank < 400 ? 1 : 2) + random.nextInt(longest - (rank < 400 ? 0 : 1));
    append(word, syllables, random);
    return word.append(any(endings, random)).toString();
  }

  /** One of millions. */
  String name(RandomGenerator random) {
    StringBuilder name = new StringBuilder();
    append(name, 3, random);
    return name.toString();
  }

  private void append(StringBuilder word, int syllables, RandomGenerator random) {
    for (int i = 0; i < syllables; i++) {
      word.append(any(onsets, random)).append(any(vowels, random)).append(any(codas, random));
    }
  }

  private static String any(List<String> parts, RandomGenerator random) {
    return parts.get(random.nextInt(parts.size()));
  }

  /** A dash stands for nothing. */
  private static List<String> split(String parts) {
    return List.of(parts.replace("-", "").split(" ", -1));
  }
}
