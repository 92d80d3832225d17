package signpost.web.extract;

import static signpost.web.extract.NoticePhrase.archived;
import static signpost.web.extract.NoticePhrase.superseded;
import static signpost.web.extract.NoticePhrase.withdrawn;

import java.util.List;
import java.util.regex.Pattern;

/** The English phrases. In prose each must speak of this very page, document or service. */
final class EnglishNotices {
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
  private static final String NO_CONDITION =
      "(?<!\\b(?:if|when|once|until|unless|before|after|whether|since|parts? of|sections? of) )";
  private static final String WORDS = "(?:\\s(?!" + STOP + "\\b)[^\\s.!?;]+)";
  private static final String THIS =
      NO_CONDITION
          + "\\b(?:(?:this|these)"
          + WORDS
          + "{0,9}?\\s"
          + NOUN
          + "|the\\s"
          + NOUN
          + "\\s(?:below|you are (?:now )?(?:reading|viewing)))"
          + WORDS
          + "{0,6}?";
  private static final String SERVICE =
      NO_CONDITION
          + "\\b(?:this|our)"
          + WORDS
          + "{0,5}?\\s(?:services?|helplines?|schemes?|programmes?|projects?|organisations?|charit(?:y|ies)"
          + "|courses?|clinics?|centres?|websites?)";
  private static final String BEEN =
      "\\s(?:has|have|had|is|are|was|were)(?:\\s(?:now|since|recently|therefore|also|already"
          + "|all))?(?:\\s(?:been|being))?(?:\\s(?:now|recently|formally|officially))?\\s";
  private static final String NOT_NOW = "\\s(?:is|are)\\s(?:now\\s)?no longer\\s(?:being\\s)?";

  /** A clinic closed at weekends, or to new patients, is not closed. */
  private static final String FOR_GOOD =
      "(?!\\s(?:at|for|over|between|during|today|tomorrow|every|each|from|until|to|all day|groups?"
          + "|sessions?|its?|their|the|with|(?:on|in) (?!\\d|\\p{L}+ \\d{4})))";

  private static final String ON_A_DAY =
      "(?: on| in)? (?:\\d{1,2}(?:st|nd|rd|th)? )?"
          + "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}* \\d{4}\\b";

  private EnglishNotices() {}

  static final List<NoticePhrase> ANYWHERE =
      List.of(
          superseded(
              THIS
                  + BEEN
                  + "(?:replaced|superseded)(?:(?:\\s(?:in|on|since)\\s[^.!?;]{3,30}?)?\\s(?:by|with)\\b"
                  + "|[.,;:]|$)"),
          superseded(
              "\\b(?:there is|we have published) an? (?:newer|updated|more recent) (?:version|edition) of this "
                  + NOUN),
          superseded(
              "\\ban? (?:newer|updated|more recent) (?:version|edition) of this "
                  + NOUN
                  + " (?:is|has)\\b"),
          withdrawn(
              THIS
                  + BEEN
                  + "withdrawn(?!\\sfrom\\s(?!use|publication|circulation|this|our|the (?:web)?site|gov))"),
          withdrawn(
              THIS
                  + NOT_NOW
                  + "(?:current|valid|in force|in use|applicable|relevant|available|supported|recommended"
                  + "|up to date)\\b"),
          withdrawn(
              THIS
                  + BEEN
                  + "(?:rescinded|revoked|cancelled|discontinued|decommissioned|expired)\\b"),
          withdrawn(THIS + "\\s(?:is|are)\\s(?:now\\s)?(?:out[ -]of[ -]date|obsolete|outdated)\\b"),
          withdrawn(
              SERVICE
                  + "\\s(?:(?:has|have)\\s(?:now\\s|since\\s|sadly\\s)?(?:been\\s)?"
                  + "(?:closed(?: down)?|ended|shut down|ceased|discontinued|decommissioned)"
                  + "|(?:is|are)\\s(?:now\\s|permanently\\s){1,2}closed"
                  + "|(?:is|are)\\s(?:now\\s)?no longer (?:available|running|operating|offered|provided)"
                  + "|(?:closed|ended) on (?=\\d))"
                  + FOR_GOOD),
          withdrawn(
              "\\bwe (?:are )?(?:can )?no longer (?:able to )?(?:provid|offer|run|deliver|publish)(?:e|ing|ning)?"
                  + " (?:this|these)\\b"),
          withdrawn("\\bthe (?:information|content) on this (?:web ?)?page has been removed\\b"),
          withdrawn("^\\[withdrawn\\b[^\\]]{0,40}\\]"),
          withdrawn("^withdrawn" + ON_A_DAY),
          withdrawn("^withdrawn ?[:–—-] (?:this|the|please|see|use)\\b"),
          superseded("^\\[(?:superseded|replaced)\\b[^\\]]{0,40}\\]"),
          superseded("^superseded(?: by\\b| ?[:–—-] )"),
          archived("^\\[archived?\\b[^\\]]{0,40}\\]"),
          archived("^archived" + ON_A_DAY),
          archived(THIS + BEEN + "(?:archived|retired)\\b"),
          archived(THIS + "\\s(?:is|are)\\s(?:now\\s)?(?:an? )?archived?\\b"),
          archived("\\bthis is (?:an )?archived? (?:copy|version|" + NOUN + ")"),
          archived(
              "\\bthis (?:page|site|section|website) (?:contains|holds) archived (?:content|material"
                  + "|information)\\b"),
          archived("\\byou are (?:now )?viewing (?:an )?archived?\\b"),
          archived(
              THIS
                  + "\\s(?:is|are) (?:kept|retained|provided|available|here) (?:here )?(?:only )?"
                  + "(?:for|as an?) (?:historical|archive|reference (?:purposes )?only)"),
          archived(THIS + NOT_NOW + "(?:updated|maintained|reviewed|monitored)\\b"),
          archived(
              "\\bwe (?:are )?no longer (?:updat|maintain|review)(?:e|ing)? (?:this|these)\\b"));

