package signpost.tools.explain;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import signpost.tools.explain.ExplainedLine.GuardResult;
import signpost.tools.explain.ExplainedLine.LineIdentity;
import signpost.tools.explain.ExplainedLine.RememberedTarget;
import signpost.url.AddressGuard;
import signpost.url.AddressGuard.AddressVerdict;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.fetch.LoneNames.LookupResult;
import signpost.web.politeness.OptOutList;
import signpost.web.politeness.RobotsText;

/** Answers for one line of input at a time; only looking names up may take a while. */
public final class LineExplainer {
  private final AddressGuard guard;
  private final Function<String, CompletableFuture<LookupResult>> names;
  private final Optional<RobotsText> robots;
  private final OptOutList optOuts;
  private final Optional<IngestStore> store;

  /**
   * Opens nothing.
   *
   * @param names from a host to where it leads
   * @param robots the rules to apply to every URL
   * @param optOuts whose publishers are left alone
   * @param store an ingest's memory
   */
  public LineExplainer(
      AddressGuard guard,
      Function<String, CompletableFuture<LookupResult>> names,
      Optional<RobotsText> robots,
      OptOutList optOuts,
      Optional<IngestStore> store) {
    this.guard = guard;
    this.names = names;
    this.robots = robots;
    this.optOuts = optOuts;
    this.store = store;
  }

  /** Everything but the look-up has been done when this returns. */
  public CompletableFuture<ExplainedLine> explain(String line) {
    return WebUrl.parse(line)
        .map(url -> explain(line, url))
        .orElseGet(() -> CompletableFuture.completedFuture(invalid(line)));
  }

  private CompletableFuture<ExplainedLine> explain(String line, WebUrl url) {
    CanonicalUrl canonical = CanonicalUrl.of(url);
    Optional<RobotsText.RobotsRuling> ruling =
        robots.filter(_ -> url.web()).map(r -> r.ruling(url));
    Optional<RememberedTarget> remembered = store.map(it -> it.find(canonical));
    return guarded(url)
        .thenApply(guarded ->
            new ExplainedLine(
                line,
                new LineIdentity.CanonicalLine(canonical.value()),
                guarded,
                ruling,
                optOuts.covering(url),
                remembered));
  }

  private ExplainedLine invalid(String line) {
    String reason =
        line.isBlank() ? "the line is empty" : WebUrl.problem(line).orElse("it cannot be read");
    return new ExplainedLine(
        line,
        new LineIdentity.InvalidLine(reason),
        GuardResult.refused("it is no URL"),
        Optional.empty(),
        Optional.empty(),
        store.map(_ -> RememberedTarget.NOTHING));
  }

  private CompletableFuture<GuardResult> guarded(WebUrl url) {
    if (!url.web()) {
      return CompletableFuture.completedFuture(
          GuardResult.refused(guard.refusal(url).orElse("not visited")));
    }
    return names.apply(url.host()).thenApply(found -> judged(url, found));
  }

  private GuardResult judged(WebUrl url, LookupResult found) {
    Optional<String> refusal = guard.refusal(url);
    return switch (found) {
      case LookupResult.NothingFound(String why) -> GuardResult.refused(refusal.orElse(why));
      case LookupResult.FoundAddresses(List<InetAddress> addresses) -> {
        Optional<String> reason =
            addresses.stream()
                .flatMap(address -> refused(address, url.port()).stream())
                .findFirst()
                .or(() -> refusal);
        List<String> texts = addresses.stream().map(LineExplainer::text).toList();
        yield new GuardResult(
            reason.isEmpty() && refusal.isEmpty(), refusal.or(() -> reason), texts);
      }
    };
  }

  private Optional<String> refused(InetAddress address, int port) {
    return switch (guard.judge(address, port)) {
      case AddressVerdict.Allowed _ -> Optional.empty();
      case AddressVerdict.Refused(String reason) -> Optional.of(reason);
    };
  }

  /** In its shortest form, as URLs write it. */
  private static String text(InetAddress address) {
    String plain = address.getHostAddress();
    return plain.contains(":")
        ? WebUrl.parse("http://[" + plain.replaceAll("%.*", "") + "]/")
            .map(url -> url.host().substring(1, url.host().length() - 1))
            .orElse(plain)
        : plain;
  }
}
