package signpost.web.revision.kind;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import signpost.web.revision.compare.BlockPairing;
import signpost.web.revision.compare.ChangedSentences;
import signpost.web.revision.meaning.ChangeMeaning;
import signpost.web.revision.meaning.PassageMeaning;

/**
 * What is quoted of a changed passage: the sentences that changed, the most telling ones where
 * there are too many, and of a long one the words around the change. A name stays with what it
 * names.
 *
 * @param related whether the one became the other, and did not merely come where the other went
 */
record QuotedWords(String old, String young, boolean related) {
  /** Quotations on both sides together still read as one sentence. */
  static final int LONGEST = 180;

  /** Longer values under one heading are sentences, and may be about anything. */
  private static final int LONGEST_VALUE = 4;

  static QuotedWords of(HunkText text, String heading) {
    ChangedSentences changed = ChangedSentences.between(text.old(), text.young());
    HunkText quoted =
        length(changed.old()) <= LONGEST && length(changed.young()) <= LONGEST
            ? new HunkText(joined(changed.old(), text.old()), joined(changed.young(), text.young()))
            : telling(changed);
    HunkText words = ChangedWords.of(quoted);
    return new QuotedWords(words.old(), words.young(), related(quoted, heading));
  }

  /** In quotation marks; what came in place of what, if both are there. */
  String inMarks() {
    if (old.isEmpty() || young.isEmpty()) {
      return "“" + old + young + "”";
    }
    return related
        ? "“" + old + "” became “" + young + "”"
        : "“" + old + "” was taken out, “" + young + "” was added";
  }

  private static int length(List<String> sentences) {
    return sentences.stream().mapToInt(it -> it.length() + 1).sum();
  }

  /** With a mark where sentences between them stayed. */
  private static String joined(List<String> sentences, String passage) {
    StringBuilder joined = new StringBuilder();
    int end = 0;
    for (String sentence : sentences) {
      int at = passage.indexOf(sentence, end);
      if (!joined.isEmpty()) {
        joined.append(passage.substring(end, Math.max(at, end)).isBlank() ? " " : " … ");
      }
      joined.append(sentence);
      end = Math.max(at, end) + sentence.length();
    }
    return joined.toString();
  }

  /** The first of those changes that mean most. */
  private static HunkText telling(ChangedSentences changed) {
    return paired(changed).stream()
        .reduce((one, next) -> weight(next) > weight(one) ? next : one)
        .orElse(new HunkText("", ""));
  }

  private static double weight(HunkText change) {
    return PassageMeaning.weight(PassageMeaning.of("", change.old(), change.young()));
  }

  /** Each sentence that went with the one it became; those that became none, or came, alone. */
  private static List<HunkText> paired(ChangedSentences changed) {
    List<String> left = new ArrayList<>(changed.young());
    List<HunkText> pairs = new ArrayList<>();
    for (String old : changed.old()) {
      Optional<String> young = left.stream().filter(it -> BlockPairing.alike(old, it)).findFirst();
      young.ifPresent(left::remove);
      pairs.add(new HunkText(old, young.orElse("")));
    }
    boolean one = pairs.size() == 1 && left.size() == 1 && pairs.getFirst().young().isEmpty();
    if (one) {
      return List.of(new HunkText(pairs.getFirst().old(), left.getFirst()));
    }
    left.forEach(young -> pairs.add(new HunkText("", young)));
    return pairs;
  }

  /** Whether both are alike, are about the same, or are what one name stands for. */
  private static boolean related(HunkText change, String heading) {
    return BlockPairing.alike(change.old(), change.young())
        || (!name(change.old()).isEmpty() && name(change.old()).equals(name(change.young())))
        || (!heading.isBlank() && isValue(change.old()) && isValue(change.young()))
        || !Collections.disjoint(about(change.old()), about(change.young()));
  }

  /** Two sentences may deny, each something else. */
  private static Set<ChangeMeaning> about(String words) {
    return PassageMeaning.of(words).stream()
        .filter(meaning -> meaning != ChangeMeaning.NEGATION)
        .collect(Collectors.toSet());
  }

  private static boolean isValue(String text) {
    return text.split("\\s+", LONGEST_VALUE + 1).length <= LONGEST_VALUE;
  }

  /** What stands before the cells of a row, or before a colon. */
  private static String name(String text) {
    return IntStream.of(text.indexOf('\t'), text.indexOf(": ")).filter(at -> at > 0).min().stream()
        .mapToObj(at -> text.substring(0, at))
        .findFirst()
        .orElse("");
  }
}
