package signpost.search.rank;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import signpost.search.index.PhoneNumbers;
import signpost.search.index.TextAnalysis;

/**
 * What was typed, read with next to no syntax: every oddity is text. Only words between a pair of
 * quotation marks must stand together, and what follows a minus at once, a word up to the next
 * space or words in quotation marks, must not be there. Where nothing else is typed it is asked
 * for. A telephone number is one word. {@code text}: what is asked for, without what is not wanted;
 * {@code unwanted}: what must not stand together anywhere; {@code leftOut}: the same as typed, each
 * with its minus; {@code capitals}: words of a text in small letters that were typed in capitals,
 * as acronyms are.
 */
public record TypedText(
    String text,
    List<String> words,
    List<Phrase> phrases,
    List<Phrase> unwanted,
    String leftOut,
    Set<String> capitals) {
  /** Words in quotation marks, which may have a minus in front, or a word that has one. */
  private static final Pattern MARKED =
      Pattern.compile(
          "(?<minus>(?<!\\S)-)?[\"“”](?<quoted>[^\"“”]+)[\"“”]"
              + "|(?<!\\S)-(?<word>\\p{L}[^\\s\"“”]*)");

  private static final Pattern MARK = Pattern.compile("[\"“”]");
  private static final Pattern CAPITALS =
      Pattern.compile("(?<![\\p{L}\\p{N}])\\p{Lu}{2,8}s?(?![\\p{L}\\p{N}])");
  private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cntrl}\\s]+");

  /** More words than anyone types, and few enough to answer quickly. */
  static final int MAX_WORDS = 32;

  private static final int MAX_PHRASES = 4;

  private static final int MAX_CHARS = 1_000;

  public TypedText {
    words = List.copyOf(words);
    phrases = List.copyOf(phrases);
    unwanted = List.copyOf(unwanted);
    capitals = Set.copyOf(capitals);
  }

  /** Reads any text; of what is too long, the beginning. */
  public static TypedText of(String typed) {
    String cut = typed.length() > MAX_CHARS ? typed.substring(0, MAX_CHARS) : typed;
    String all = NOT_TEXT.matcher(TextAnalysis.normal(cut)).replaceAll(" ").strip();
    String text =
        MARKED
            .matcher(all)
            .replaceAll(it -> isUnwanted(it) ? "" : Matcher.quoteReplacement(it.group()))
            .strip();
    return text.isEmpty() ? read(all, List.of()) : read(text, unwanted(all));
  }

  private static TypedText read(String text, List<String> leftOut) {
    return new TypedText(
        text,
        stems(PhoneNumbers.joined(text)),
        phrases(text),
        leftOut.stream()
            .map(Phrase::of)
            .filter(it -> !it.words().isEmpty())
            .distinct()
            .limit(MAX_WORDS)
            .toList(),
        String.join(" ", leftOut),
        capitals(text));
  }

  /**
   * Other words for what is asked for, and what was typed after a minus behind them. A quotation
   * mark without its other would take the one behind it for that.
   */
  public String instead(String other) {
    return leftOut.isEmpty() ? other : paired(other) + " " + leftOut;
  }

  private static String paired(String text) {
    List<MatchResult> marks = MARK.matcher(text).results().toList();
    return marks.size() % 2 == 0
        ? text
        : text.substring(0, marks.getLast().start()) + text.substring(marks.getLast().end());
  }

  /** The same without the quotation marks that keep words together, if there are any. */
  public Optional<String> unquoted() {
    String apart = MARK.matcher(text).replaceAll(" ").strip();
    return Optional.of(apart).filter(it -> !it.isEmpty() && !it.equals(text)).map(this::instead);
  }

  /** Whether it has no letters. */
  boolean isOfNumbers() {
    return text.codePoints().noneMatch(Character::isLetter);
  }

  /** Whether a word has two letters, and so may mean something by itself. */
  static boolean isWord(String word) {
    return word.codePoints().filter(Character::isLetter).limit(2).count() == 2;
  }

  /** Whether a name says what must not be there. */
  public boolean leavesOut(String name) {
    return unwanted.stream().anyMatch(it -> it.isIn(name));
  }

  private static boolean isUnwanted(MatchResult marked) {
    return marked.group("minus") != null || marked.group("word") != null;
  }

  private static List<String> unwanted(String all) {
    return MARKED
        .matcher(all)
        .results()
        .filter(TypedText::isUnwanted)
        .map(MatchResult::group)
        .toList();
  }

  /** Who types everything in capitals means nothing by it. */
  private static Set<String> capitals(String text) {
    boolean shouted = text.contains(" ") && text.equals(text.toUpperCase(Locale.ROOT));
    return shouted
        ? Set.of()
        : Set.copyOf(
            CAPITALS
                .matcher(text)
                .results()
                .flatMap(it -> TextAnalysis.words(it.group()).stream())
                .distinct()
                .limit(MAX_WORDS)
                .toList());
  }

  private static List<Phrase> phrases(String text) {
    return MARKED
        .matcher(text)
        .results()
        .map(TypedText::quoted)
        .map(Phrase::of)
        .filter(it -> it.words().size() > 1)
        .limit(MAX_PHRASES)
        .toList();
  }

  private static String quoted(MatchResult marked) {
    @Nullable String quoted = marked.group("quoted");
    return quoted == null ? "" : quoted;
  }

  private static List<String> stems(String text) {
    List<String> stems = TextAnalysis.words(text);
    return stems.subList(0, Math.min(stems.size(), MAX_WORDS));
  }

  boolean isEmpty() {
    return text.isEmpty();
  }
}
