package signpost.local.preflight;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import signpost.record.preflight.PreflightFinding;

/** Posts an empty list of traces to where traces are collected. */
final class TracesPreflight {
  private static final String EDGE = "traces";
  private static final Duration WITHIN = Duration.ofSeconds(8);

  private TracesPreflight() {}

  /** Nothing waits for a collector, so what is wrong with it is no more than a warning. */
  static List<PreflightFinding> of(URI collector) throws InterruptedException {
    // An ExportTraceServiceRequest that holds nothing takes no bytes.
    HttpRequest nothing =
        HttpRequest.newBuilder(collector)
            .timeout(WITHIN)
            .header("Content-Type", "application/x-protobuf")
            .POST(BodyPublishers.noBody())
            .build();
    HttpClient client = HttpClient.newBuilder().connectTimeout(WITHIN).build();
    try {
      return List.of(
          answered(collector, client.send(nothing, BodyHandlers.discarding()).statusCode()));
    } catch (IOException e) {
      return List.of(lost("Nobody answers at %s (%s).".formatted(collector, e)));
    } finally {
      client.shutdownNow();
    }
  }

  private static PreflightFinding answered(URI collector, int status) {
    return status / 100 == 2
        ? PreflightFinding.ok(EDGE, collector + " takes traces.")
        : lost("%s answers %d, and takes no traces.".formatted(collector, status));
  }

  private static PreflightFinding lost(String what) {
    return PreflightFinding.warning(
        EDGE,
        what,
        "Traces are dropped until it does; all else goes on. See signpost.traces.endpoint: the port"
            + " for OTLP over HTTP is mostly 4318.");
  }
}
