package signpost.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.CertificateAuthority;
import signpost.kit.TraceCollector;

/** A collector over TLS, with a certificate of one's own, that lets nobody in without a header. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SignedInTracesTest {
  private static final String BEARER = "Bearer ab+c/d==";
  private static final String HEADERS = "Authorization=" + BEARER;

  private TraceCollector collector;
  private Path authority;

  @BeforeAll
  void start(@TempDir Path folder) {
    CertificateAuthority certificates =
        new CertificateAuthority(folder)
            .sign("collector", CertificateAuthority.ROOT, "-ext", "san=ip:127.0.0.1");
    authority = certificates.trust();
    collector = new TraceCollector(certificates.context("collector", 2), BEARER);
  }

  @AfterAll
  void stop() {
    collector.close();
  }

  private Traces traces(String headers, Optional<Path> trust) {
    return Traces.of(new TracesConfig(collector.endpoint(), 1, headers, trust), "ingest");
  }

  private static void work(Traces traces, String name) {
    traces.run(() -> SpanPlan.of(name, SpanRole.INTERNAL, new SpanParent.NewTrace()), _ -> {});
  }

  @Test
  void whoeverShowsTheHeaderAndKnowsTheAuthorityIsLetIn() {
    try (Traces traces = traces(HEADERS, Optional.of(authority))) {
      work(traces, "let in");
      assertThat(collector.awaited("let in").service()).isEqualTo("signpost-ingest");
    }
  }

  @Test
  void whoeverShowsNoneOrDoesNotKnowTheAuthorityLosesTheirTracesAndNothingElse() {
    try (Traces stranger = traces("", Optional.of(authority));
        Traces wary = traces(HEADERS, Optional.empty())) {
      work(stranger, "stranger");
      work(wary, "wary");
      await().until(() -> stranger.dropped() == 1 && wary.dropped() == 1);
      assertThat(collector.spans()).noneMatch(it -> !it.name().equals("let in"));
    }
  }
}
