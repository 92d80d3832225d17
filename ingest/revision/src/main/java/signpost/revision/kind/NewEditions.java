package signpost.revision.kind;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import signpost.events.ChangeEvent.Hunk;
import signpost.revision.compare.ChangeSigns;
import signpost.revision.compare.ComparablePage;
import signpost.revision.compare.ComparablePage.TextLink;
import signpost.revision.compare.LinkChanges;
import signpost.revision.compare.WelshMutations;
import signpost.web.extract.FileAddress;
import signpost.web.extract.MediaKind;

/**
 * Tells a new edition from another document: the same name but for its year, version or date. Names
 * are titles, words of links, and names of files where a link's words stayed.
 */
final class NewEditions {
  private static final String MONTH =
      "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
          + "|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|ionawr|chwefror|~mawrth|ebrill|~mai|~mehefin"
          + "|~gorffennaf|awst|~medi|hydref|~tachwedd|~rhagfyr|spring|summer|autumn|winter|~gwanwyn"
          + "|haf|gaeaf";

  /** What tells editions apart. */
  private static final Pattern MARK =
      WelshMutations.pattern(
          "\\b(?:19|20)\\d{2}(?: ?[-–/] ?(?:20)?\\d{2})?\\b"
              + "|\\b(?:v|ver|version|edition|ed|issue|revision|rev|volume|vol|fersiwn|argraffiad"
              + "|rhifyn|cyfrol)[. ]{0,2}\\d+(?:\\.\\d+)*\\b"
              + "|\\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
              + "|\\d{1,2}(?:st|nd|rd|th)|revised|updated|new|latest|final|draft|ail|trydydd"
              + "|pedwerydd|pumed) (?:edition|version|issue|argraffiad|fersiwn)\\b"
              + ("|\\b(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:" + MONTH + ")\\b|\\b\\d+(?:\\.\\d+)+\\b")
              + "|\\b(?:edition|version|argraffiad|fersiwn)\\b|\\b\\d{6,8}\\b");

  private static final Pattern DAY =
      WelshMutations.pattern("\\b\\d{1,2}(?:st|nd|rd|th)? (?:" + MONTH + ")\\b");

  /** From when or until when something holds, which is no part of an edition's name. */
  private static final Pattern DEADLINE =
      Pattern.compile(
          "(?i)\\b(?:by|before|until|till|closes?|ends?|due|from|cyn|erbyn|tan)\\s+(?:on\\s+)?\\d{1,2}\\s+\\p{L}{3,9}");

  /** What stands beside a name and is none of it: "(PDF, 1.2MB, 40 pages)". */
  private static final Pattern BESIDE =
      Pattern.compile(
          "\\b\\d+(?:\\.\\d+)? ?(?:[km]b|[km]ib|bytes)\\b|\\b\\d+ (?:pages?|tudalen)\\b");

  /** What has editions; of another name a month is when it takes place. */
  private static final Pattern PUBLICATION =
      WelshMutations.pattern(
          "\\b(?:newsletters?|bulletins?|magazines?|reports?|reviews?|minutes|agendas?|handbooks?"
              + "|guides?|guidance|guidelines?|leaflets?|brochures?|booklets?|toolkits?|polic(?:y|ies)"
              + "|plans?|strateg(?:y|ies)|director(?:y|ies)|fact ?sheets?|briefings?|statements?"
              + "|accounts|prospectus|catalogues?|timetables?|journals?|manuals?|standards?|framework"
              + "|~cylchlyth\\p{L}+|~bwletin(?:au)?|~cylchgr\\p{L}+|adroddiad(?:au)?|~cofnodion"
              + "|~llawlyfr(?:au)?|~canllaw\\p{L}*|arweiniad|~taflen\\p{L}*|~cynllun(?:iau)?"
              + "|strategaeth(?:au)?|~polis\\p{L}+|~cyfeiriadur|amserlen(?:ni)?|~datganiad(?:au)?"
              + "|adolygiad(?:au)?|~cyfrifon|~prosbectws|~llyfryn|pdf|docx?)\\b");

  private static final Pattern EVENT =
      WelshMutations.pattern(
          "(?<!\\p{L})(?:caf[eé]s?|fairs?|part(?:y|ies)|f[eê]tes?|days?|nights?|evenings?|mornings?|meetings?"
              + "|walks?|groups?|clubs?|concerts?|festivals?|conferences?|workshops?|courses?|sessions?"
              + "|classes|markets?|shows?|webinars?|events?|drop-ins?|lunch(?:es)?|trips?|dinners?"
              + "|exhibitions?|awards?|races?|runs?|marathons?|games|camps?|retreats?|quiz|~caffi"
              + "|ffair|~parti|~diwrnod|noson|~bore|~cyfarfod(?:ydd)?|~taith|~gr[ŵw]p|~clwb|~cyngerdd"
              + "|~g[ŵw]yl|~cynhadledd|~gweithdy|~cwrs|sesiwn|~marchnad|sioe|~digwyddiad(?:au)?|cwis"
              + "|arddangosfa|ras)(?!\\p{L})");

  private static final Pattern MONTHS = WelshMutations.pattern("\\b(?:" + MONTH + ")\\b");

  /** A name that says so little is no name. */
  private static final int SHORTEST = 4;

  private static final int LONGEST = 140;

  /** Of more links of one name nobody can say which became which. */
  private static final int MOST_TRIED = 50;

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
    Map<String, Deque<NamedLink>> come = new HashMap<>();
    named(links.added())
        .forEach(it -> come.computeIfAbsent(it.name(), _ -> new ArrayDeque<>()).add(it));
    for (NamedLink gone : named(links.removed())) {
      Deque<NamedLink> alike = come.getOrDefault(gone.name(), new ArrayDeque<>());
      alike.stream()
          .limit(MOST_TRIED)
          .filter(gone::isAnotherEditionOf)
          .findFirst()
          .ifPresent(link -> {
            alike.remove(link);
            editions.add(new NewEdition(gone.link().text(), link.link().text()));
          });
    }
    return editions;
  }

  /** A link with what its words name, and what tells editions of that apart. */
  private record NamedLink(TextLink link, String name, List<String> marks, boolean hasEditions) {
    NamedLink(TextLink link) {
      this(
          link,
          NewEditions.name(link.text()),
          NewEditions.marks(link.text()),
          NewEditions.hasEditions(link.text()));
    }

    /** Two files, or what has editions at all; "Open day, 3 May" has none. */
    boolean isAnotherEditionOf(NamedLink other) {
      return ((isFile(link) && isFile(other.link)) || hasEditions) && !marks.equals(other.marks);
    }
  }

  private static List<NamedLink> named(List<TextLink> links) {
    return links.stream()
        .filter(link -> link.text().length() <= LONGEST)
        .map(NamedLink::new)
        .filter(link -> link.name().length() >= SHORTEST)
        .toList();
  }

  private static Optional<NewEdition> ofFiles(TextLink before, TextLink after) {
    return isFile(before) && isFile(after)
        ? same(fileName(before), fileName(after), SHORTEST - 1)
        : Optional.empty();
  }

  static boolean isFile(TextLink link) {
    return FileAddress.is(link.url());
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
