package signpost.notifier.message;

import java.util.Comparator;
import java.util.List;
import signpost.events.FindingEvent.FindingKind;

/** The subject of a message: how many and the worst of them. */
final class MailSubjects {
  private static final int MOST = 150;

  private MailSubjects() {}

  static final Comparator<LetterEntry> WORST_FIRST =
      Comparator.comparing((LetterEntry entry) -> !entry.finding().isOpen())
          .thenComparingInt(entry -> rank(entry.finding().kind()))
          .thenComparing(entry -> !entry.finding().urgent())
          .thenComparing(entry -> entry.finding().openedAt());

  private static int rank(FindingKind kind) {
    return switch (kind) {
      case HOST_DOWN -> 0;
      case BROKEN -> 1;
      case GONE_IN_PLACE -> 2;
      case CHANGED -> 3;
      case REPORTED -> 4;
      case MOVED -> 5;
      case TLS_PROBLEM -> 6;
      case DOMAIN_ENDING -> 7;
      case REVIEW_DUE -> 8;
      case ADDRESS_QUESTION -> 9;
    };
  }

  static String of(Letter letter) {
    String subject =
        switch (letter.kind()) {
          case FIRST_REPORT -> firstReport(letter);
          case RECOVERY -> counted(letter.entries(), "works again", "work again");
          case IMMEDIATE, DIGEST, CATALOGUE, REQUESTED -> worst(letter);
        };
    return CleanText.line((letter.shadow() ? "[shadow] " : "") + subject, MOST);
  }

  private static String firstReport(Letter letter) {
    String title =
        letter.check().map(check -> CleanText.line(check.guide().title(), 80)).orElse("your guide");
    long open = letter.entries().size();
    return "First report on “"
        + title
        + "”: "
        + (open == 0
            ? "nothing needs doing"
            : open == 1 ? "1 thing to do" : open + " things to do");
  }

  private static String worst(Letter letter) {
    List<LetterEntry> open = letter.entries().stream().filter(e -> e.finding().isOpen()).toList();
    if (open.isEmpty()) {
      return counted(letter.entries(), "works again", "work again");
    }
    LetterEntry worst = open.stream().min(WORST_FIRST).orElseThrow();
    String words =
        "“" + CleanText.line(worst.title(), 60) + "” " + worst.finding().called().happened();
    String digest = letter.kind() == MessageKind.DIGEST ? "Summary: " : "";
    return open.size() == 1 ? digest + words : digest + open.size() + " things to do: " + words;
  }

  private static String counted(List<LetterEntry> entries, String one, String many) {
    return entries.size() == 1
        ? "“" + CleanText.line(entries.getFirst().title(), 80) + "” " + one
        : entries.size() + " things " + many;
  }
}