  /** Headings of notice boxes, which need not name the page. */
  static final List<NoticePhrase> IN_NOTICE_BOX =
      List.of(
          withdrawn("^(?:notice:? )?withdrawn(?:$|[:.]| (?:on )?\\d)"),
          superseded("^(?:superseded|replaced)(?:$|[:.]| by\\b| on\\b)"),
          archived("^archived(?: (?:page|content|publication|document))?(?:$|[:.]| on\\b)"),
          archived("^archive (?:page|content|publication|document|copy|notice)(?:$|[:.])"),
          superseded("^(?:it|this) (?:has|was)(?: now)?(?: been)? (?:replaced|superseded) by\\b"),
          withdrawn("^(?:it|this) (?:has been|was) withdrawn(?:$|[.,:]| on\\b| because\\b)"),
          archived("^(?:it|this) (?:has been|was) archived(?:$|[.,:]| on\\b| because\\b)"),
          withdrawn(
              "^(?:no longer (?:current|valid|in use|in force|available)|out of date)(?:$|[:.])"),
          archived("^no longer (?:updated|maintained)(?:$|[:.])"));

  /** Before a title or after it, set apart. */
  static final List<NoticePhrase> IN_TITLE =
      List.of(
          withdrawn(mark("withdrawn")),
          superseded(mark("superseded|replaced")),
          archived(mark("archived(?: content)?")),
          archived("^[\\[(] ?archive ?[\\])]"),
          archived("^(?:404 ?[-–—:|] ?)?(?:this )?page (?:has been |is |was )?archived\\b"));

  private static final Pattern IT = Pattern.compile("(?i)^it (?=(?:has|was|is)\\b)");

  private static final Pattern SPOKE_OF_THIS =
      Pattern.compile("(?i)\\bthis (?:[^\\s.]+ ){0,5}?" + NOUN + "\\b");

  /** "It has been replaced" says of this guidance what the sentence before began to say. */
  static String namingThis(String sentence, String before) {
    return SPOKE_OF_THIS.matcher(before).find()
        ? IT.matcher(sentence).replaceFirst("This page ")
        : sentence;
  }

  private static String mark(String words) {
    return "^(?:[\\[(] ?(?:"
        + words
        + ")\\b[^\\])]{0,30}[\\])]|(?:"
        + words
        + ") ?(?:[:–—|]|- ))|[\\[(](?:"
        + words
        + ")(?: \\p{L}+ \\d{4}| \\d{4})?[\\])](?:$| [|–—-] )| [|–—-] (?:"
        + words
        + ")(?:$| [|–—-] )";
  }
}
