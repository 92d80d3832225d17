package signpost.ingest.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The phrases by which publishers say that a page is no longer current, in English and Welsh. Each
 * must speak of this very page: prose about forms replaced and children withdrawn is not a notice.
 */
final class NoticeWords {
  /** A phrase found: what it means and the sentence it stands in. */
  record Said(Notice.Kind kind, String sentence) {}

  private record Phrase(Notice.Kind kind, Pattern pattern) {}

  private static final String NOUN =
      "(?:pages?|web ?pages?|web ?sites?|sites?|guidance|guides?|guidelines?|publications?|documents?"
          + "|toolkits?|tool kits?|resources?|polic(?:y|ies)|frameworks?|reports?|content"
          + "|information|strateg(?:y|ies)|leaflets?|booklets?|brochures?|fact ?sheets?|advice|manuals?"
          + "|handbooks?|versions?|editions?|collections?|modules?|standards?|plans?|packs?|materials?"
          + "|circulars?|letters?|notices?|statistics|consultations?|codes? of practice|e-?books?"
          + "|programmes?|courses?|definitions?|pathways?|templates?|articles?|protocols?|files?|items?)";
  private static final String STOP =
      "(?:that|which|who|whom|whose|if|when|where|how|why|explains?|describes?|lists?|sets?|shows?"
          + "|covers?|gives?|tells?|provides?|contains?|includes?|replaces?|supersedes?|is|are|was"
          + "|were|has|have|had|will|would|may|might|can|could|should|must|not|explaining|about)";
  private static final String THIS =
      "(?<!\\b(?:if|when|once|until|unless|before|after|whether|since|parts? of|sections? of) )\\b(?:this|these)(?:\\s(?!"
          + STOP
          + "\\b)[^\\s.!?;]+){0,9}?\\s"
          + NOUN
          + "(?:\\s(?!"
          + STOP
          + "\\b)[^\\s.!?;]+){0,6}?";
  private static final String BEEN =
      "\\s(?:has|have|had|is|are|was|were)(?:\\s(?:now|since|recently|therefore|also|already"
          + "|all))?(?:\\s(?:been|being))?(?:\\s(?:now|recently|formally|officially))?\\s";
  private static final String NOT_NOW = "\\s(?:is|are)\\s(?:now\\s)?no longer\\s(?:being\\s)?";
  private static final String HWN = "\\b(?:hwn|hon|hyn|yma)\\b";

  private static final List<Phrase> ANYWHERE =
      List.of(
          phrase(
              Notice.Kind.SUPERSEDED,
              THIS + BEEN + "(?:replaced|superseded)(?:\\sby\\b|\\swith\\b|[.,;:]|$)"),
          phrase(
              Notice.Kind.SUPERSEDED,
              "\\b(?:there is|we have published) an? (?:newer|updated|more recent) (?:version|edition) of this "
                  + NOUN),
          phrase(
              Notice.Kind.SUPERSEDED,
              "\\ban? (?:newer|updated|more recent) (?:version|edition) of this "
                  + NOUN
                  + " (?:is|has)\\b"),
          phrase(
              Notice.Kind.WITHDRAWN,
              THIS
                  + BEEN
                  + "withdrawn(?!\\sfrom\\s(?!use|publication|circulation|this|our|the (?:web)?site|gov))"),
          phrase(
              Notice.Kind.WITHDRAWN,
              THIS
                  + NOT_NOW
                  + "(?:current|valid|in force|in use|applicable|relevant|available|supported|recommended)\\b"),
          phrase(Notice.Kind.ARCHIVED, THIS + BEEN + "(?:archived|retired)\\b"),
          phrase(Notice.Kind.ARCHIVED, THIS + "\\s(?:is|are)\\s(?:now\\s)?an? archived?\\b"),
          phrase(Notice.Kind.ARCHIVED, "\\bthis is an archived? (?:copy|version|" + NOUN + ")"),
          phrase(Notice.Kind.ARCHIVED, "\\byou are (?:now )?viewing an archived?\\b"),
          phrase(Notice.Kind.ARCHIVED, THIS + NOT_NOW + "(?:updated|maintained|reviewed)\\b"),
          phrase(
              Notice.Kind.SUPERSEDED,
              HWN + "[^.!?]{0,60}?(?:\\bwedi\\b[^.!?]{0,20}|\\b(?:ei|eu) )[dt]?d?isodli\\b"),
          phrase(Notice.Kind.SUPERSEDED, "\\bdisodlwyd\\b[^.!?]{0,80}?" + HWN),
          phrase(
              Notice.Kind.WITHDRAWN,
              HWN
                  + "[^.!?]{0,60}?(?:\\bwedi\\b|\\bwedi'i|\\bei\\b|\\beu\\b)[^.!?]{0,20}?(?:dynnu|thynnu|tynnu)(?:'n| yn) (?:ô|o)l\\b"),
          phrase(
              Notice.Kind.WITHDRAWN,
              "\\btynnwyd\\b[^.!?]{0,80}?" + HWN + "[^.!?]{0,30}?(?:'n| yn) (?:ô|o)l\\b"),
          phrase(
              Notice.Kind.WITHDRAWN,
              "\\bnid yw['r]*\\b[^.!?]{0,80}?"
                  + HWN
                  + "[^.!?]{0,20}?\\b(?:yn gyfredol|yn ddilys|mewn grym|ar gael|yn berthnasol)\\b"),
          phrase(
              Notice.Kind.ARCHIVED,
              HWN + "[^.!?]{0,60}?(?:\\bwedi\\b|\\bei\\b|\\beu\\b)[^.!?]{0,20}?h?archifo\\b"),
          phrase(Notice.Kind.ARCHIVED, "\\barchifwyd\\b[^.!?]{0,80}?" + HWN),
          phrase(
              Notice.Kind.ARCHIVED,
              "\\bnid yw['r]*\\b[^.!?]{0,80}?"
                  + HWN
                  + "[^.!?]{0,30}?\\bcael (?:ei|eu) (?:d?diweddaru|chynnal|gynnal)\\b"));

