package signpost.web.revision.kind;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import signpost.events.ChangeEvent.Hunk;
import signpost.web.extract.MediaKind;
import signpost.web.revision.compare.ChangeSigns;
import signpost.web.revision.compare.ComparablePage;
import signpost.web.revision.compare.ComparablePage.TextLink;
import signpost.web.revision.compare.LinkChanges;

/**
 * Tells a new edition from another document: the same name but for its year, version or date. Names
 * are titles, words of links, and names of files where a link's words stayed.
 */
final class NewEditions {
  private static final String MONTH =
      "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
          + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|[mf]awrth|ebrill|[mf]ai"
          + "|[mf]ehefin|g?orffennaf|awst|[mf]edi|hydref|[td]achwedd|rh?agfyr|spring|summer|autumn"
          + "|winter";

  /** What tells editions apart. */
  private static final Pattern MARK =
      Pattern.compile(
          "\\b(?:19|20)\\d{2}(?: ?[-–/] ?(?:20)?\\d{2})?\\b"
              + "|\\b(?:v|ver|version|edition|ed|issue|revision|rev|volume|vol|fersiwn|argraffiad"
              + "|rhifyn|cyfrol)[. ]{0,2}\\d+(?:\\.\\d+)*\\b"
              + "|\\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
              + "|\\d{1,2}(?:st|nd|rd|th)|revised|updated|new|latest|final|draft|ail|trydydd"
              + "|pedwerydd|pumed) (?:edition|version|issue|argraffiad|fersiwn)\\b"
              + ("|\\b(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:" + MONTH + ")\\b|\\b\\d+(?:\\.\\d+)+\\b")
              + "|\\b(?:edition|version|argraffiad|fersiwn)\\b|\\b\\d{6,8}\\b");

  private static final Pattern DAY =
      Pattern.compile("\\b\\d{1,2}(?:st|nd|rd|th)? (?:" + MONTH + ")\\b");

  /** From when or until when something holds, which is no part of an edition's name. */
  private static final Pattern DEADLINE =
      Pattern.compile(
          "(?i)\\b(?:by|before|until|till|closes?|ends?|due|from|cyn|erbyn|tan)\\s+(?:on\\s+)?\\d{1,2}\\s+\\p{L}{3,9}");

  /** What stands beside a name and is none of it: "(PDF, 1.2MB, 40 pages)". */
  private static final Pattern BESIDE =
      Pattern.compile(
          "\\b\\d+(?:\\.\\d+)? ?(?:[km]b|[km]ib|bytes)\\b|\\b\\d+ (?:pages?|tudalen)\\b");

  private static final Pattern FILE =
      Pattern.compile("\\.(?:pdf|docx?|odt|pptx?|odp|xlsx?|ods|epub|rtf)(?:$|[?#])");

  /** What has editions; of another name a month is when it takes place. */
  private static final Pattern PUBLICATION =
      Pattern.compile(
          "\\b(?:newsletters?|bulletins?|magazines?|reports?|reviews?|minutes|agendas?|handbooks?"
              + "|guides?|guidance|guidelines?|leaflets?|brochures?|booklets?|toolkits?|polic(?:y|ies)"
              + "|plans?|strateg(?:y|ies)|director(?:y|ies)|fact ?sheets?|briefings?|statements?"
              + "|accounts|prospectus|catalogues?|timetables?|journals?|manuals?|standards?|framework"
              + "|(?:g|ch)?cylchlyth\\p{L}+|[bf]wletin|adroddiad(?:au)?|(?:ch)?cofnodion|ll?awlyfr"
              + "|[gc]h?anllaw\\p{L}*|arweiniad|[td]h?aflen\\p{L}*|[gc]ynllun(?:iau)?"
              + "|[sf]?strategaeth(?:au)?|[pb]olis\\p{L}+|cyfeiriadur|amserlen|pdf|docx?)\\b");

  private static final Pattern EVENT =
      Pattern.compile(
          "\\b(?:caf[eé]s?|fairs?|part(?:y|ies)|f[eê]tes?|days?|nights?|evenings?|mornings?|meetings?"
              + "|walks?|groups?|clubs?|concerts?|festivals?|conferences?|workshops?|courses?|sessions?"
              + "|classes|markets?|shows?|webinars?|events?|drop-ins?|lunch(?:es)?|trips?|dinners?"
              + "|exhibitions?|awards?|races?|runs?|marathons?|games|camps?|retreats?|quiz|[cg]affi"
              + "|ffair|[pb]arti|diwrnod|noson|bore|cyfarfod(?:ydd)?|[dt]aith|gr[ŵw]p|[cg]lwb"
              + "|[cg]yngerdd|g[ŵw]yl|[cg]ynhadledd|gweithdy|[cg]wrs|sesiwn|marchnad|sioe"
              + "|digwyddiad(?:au)?)\\b");

  private static final Pattern MONTHS = Pattern.compile("\\b(?:" + MONTH + ")\\b");

