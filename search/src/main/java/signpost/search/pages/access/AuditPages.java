package signpost.search.pages.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import signpost.search.account.TokenScope;
import signpost.search.api.SearchParameters;
import signpost.search.audit.AuditCsv;
import signpost.search.audit.AuditLine;
import signpost.search.audit.AuditLog;
import signpost.search.audit.AuditProof;
import signpost.search.gate.ForOps;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.NotifierPages;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrame.NavigationEntry;
import signpost.search.pages.PageFrames;

/** What was done, for ops to read and to take away; nobody can change it here. */
@ForOps(scope = TokenScope.AUDIT)
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditPages {
  private static final int SHOWN = 200;
  private static final int FILE = 10_000;

  private final AuditLog audit;
  private final PageFrames frames;
  private final HtmlRenderer html;

  AuditPages(AuditLog audit, PageFrames frames, HtmlRenderer html) {
    this.audit = audit;
    this.frames = frames;
    this.html = html;
  }

  /** The youngest lines, and whether all prove each other. */
  record AuditModel(PageFrame frame, List<AuditLine> lines, AuditProof proof) {
    /** Why the log cannot be trusted; empty where it can. */
    Optional<String> broken() {
      return proof instanceof AuditProof.Broken(long n)
          ? Optional.of(
              ("Line %,d, or the one before it, is not as it was written: somebody changed the"
                      + " database by hand, or it is damaged. Compare it with a copy that was taken"
                      + " away.")
                  .formatted(n))
          : Optional.empty();
    }

    /** How many there are, and the digest of the last. */
    Optional<AuditProof.Whole> whole() {
      return proof instanceof AuditProof.Whole whole ? Optional.of(whole) : Optional.empty();
    }
  }

  @Get("/audit")
  HttpResponse<?> audit(HttpRequest<?> request) {
    SearchParameters.refuseUnknown(request.getParameters(), List.of());
    return NotifierPages.secret(
        html.ok(
            "access/audit",
            new AuditModel(
                frames.of("Audit log", NavigationEntry.AUDIT),
                audit.latest(SHOWN),
                audit.recentProof())));
  }

  /** Lines as they are kept: the digest of each is SHA-256 of it, without the end of the line. */
  @Get(value = "/audit.jsonl", produces = "application/jsonl")
  HttpResponse<String> lines(HttpRequest<?> request) {
    return file(
        "audit.jsonl", from(request).stream().map(it -> it + "\n").collect(Collectors.joining()));
  }

  @Get(value = "/audit.csv", produces = "text/csv")
  HttpResponse<String> csv(HttpRequest<?> request) {
    return file("audit.csv", AuditCsv.of(from(request)));
  }

  /** Ten thousand lines at most, from the number that is asked for. */
  private List<String> from(HttpRequest<?> request) {
    SearchParameters.refuseUnknown(request.getParameters(), List.of("from"));
    int first = SearchParameters.number(request.getParameters(), "from", 1, Integer.MAX_VALUE);
    return audit.from(first, FILE);
  }

  private static HttpResponse<String> file(String name, String text) {
    MutableHttpResponse<String> answer = HttpResponse.ok(text);
    return answer
        .characterEncoding("utf-8")
        .header("content-disposition", "attachment; filename=\"" + name + "\"")
        .header("cache-control", "no-store");
  }
}
