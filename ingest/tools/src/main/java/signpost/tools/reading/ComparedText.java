package signpost.tools.reading;

import java.util.stream.Collectors;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.MarkedWords;
import signpost.events.MarkedWords.MarkLook;
import signpost.events.MarkedWords.WordMarks;
import signpost.events.ShownHunk;
import signpost.revision.compare.LinkChanges;
import signpost.revision.kind.ChangeSummary;

/** A comparison for people at a terminal: {@code [-taken out-]} and {@code {+put in+}}. */
public final class ComparedText {
  static final String SAME =
      "The same to a reader: neither words, notices nor targets of links differ.";

  private static final MarkLook LOOK =
      new MarkLook(new WordMarks("[-", "-]"), new WordMarks("{+", "+}"), false);

  private ComparedText() {}

  public static String of(ComparedPages compared) {
    String doubts = compared.doubts().stream().map(it -> it + "\n").collect(Collectors.joining());
    return ExtractedText.plain(
        doubts + compared.diff().change().map(change -> of(change, compared)).orElse(SAME + "\n"));
  }

  private static String of(ChangeSummary change, ComparedPages compared) {
    StringBuilder text = new StringBuilder(change.sentence()).append('\n');
    text.append("What changed: ")
        .append(change.kinds().stream().map(KindWords::of).collect(Collectors.joining(", ")))
        .append(" · importance %.2f of 1%n".formatted(change.importance()));
    if (compared.diff().partial()) {
      text.append("The pages are too large and too unlike to compare every word.\n");
    }
    String before = compared.before().page().title();
    String after = compared.after().page().title();
    if (!before.equals(after)) {
      text.append("Title: [-").append(before).append("-]{+").append(after).append("+}\n");
    }
    change.hunks().forEach(hunk -> text.append('\n').append(of(hunk)));
    text.append(of(compared.diff().links()));
    return text.toString();
  }

  private static String of(Hunk hunk) {
    ShownHunk shown = new ShownHunk(hunk);
    return shown.labelUnder(hunk.heading())
        + "\n  "
        + MarkedWords.plain(shown.words(), LOOK)
        + "\n";
  }

  private static String of(LinkChanges links) {
    if (links.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\nLinks\n");
    links
        .retargeted()
        .forEach(it -> {
          text.append("  “").append(it.after().text()).append("” now leads to ");
          text.append(it.after().url()).append(", before to ").append(it.before().url());
          text.append('\n');
        });
    links.added().forEach(it -> text.append("  added “" + it.text() + "” → " + it.url() + "\n"));
    links
        .removed()
        .forEach(it -> text.append("  removed “" + it.text() + "” → " + it.url() + "\n"));
    return text.toString();
  }
}
