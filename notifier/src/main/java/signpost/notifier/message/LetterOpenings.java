package signpost.notifier.message;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import signpost.events.FindingEvent.FindingKind;
import signpost.notifier.finding.Finding;
import signpost.notifier.listing.GuideCheck;

/** The first sentence of a letter. */
final class LetterOpenings {
  private LetterOpenings() {}

  static String of(Letter letter) {
    return switch (letter.kind()) {
      case FIRST_REPORT -> letter.check().map(LetterOpenings::firstReport).orElse("");
      case RECOVERY -> "Good news about something we told you of: there is nothing left to do.";
      case DIGEST -> "Here is what can wait, collected since the last summary.";
      case REQUESTED, CATALOGUE -> "";
      case IMMEDIATE ->
          letter.entries().size() == 1
              ? "One thing your guide points to needs a look."
              : letter.entries().size()
                  + " things your guide points to need a look."
                  + rebuilt(letter.entries());
    };
  }

  private static String watched(GuideCheck check) {
    List<ListedResource> things = ListedResource.of(check);
    long watched = things.stream().filter(ListedResource::isWatched).count();
    if (watched == things.size()) {
      return watched == 1
          ? "the one thing it points to"
          : "the " + watched + " things it points to";
    }
    return watched
        + (things.size() == 1 ? " of the one thing" : " of the " + things.size() + " things")
        + " it points to";
  }

  /** Returns the opening for a site that works but has lost several pages. */
  private static String rebuilt(List<LetterEntry> entries) {
    Map<String, List<Finding>> missing =
        entries.stream()
            .map(LetterEntry::finding)
            .filter(it -> it.isOpen() && it.kind() == FindingKind.BROKEN && it.isAnswered())
            .collect(Collectors.groupingBy(Finding::host));
    return missing.entrySet().stream()
        .filter(it -> it.getValue().size() >= MovedTogether.SEVERAL)
        .max(Comparator.comparingInt(it -> it.getValue().size()))
        .map(it ->
            " %d of them are pages of %s, which answers but no longer has them: the site may have"
                    .formatted(it.getValue().size(), it.getKey().replaceFirst("^https?://", ""))
                + " been rebuilt."
                + found(it.getValue()))
        .orElse("");
  }

  private static String found(List<Finding> missing) {
    long found = missing.stream().filter(it -> it.detail().offer().isPresent()).count();
    return found == 0 ? "" : " We found where %d of them are now.".formatted(found);
  }

  private static String firstReport(GuideCheck check) {
    return "Signpost now watches your guide “"
        + CleanText.line(check.guide().title(), 120)
        + "” and "
        + watched(check)
        + ". This is how they are today; from now on we write only when something changes.";
  }
}
