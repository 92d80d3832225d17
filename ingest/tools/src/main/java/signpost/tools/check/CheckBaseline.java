package signpost.tools.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Problems that are known already: each a target and a page that links to it. Line and reason are
 * none of it, for those change while the problem stays.
 */
final class CheckBaseline {
  static final String KIND = "signpost check baseline";
  private static final int VERSION = 1;

  /** One of them, as the file has it. */
  private record KnownProblem(String page, String url) {
    static KnownProblem of(TargetResult result, LinkReference at) {
      return new KnownProblem(HereFolder.page(at.page()), HereFolder.address(result.url()));
    }
  }

  private final Set<KnownProblem> known;

  private CheckBaseline(Set<KnownProblem> known) {
    this.known = known;
  }

  /** Nothing is known. */
  static CheckBaseline none() {
    return new CheckBaseline(Set.of());
  }

  static CheckBaseline read(Path file) throws KeptText.NotKept {
    Set<KnownProblem> known = new HashSet<>();
    for (JsonNode entry : KeptText.read(file, KIND, VERSION)) {
      JsonNode page = entry.path("page");
      JsonNode url = entry.path("url");
      if (!page.isTextual() || !url.isTextual()) {
        throw new KeptText.NotKept("entry " + (known.size() + 1) + " has no page and url");
      }
      known.add(new KnownProblem(page.asText(), url.asText()));
    }
    return new CheckBaseline(known);
  }

  /** Writes what is wrong now, in an order that stays; {@code suspects}: those too. */
  static void write(Path file, CheckReport report, boolean suspects) throws IOException {
    Set<KnownProblem> problems =
        new TreeSet<>(Comparator.comparing(KnownProblem::page).thenComparing(KnownProblem::url));
    for (TargetResult result : report.results()) {
      if (CheckReport.problem(result.kind(), suspects)) {
        result.references().forEach(at -> problems.add(KnownProblem.of(result, at)));
      }
    }
    KeptText.write(file, KIND, VERSION, problems.stream().map(CheckBaseline::entry).toList());
  }

  private static ObjectNode entry(KnownProblem problem) {
    return KeptText.JSON.createObjectNode().put("page", problem.page()).put("url", problem.url());
  }

  /** The report without the problems that are known. */
  CheckReport fresh(CheckReport report) {
    List<TargetResult> results = new ArrayList<>();
    int left = 0;
    for (TargetResult result : report.results()) {
      Optional<TargetResult> fresh = fresh(result);
      fresh.ifPresent(results::add);
      left += fresh.isPresent() ? 0 : 1;
    }
    return report.telling(results, left);
  }

  private Optional<TargetResult> fresh(TargetResult result) {
    if (known.isEmpty() || !CheckReport.problem(result.kind(), true)) {
      return Optional.of(result);
    }
    List<LinkReference> places =
        result.references().stream()
            .filter(at -> !known.contains(KnownProblem.of(result, at)))
            .toList();
    return Optional.of(result.at(places)).filter(it -> !it.references().isEmpty());
  }
}
