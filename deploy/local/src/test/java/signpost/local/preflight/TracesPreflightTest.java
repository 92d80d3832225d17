package signpost.local.preflight;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.CertificateAuthority;
import signpost.kit.LoopbackServer;
import signpost.kit.TraceCollector;
import signpost.record.preflight.PreflightFinding;
import signpost.record.preflight.PreflightFinding.PreflightLevel;
import signpost.trace.TracesConfig;

/** A collector that is looked for before the first start. */
final class TracesPreflightTest {
  private static PreflightFinding found(String endpoint, String headers, Optional<Path> trust)
      throws InterruptedException {
    TracesConfig config = new TracesConfig(endpoint, 1, headers, trust);
    return TracesPreflight.of(config.target().orElseThrow(), config).getFirst();
  }

  @Test
  void collectorThatWantsAHeaderAndHasAnAuthorityOfItsOwnSaysWhichOfThemIsMissing(
      @TempDir Path folder) throws Exception {
    CertificateAuthority certificates =
        new CertificateAuthority(folder)
            .sign("collector", CertificateAuthority.ROOT, "-ext", "san=ip:127.0.0.1");
    Optional<Path> trust = Optional.of(certificates.trust());
    String header = "Authorization=Bearer secret";
    try (TraceCollector collector =
        new TraceCollector(certificates.context("collector", 2), "Bearer secret")) {
      String at = collector.endpoint();
      assertThat(found(at, header, trust).level()).isEqualTo(PreflightLevel.OK);
      assertThat(found(at, "", trust).what()).contains("answers 401");
      assertThat(found(at, "", trust).remedy()).contains("signpost.traces.headers");
      PreflightFinding unknown = found(at, header, Optional.empty());
      assertThat(unknown.what()).contains("authority that is not believed");
      assertThat(unknown.remedy()).contains("signpost.traces.trust");
      assertThat(unknown.toString()).doesNotContain("secret");
    }
  }

  @Test
  void collectorThatStallsInItsAnswerIsNotWaitedFor() throws Exception {
    try (LoopbackServer stalls =
        new LoopbackServer(
            ServerSocketFactory.getDefault(),
            client -> {
              String begun = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n";
              client.getOutputStream().write(begun.getBytes(US_ASCII));
              client.getInputStream().transferTo(OutputStream.nullOutputStream());
            })) {
      URI collector = URI.create("http://127.0.0.1:" + stalls.port() + "/v1/traces");
      PreflightFinding finding =
          TracesPreflight.of(collector, TracesConfig.off(), Duration.ofMillis(200)).getFirst();
      assertThat(finding.level()).isEqualTo(PreflightLevel.WARNING);
      assertThat(finding.what()).contains("does not answer to the end in time");
    }
  }
}
