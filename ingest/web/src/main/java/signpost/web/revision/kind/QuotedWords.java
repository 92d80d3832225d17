package signpost.web.revision.kind;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import signpost.web.revision.compare.ChangeSigns;
import signpost.web.revision.compare.ChangedSentences;
import signpost.web.revision.meaning.PassageMeaning;

/**
 * What is quoted of a changed passage: the sentences that changed, the most telling ones where
 * there are too many, and of a long one the words around the change. A name stays with what it
 * names.
 */
record QuotedWords(String old, String young) {
  /** Quotations on both sides together still read as one sentence. */
  private static final int LONGEST = 180;

  /** Words left beside the change in a sentence that is too long. */
  private static final int AROUND = 60;

  private static final int LONGEST_NAME = 60;

  static QuotedWords of(HunkText text) {
    ChangedSentences changed = ChangedSentences.between(text.old(), text.young());
    if (length(changed.old()) <= LONGEST && length(changed.young()) <= LONGEST) {
      return quoted(joined(changed.old(), text.old()), joined(changed.young(), text.young()));
    }
    return changed.old().size() == changed.young().size()
        ? pair(changed)
        : quoted(telling(changed.old()), telling(changed.young()));
  }

  /** In quotation marks; what came in place of what, if both are there. */
  String inMarks() {
    if (old.isEmpty() || young.isEmpty()) {
      return "“" + old + young + "”";
    }
    return "“" + old + "” became “" + young + "”";
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

  private static QuotedWords pair(ChangedSentences changed) {
    int best =
        IntStream.range(0, changed.old().size())
            .boxed()
            .max(
                Comparator.<Integer>comparingDouble(i ->
                        PassageMeaning.weight(
                            PassageMeaning.of("", changed.old().get(i), changed.young().get(i))))
                    .thenComparing(Comparator.reverseOrder()))
            .orElse(0);
    return quoted(changed.old().get(best), changed.young().get(best));
  }

  /** The first of those sentences that mean most. */
  private static String telling(List<String> sentences) {
    return IntStream.range(0, sentences.size())
        .boxed()
        .max(
            Comparator.<Integer>comparingDouble(
                    i -> PassageMeaning.weight(PassageMeaning.of(sentences.get(i))))
                .thenComparing(Comparator.reverseOrder()))
        .map(sentences::get)
        .orElse("");
  }

  private static QuotedWords quoted(String old, String young) {
    boolean both = !old.isEmpty() && !young.isEmpty();
    int start = both ? ChangeSigns.commonStart(old, young) : 0;
    int end = both ? commonEnd(old, young, start) : 0;
    return new QuotedWords(cut(old, start, end), cut(young, start, end));
  }

  private static int commonEnd(String old, String young, int start) {
    int least = Math.min(old.length(), young.length()) - start;
    int at = 0;
    while (at < least
        && old.charAt(old.length() - 1 - at) == young.charAt(young.length() - 1 - at)) {
      at++;
    }
    return at;
  }

  /**
   * The words between so many characters from the start and so many from the end, and some more.
   */
  private static String cut(String sentence, int start, int end) {
    if (sentence.length() <= LONGEST) {
      return shown(sentence);
    }
    int first = start + end == 0 ? telling(sentence) : Math.max(0, start - AROUND);
    int from = wordAt(sentence, first);
    int until = sentence.length() - Math.max(0, end - AROUND);
    int to = wordAt(sentence, Math.min(until, from + LONGEST));
    String name = from == 0 ? "" : name(sentence, from);
    return (from == 0 ? "" : name + "… ")
        + shown(sentence.substring(from, to).strip())
        + (to < sentence.length() ? " …" : "");
  }

  /** Where those words of a long sentence begin that mean most. */
  private static int telling(String sentence) {
    int best = 0;
    double most = 0;
    for (int at = 0; at < sentence.length(); at += AROUND) {
      int from = wordAt(sentence, at);
      String part = sentence.substring(from, Math.min(sentence.length(), from + LONGEST));
      double weight = PassageMeaning.weight(PassageMeaning.of(part));
      best = weight > most ? from : best;
      most = Math.max(most, weight);
    }
    return best;
  }

  private static int wordAt(String text, int at) {
    int from = at;
    while (from > 0 && from < text.length() && !Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    return from;
  }

  private static String name(String sentence, int before) {
    int tab = sentence.indexOf('\t');
    return tab > 0 && tab <= Math.min(before, LONGEST_NAME)
        ? sentence.substring(0, tab) + ": "
        : "";
  }

  /** A row as it is read out: "1 day: £12.50, half board". */
  private static String shown(String text) {
    int tab = text.indexOf('\t');
    if (tab < 0) {
      return text;
    }
    String name = text.substring(0, tab).strip();
    boolean ends = name.endsWith(":") || name.endsWith("?") || name.endsWith(".");
    return name + (ends ? " " : ": ") + text.substring(tab + 1).replace("\t", ", ");
  }
}