  /** A name that says so little is no name. */
  private static final int SHORTEST = 4;

  private static final int LONGEST = 140;

  private NewEditions() {}

  /** The name before and the name now. */
  record NewEdition(String before, String after) {
    String words() {
      return "“" + after + "” instead of “" + before + "”";
    }
  }

  /** Of the page or document itself. */
  static Optional<NewEdition> ofTitle(ComparablePage before, ComparablePage after) {
    Optional<NewEdition> titled =
        named(before.title(), after.title())
            .filter(_ -> after.media().isDocument() || hasEditions(after.title()));
    return titled.isPresent() || after.media() == MediaKind.HTML
        ? titled
        : stated(before, after)
            .map(it ->
                new NewEdition(
                    before.title() + ", " + it.before(), after.title() + ", " + it.after()));
  }

  /** What a document says of its edition among its first lines: "Version 2, March 2026". */
  private static Optional<NewEdition> stated(ComparablePage before, ComparablePage after) {
    for (int i = 0; i < Math.min(10, Math.min(before.lines().size(), after.lines().size())); i++) {
      String old = before.lines().get(i).text();
      String young = after.lines().get(i).text();
      if (!old.equals(young) && says(old) && says(young)) {
        return same(old, young, 0);
      }
    }
    return Optional.empty();
  }

  private static boolean says(String line) {
    return line.length() <= LONGEST
        && marks(line).stream().anyMatch(mark -> mark.matches(".*\\p{L}{2}.*\\d.*|\\d+\\w+ .*"));
  }

  /** Of what the page links to. */
  static List<NewEdition> ofLinks(LinkChanges links) {
    List<NewEdition> editions = new ArrayList<>();
    links.retargeted().forEach(it -> ofFiles(it.before(), it.after()).ifPresent(editions::add));
    List<TextLink> come = new ArrayList<>(links.added());
    for (TextLink gone : links.removed()) {
      come.stream()
          .filter(link -> (isFile(gone) && isFile(link)) || hasEditions(gone.text()))
          .filter(link -> named(gone.text(), link.text()).isPresent())
          .findFirst()
          .ifPresent(link -> {
            come.remove(link);
            editions.add(new NewEdition(gone.text(), link.text()));
          });
    }
    return editions;
  }

  private static Optional<NewEdition> ofFiles(TextLink before, TextLink after) {
    return isFile(before) && isFile(after)
        ? same(fileName(before), fileName(after), SHORTEST - 1)
        : Optional.empty();
  }

  static boolean isFile(TextLink link) {
    return FILE.matcher(link.url().toLowerCase(Locale.ROOT)).find();
  }

  /** "Handbook 2026.pdf". */
  static String fileName(TextLink link) {
    String path = link.url().replaceFirst("[?#].*", "");
    String name = path.substring(path.lastIndexOf('/') + 1);
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) { // a lone per cent sign stands for itself
      return name;
    }
  }

  /** What is told already need not be quoted: a passage that differs in nothing but the edition. */
  static boolean tell(List<NewEdition> editions, Hunk hunk) {
    HunkText text = HunkText.of(hunk);
    return editions.stream()
            .anyMatch(it -> text.old().contains(it.before()) && text.young().contains(it.after()))
        && named(text.old(), text.young()).isPresent()
        && deadlines(text.old()).equals(deadlines(text.young()));
  }

  /** "Apply by 31 January with the guide of 2026": the day is no part of the edition's name. */
  private static List<String> deadlines(String text) {
    return DEADLINE.matcher(text).results().map(MatchResult::group).toList();
  }

  /** "Open day, 3 May", "Carers café – June": when a thing takes place is no edition of it. */
  private static boolean hasEditions(String name) {
    String plain = plain(name);
    boolean placed = EVENT.matcher(plain).find() || MONTHS.matcher(plain).find();
    return !DAY.matcher(plain).find() && (!placed || PUBLICATION.matcher(plain).find());
  }

  private static Optional<NewEdition> named(String before, String after) {
    return before.length() <= LONGEST && after.length() <= LONGEST
        ? same(before, after, SHORTEST)
        : Optional.empty();
  }

  private static Optional<NewEdition> same(String before, String after, int shortest) {
    String name = name(before);
    boolean another =
        name.length() >= shortest
            && name.equals(name(after))
            && !marks(before).equals(marks(after));
    return another ? Optional.of(new NewEdition(before, after)) : Optional.empty();
  }

  private static String name(String text) {
    return ChangeSigns.letters(
        MARK.matcher(BESIDE.matcher(plain(text)).replaceAll(" ")).replaceAll(" "));
  }

  private static List<String> marks(String text) {
    return MARK.matcher(BESIDE.matcher(plain(text)).replaceAll(" "))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  /** Names of files part words with hyphens and underscores. */
  private static String plain(String text) {
    return text.toLowerCase(Locale.UK).replaceAll("[_()\\[\\]]|-(?!\\d{2}\\b)|%20", " ");
  }
}