  /** Headings of notice boxes, which need not name the page. */
  private static final List<Phrase> IN_NOTICE_BOX =
      List.of(
          phrase(Notice.Kind.WITHDRAWN, "^(?:notice:? )?withdrawn(?:$|[:.]| (?:on )?\\d)"),
          phrase(Notice.Kind.SUPERSEDED, "^(?:superseded|replaced)(?:$|[:.]| by\\b| on\\b)"),
          phrase(
              Notice.Kind.ARCHIVED,
              "^archived?(?: (?:page|content|publication|document))?(?:$|[:.]| on\\b)"),
          phrase(
              Notice.Kind.SUPERSEDED,
              "^(?:it|this) (?:has|was)(?: now)?(?: been)? (?:replaced|superseded) by\\b"),
          phrase(
              Notice.Kind.WITHDRAWN,
              "^(?:it|this) (?:has been|was) withdrawn(?:$|[.,:]| on\\b| because\\b)"),
          phrase(
              Notice.Kind.WITHDRAWN,
              "^(?:wedi'i d?th?ynnu|tynnwyd|wedi ei d?th?ynnu)(?:'n| yn) ôl\\b"),
          phrase(Notice.Kind.SUPERSEDED, "^(?:wedi'i d?disodli|disodlwyd)\\b"),
          phrase(Notice.Kind.ARCHIVED, "^(?:wedi'i h?archifo|archifwyd)\\b"));

  private static final List<Phrase> IN_TITLE =
      List.of(
          phrase(
              Notice.Kind.WITHDRAWN,
              "^(?:[\\[(]\\s*withdrawn\\b[^\\])]{0,30}[\\])]|withdrawn\\s*[:–—-]\\s)"),
          phrase(
              Notice.Kind.SUPERSEDED,
              "^(?:[\\[(]\\s*(?:superseded|replaced)\\b[^\\])]{0,30}[\\])]|superseded\\s*[:–—-]\\s)"),
          phrase(Notice.Kind.ARCHIVED, "^(?:[\\[(]\\s*archived?\\s*[\\])]|archived\\s*[:–—-]\\s)"),
          phrase(
              Notice.Kind.WITHDRAWN,
              "^[\\[(]\\s*(?:tynnwyd|wedi'i (?:d|th)ynnu|wedi ei (?:d|th)ynnu)(?:'n| yn) ôl\\s*[\\])]"),
          phrase(
              Notice.Kind.SUPERSEDED,
              "^[\\[(]\\s*(?:wedi'i disodli|wedi'i ddisodli|disodlwyd)\\s*[\\])]"),
          phrase(Notice.Kind.ARCHIVED, "^[\\[(]\\s*(?:wedi'i (?:h)?archifo|archifwyd)\\s*[\\])]"));

  /** A word every phrase has one of; most text has none and is spared the phrases. */
  private static final Pattern HINT =
      Pattern.compile(
          "(?i)withdr|replace|supersed|archi[vf]|retired|no longer|newer|updated|more recent"
              + "|isodl|ynnu|ynnw|nid yw");

  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}\\[\"“‘(])");

  private NoticeWords() {}

  static Optional<Said> inProse(String text) {
    return find(text, ANYWHERE);
  }

  static Optional<Said> inNoticeBox(String text) {
    return find(text, ANYWHERE).or(() -> find(text, IN_NOTICE_BOX));
  }

  static Optional<Said> inTitle(String title) {
    String plain = plain(title);
    return IN_TITLE.stream()
        .filter(phrase -> phrase.pattern.matcher(plain).find())
        .findFirst()
        .map(phrase -> new Said(phrase.kind, title));
  }

  private static Optional<Said> find(String text, List<Phrase> phrases) {
    if (!HINT.matcher(text).find()) {
      return Optional.empty();
    }
    for (String sentence : SENTENCE_END.split(text, -1)) {
      String plain = plain(sentence);
      for (Phrase phrase : phrases) {
        Matcher found = phrase.pattern.matcher(plain);
        if (found.find()) {
          return Optional.of(new Said(phrase.kind, sentence.strip()));
        }
      }
    }
    return Optional.empty();
  }

  private static String plain(String text) {
    return Text.cut(text.replace('’', '\'').replace('‘', '\'').strip(), 600);
  }

  private static Phrase phrase(Notice.Kind kind, String pattern) {
    return new Phrase(
        kind, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }
}
