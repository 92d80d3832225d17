package signpost.tools.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import signpost.tools.archive.ArchiveSearch;
import signpost.tools.archive.ArchiveSearch.ArchiveFinds;
import signpost.tools.archive.LostPage;
import signpost.tools.check.CheckVerdict.ResultClass;
import signpost.url.WebUrl;

/** Says of links that are broken which copy of the page an archive has. */
final class CopySuggestions {
  private CopySuggestions() {}

  /** The same report, with copies of what the archive has; tells why not all may be there. */
  static CheckReport in(
      CheckReport report,
      WebUrl archive,
      CheckInputs inputs,
      CheckOptions options,
      CheckProgress progress,
      Consumer<String> teller)
      throws InterruptedException {
    List<LostPage> lost = lost(report, inputs, options);
    if (lost.isEmpty()) {
      return report;
    }
    try (var search =
        new ArchiveSearch(archive, options.resolve(), options.authorities(), options.contact())) {
      ArchiveFinds finds = search.copies(lost, done -> progress.at(done, lost.size()));
      finds
          .trouble()
          .ifPresent(it ->
              teller.accept(
                  "The archive " + archive.host() + " " + it + ": copies may be missing."));
      List<TargetResult> told = new ArrayList<>();
      for (TargetResult result : report.results()) {
        told.add(result.archivedAs(broken(result).map(finds.copies()::get)));
      }
      return report.telling(told, report.known());
    }
  }

  /**
   * What an archive can be asked for, each once. Not so what was checked in the place of what links
   * have, nor a host that is sent a header: those may be sites that nobody is to see yet.
   */
  static List<LostPage> lost(CheckReport report, CheckInputs inputs, CheckOptions options) {
    var named = LinkChecker.named(inputs, options);
    Set<LostPage> lost = new LinkedHashSet<>();
    for (TargetResult result : report.results()) {
      broken(result)
          .filter(it -> !report.isStandIn(it))
          .filter(it -> options.headers().isEmpty() || !named.has(it))
          .ifPresent(it -> lost.add(new LostPage(it, isNameless(result))));
    }
    return List.copyOf(lost);
  }

  /** Of the link's own name, and not of where it redirects to. */
  private static boolean isNameless(TargetResult result) {
    return result.end().isEmpty() && result.reason().equals(VisitJudge.NO_HOST.reason());
  }

  /** The address of a page that a link does not lead to. */
  private static Optional<WebUrl> broken(TargetResult result) {
    return result.kind() == ResultClass.BROKEN
        ? WebUrl.parse(result.url()).filter(WebUrl::web).map(WebUrl::withoutFragment)
        : Optional.empty();
  }
}
