package signpost.web.revision.noise;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import signpost.web.extract.Notice;
import signpost.web.extract.TextBlock;
import signpost.web.revision.compare.ChangeSigns;
import signpost.web.revision.compare.ComparablePage.TextLine;
import signpost.web.revision.compare.ComparablePage.TextLink;

/**
 * One thing a page says or leads to, by which a change is known again at the next visit.
 *
 * @param renewed whether it stands in a part of the page that is renewed day by day
 */
record PagePiece(PieceKind kind, String text, boolean renewed) {
  private static final int ID_BYTES = 8;
  private static final int MOST_NAME = 60;

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

  static PagePiece of(TextLine line) {
    PieceKind kind =
        line.kind() == TextBlock.BlockKind.HEADING ? PieceKind.HEADING : PieceKind.TEXT;
    return new PagePiece(kind, VolatileText.masked(line.text()), line.renewed());
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

  /** Eleven characters. */
  String id() {
    byte[] hash = sha256().digest((kind + " " + text).getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, ID_BYTES));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
