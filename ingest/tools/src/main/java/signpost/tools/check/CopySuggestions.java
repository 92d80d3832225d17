package signpost.tools.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import signpost.tools.archive.ArchiveSearch;
import signpost.tools.archive.ArchiveSearch.ArchiveFinds;
import signpost.tools.check.CheckVerdict.ResultClass;
import signpost.url.WebUrl;

/** Says of links that are broken which copy of the page an archive has. */
final class CopySuggestions {
  /** Two minutes of asking. */
  private static final int MOST = 50;

  private CopySuggestions() {}

  /** The same report, with copies for the first of them; tells if there are more, or trouble. */
  static CheckReport in(
      CheckReport report, WebUrl archive, CheckOptions options, Consumer<String> teller)
      throws InterruptedException {
    if (report.results().stream().allMatch(it -> broken(it).isEmpty())) {
      return report;
    }
    try (var search =
        new ArchiveSearch(
            archive,
            options.resolve(),
            options.timeout(),
            options.authorities(),
            options.contact())) {
      return in(report, archive, search, teller);
    }
  }

  static CheckReport in(
      CheckReport report, WebUrl archive, ArchiveSearch search, Consumer<String> teller)
      throws InterruptedException {
    Set<WebUrl> asked = new LinkedHashSet<>();
    report.results().stream()
        .flatMap(it -> broken(it).stream())
        .filter(search::mayHear)
        .forEach(asked::add);
    if (asked.size() > MOST) {
      teller.accept(
          "Of " + asked.size() + " broken addresses, " + MOST + " are looked for in the archive.");
    }
    ArchiveFinds finds = search.copies(asked.stream().limit(MOST).toList());
    finds
        .trouble()
        .ifPresent(it ->
            teller.accept("The archive " + archive.host() + " " + it + ": copies may be missing."));
    List<TargetResult> told = new ArrayList<>();
    for (TargetResult result : report.results()) {
      told.add(result.archivedAs(broken(result).map(finds.copies()::get)));
    }
    return report.telling(told, report.known());
  }

  /** The address of a page that a link does not lead to. */
  private static Optional<WebUrl> broken(TargetResult result) {
    return result.kind() == ResultClass.BROKEN
        ? WebUrl.parse(result.url()).filter(WebUrl::web).map(WebUrl::withoutFragment)
        : Optional.empty();
  }
}
