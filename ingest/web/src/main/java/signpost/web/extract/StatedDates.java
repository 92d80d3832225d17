package signpost.web.extract;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the days a page states about itself: published, updated, reviewed. */
final class StatedDates {
  private static final Set<String> META =
      Set.of(
          "article:published_time",
          "article:modified_time",
          "og:updated_time",
          "datepublished",
          "datemodified",
          "dc.date",
          "dc.date.issued",
          "dc.date.modified",
          "dcterms.issued",
          "dcterms.modified",
          "dcterms.created",
          "dcterms.date",
          "govuk:first-published-at",
          "govuk:updated-at",
          "govuk:public-updated-at",
          "last-modified",
          "date",
          "pubdate");
  private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");
  private static final Pattern STATED =
      Pattern.compile(
          "(?i)\\b(?:published|updated|last (?:updated|modified|reviewed)|reviewed|date|issued"
              + "|cyhoeddwyd|diweddarwyd|diweddaru|adolygwyd)\\b(?: on| ar)?[:\\s]{0,3}(\\d{1,2})(?:st|nd|rd|th|fed|af)?"
              + " ([\\p{L}]{3,10}),? (\\d{4})\\b");

  /** "By L Hart, 7 May 2024": beside a title, who wrote it stands before the day. */
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?i)^(?:(?:posted|written|published|submitted|added)\\b|by\\b).{0,60}?(?=\\b\\d{1,2} \\p{L}{3,9} \\d{4}\\b)");

  private static final Pattern LINKED_DATA =
      Pattern.compile("\"date(?:Published|Modified)\"\\s*:\\s*\"(\\d{4}-\\d{2}-\\d{2})");
  private static final List<String> MONTHS =
      List.of(
          "jan ion", "feb chw", "mar maw", "apr ebr", "may mai", "jun meh", "jul gor", "aug aws",
          "sep med", "oct hyd", "nov tac", "dec rha");
  private static final int MOST = 12;

  private StatedDates() {}

  /**
   * @param beside lines that stand beside the title without being read
   */
  static List<LocalDate> of(Document document, List<TextBlock> blocks, List<String> beside) {
    LinkedHashSet<LocalDate> dates = new LinkedHashSet<>();
    for (Element meta : document.head().select("meta[content]")) {
      String name =
          (meta.attr("name") + meta.attr("property") + meta.attr("itemprop"))
              .toLowerCase(Locale.ROOT);
      if (META.contains(name)) {
        iso(meta.attr("content"), dates);
      }
    }
    for (Element script : document.getElementsByTag("script")) {
      if (!script.attr("type").equals("application/ld+json")) {
        continue;
      }
      Matcher found = LINKED_DATA.matcher(script.data());
      while (found.find() && dates.size() < MOST) {
        iso(found.group(1), dates);
      }
    }
    for (Element time : document.getElementsByTag("time")) {
      if (dates.size() < MOST) {
        iso(time.attr("datetime"), dates);
      }
    }
    beside.forEach(line -> stated(SIGNED.matcher(line).replaceFirst("published "), dates));
    stated(blocks, dates);
    return dates.stream().limit(MOST).toList();
  }

  /** The days stated in words, for formats that have nothing else. */
  static List<LocalDate> in(List<TextBlock> blocks) {
    LinkedHashSet<LocalDate> dates = new LinkedHashSet<>();
    stated(blocks, dates);
    return dates.stream().limit(MOST).toList();
  }

  private static void stated(List<TextBlock> blocks, Set<LocalDate> dates) {
    for (TextBlock block : blocks) {
      if (block.text().length() < 400) {
        stated(block.text(), dates);
      }
    }
  }

  static void stated(String text, Set<LocalDate> dates) {
    if (!hasYear(text)) {
      return;
    }
    Matcher found = STATED.matcher(text);
    while (found.find()) {
      int month = month(found.group(2));
      if (month > 0) {
        add(dates, Integer.parseInt(found.group(3)), month, Integer.parseInt(found.group(1)));
      }
    }
  }

  private static boolean hasYear(String text) {
    for (int i = 0; i + 4 <= text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '1' || c == '2')
          && (text.startsWith("19", i) || text.startsWith("20", i))
          && (i == 0 || !Character.isDigit(text.charAt(i - 1)))) {
        return true;
      }
    }
    return false;
  }

  private static int month(String name) {
    String start = name.substring(0, 3).toLowerCase(Locale.ROOT);
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).contains(start)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static void iso(String text, Set<LocalDate> dates) {
    Matcher found = ISO.matcher(text);
    if (found.find()) {
      add(
          dates,
          Integer.parseInt(found.group(1)),
          Integer.parseInt(found.group(2)),
          Integer.parseInt(found.group(3)));
    }
  }

  private static void add(Set<LocalDate> dates, int year, int month, int day) {
    if (year < 1970 || year > 2100) {
      return;
    }
    try {
      dates.add(LocalDate.of(year, month, day));
    } catch (DateTimeException _) {
      // 31 February and the like: the page states no day
    }
  }
}
