package signpost.revision.noise;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.events.Sha256;
import signpost.revision.compare.BlockPairing;
import signpost.revision.compare.ChangeSigns;
import signpost.revision.compare.ChangedSentences;
import signpost.revision.compare.ComparablePage.TextLink;
import signpost.web.extract.Notice;
import signpost.web.extract.TextBlock;

/**
 * One thing a page says or leads to, by which a change is known again at the next visit.
 *
 * @param renewed whether it stands in a part of the page that is renewed day by day
 */
record PagePiece(PieceKind kind, String text, boolean renewed) {
  private static final int ID_BYTES = 8;
  private static final int MOST_NAME = 60;

  private static final Pattern LONG_WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]{5,}");

  private static final Set<String> COMMON =
      Set.of(
          ("about after again before could every other should their there these thing things those"
                  + " where which while whose would people gyda bobl ydych rydym eich wedi bydd")
              .split(" "));

  /** What the key of a sentence begins with. */
  static final String SENTENCE = "s";

  PagePiece(PieceKind kind, String text) {
    this(kind, text, false);
  }

  /** What it is. */
  enum PieceKind {
    TITLE,
    HEADING,
    TEXT,
    LINK,
    /** A number or a mail address that a link leads to. */
    CONTACT,
    NOTICE,
    PAGES,
    /** Everything at once, where two readings are too unlike to compare piece by piece. */
    WHOLE
  }

  static PagePiece of(HeadedLine line) {
    boolean isHeading = line.line().kind() == TextBlock.BlockKind.HEADING;
    return new PagePiece(
        isHeading ? PieceKind.HEADING : PieceKind.TEXT,
        typed(line.masked().text()),
        line.line().renewed());
  }

  /** As a typewriter would have it: editors' software sets the same words now so, now so. */
  private static String typed(String text) {
    StringBuilder typed = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '‘', '’', 'ʼ', '´', '`' -> typed.append('\'');
        case '“', '”', '„' -> typed.append('"');
        case '–', '—', '‐', '‑' -> typed.append('-');
        case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff' -> {}
        default -> {
          boolean space = Character.isSpaceChar(c) || c == '\n';
          boolean twice = space && !typed.isEmpty() && typed.charAt(typed.length() - 1) == ' ';
          if (!twice) {
            typed.append(space ? ' ' : c);
          }
        }
      }
    }
    return typed.toString();
  }

  static PagePiece of(TextLink link) {
    PieceKind kind = link.contact().isPresent() ? PieceKind.CONTACT : PieceKind.LINK;
    return new PagePiece(kind, link.url(), link.renewed());
  }

  static PagePiece of(Notice.NoticeKind notice) {
    return new PagePiece(PieceKind.NOTICE, notice.name());
  }

  /** Its first words; nothing but words has any. */
  String name() {
    if (!words()) {
      return "";
    }
    return text.length() <= MOST_NAME ? text : text.substring(0, MOST_NAME).strip() + "…";
  }

  boolean words() {
    return kind == PieceKind.TEXT || kind == PieceKind.HEADING;
  }

  /** Whether it is nothing but a stamp, which is no loss when it goes. */
  boolean passes() {
    return words() && text.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** The contact details in it. */
  Stream<String> contacts() {
    if (kind == PieceKind.CONTACT) {
      return Stream.of(text);
    }
    return words() ? ChangeSigns.contacts(text).stream() : Stream.empty();
  }

  /** What remembers that this has come to the page. */
  String come() {
    return "+" + id();
  }

  /** What remembers that this has gone from the page. */
  String gone() {
    return "-" + id();
  }

  /** By how many characters one is longer than the other. */
  int lengthApart(PagePiece other) {
    return Math.abs(text.length() - other.text.length());
  }

  /** Whether the other is this, edited: they share long words, of which any two texts share few. */
  boolean hasMuchOf(PagePiece other) {
    Set<String> mine = longWords();
    Set<String> theirs = other.longWords();
    long common = mine.stream().filter(theirs::contains).count();
    return (mine.isEmpty() || theirs.isEmpty())
        ? BlockPairing.alike(text, other.text)
        : 3 * common >= Math.min(mine.size(), theirs.size());
  }

  private Set<String> longWords() {
    return LONG_WORD
        .matcher(text.toLowerCase(Locale.UK))
        .results()
        .map(MatchResult::group)
        .filter(word -> !COMMON.contains(word))
        .collect(Collectors.toSet());
  }

  /** What it says, sentence by sentence. */
  Stream<String> sentences() {
    return words() ? ChangedSentences.in(text).stream() : Stream.empty();
  }

  /** What remembers that a sentence has come to the page, among whatever others. */
  static String sentence(String sentence) {
    return SENTENCE + new PagePiece(PieceKind.TEXT, sentence).id();
  }

  /** Eleven characters. */
  String id() {
    byte[] hash = Sha256.function().digest((kind + " " + text).getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, ID_BYTES));
  }
}
