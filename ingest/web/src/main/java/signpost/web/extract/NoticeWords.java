package signpost.web.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The phrases by which publishers say that a page is no longer current, in English and Welsh. Each
 * must speak of this very page: prose about forms replaced and children withdrawn is not a notice.
 */
final class NoticeWords {
  /**
   * A phrase found.
   *
   * @param sentence in which it stands
   * @param more the next, where that speaks of what took the page's place; may be empty
   */
  record FoundNotice(Notice.NoticeKind kind, String sentence, String more) {
    String words() {
      return more.isEmpty() ? sentence : sentence + " " + more;
    }
  }

  private static final List<NoticePhrase> ANYWHERE =
      both(EnglishNotices.ANYWHERE, WelshNotices.ANYWHERE);
  private static final List<NoticePhrase> IN_NOTICE_BOX =
      both(EnglishNotices.IN_NOTICE_BOX, WelshNotices.IN_NOTICE_BOX);
  private static final List<NoticePhrase> IN_TITLE =
      both(EnglishNotices.IN_TITLE, WelshNotices.IN_TITLE);

  /** A word every phrase has one of; most text has none and is spared the phrases. */
  private static final Pattern HINT =
      Pattern.compile(
          "(?i)withdr|removed|replace|supersed|archi[vf]|retired|no longer|newer|updated|more recent|of[ -]date"
              + "|outdated|obsolete|closed|ended|shut down|ceased|discontinued|decommission|rescinded"
              + "|revoked|cancelled|expired|historical|reference|isodl|cymryd lle|fersiwn|ynnu|ynnw"
              + "|nid y|dyddio|i ben|wedi cau");

  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\\[\"“‘(])");

  private static final Pattern APOSTROPHE = Pattern.compile("[’‘ʼ`´]");

  private NoticeWords() {}

  private static List<NoticePhrase> both(List<NoticePhrase> english, List<NoticePhrase> welsh) {
    return Stream.concat(english.stream(), welsh.stream()).toList();
  }

  static Optional<FoundNotice> inProse(String text) {
    return find(text, ANYWHERE);
  }

  static Optional<FoundNotice> inNoticeBox(String text) {
    return find(text, ANYWHERE).or(() -> find(text, IN_NOTICE_BOX));
  }

  static Optional<FoundNotice> inTitle(String title) {
    String plain = plain(title);
    return IN_TITLE.stream()
        .filter(phrase -> phrase.isIn(plain))
        .findFirst()
        .map(phrase -> new FoundNotice(phrase.kind(), title, ""));
  }

  private static Optional<FoundNotice> find(String text, List<NoticePhrase> phrases) {
    if (!HINT.matcher(text).find()) {
      return Optional.empty();
    }
    String last = "";
    List<String> sentences = sentences(text).toList();
    for (int i = 0; i < sentences.size(); i++) {
      String sentence = sentences.get(i);
      String plain = EnglishNotices.namingThis(plain(sentence), last);
      for (NoticePhrase phrase : phrases) {
        if (phrase.isIn(plain)) {
          String next = i + 1 < sentences.size() ? sentences.get(i + 1) : "";
          return Optional.of(new FoundNotice(phrase.kind(), sentence.strip(), goesOn(next)));
        }
      }
      last = plain;
    }
    return Optional.empty();
  }

  private static String goesOn(String next) {
    return NoticeSuccessor.isSpokenOf(next) ? next.strip() : "";
  }

  static Stream<String> sentences(String text) {
    return Arrays.stream(SENTENCE_END.split(text, -1));
  }

  private static String plain(String text) {
    return ReadableText.cut(APOSTROPHE.matcher(text).replaceAll("'").strip(), 600);
  }
}
