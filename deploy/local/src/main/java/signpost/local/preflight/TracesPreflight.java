package signpost.local.preflight;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import signpost.record.preflight.PreflightFinding;
import signpost.record.tls.PemFiles;
import signpost.record.tls.TlsTrouble;
import signpost.trace.TracesConfig;

/** Posts an empty list of traces to where traces are collected. */
final class TracesPreflight {
  private static final String EDGE = "traces";
  private static final String PREFIX = "signpost.traces";
  private static final Duration WITHIN = Duration.ofSeconds(8);
  private static final String ENDPOINT =
      "See signpost.traces.endpoint: the port for OTLP over HTTP is mostly 4318.";

  private TracesPreflight() {}

  /** Nothing waits for a collector, so what is wrong with it is no more than a warning. */
  static List<PreflightFinding> of(URI collector, TracesConfig config) throws InterruptedException {
    return of(collector, config, WITHIN);
  }

  /** As {@link #of(URI, TracesConfig)}, from the first word to the last within so long. */
  static List<PreflightFinding> of(URI collector, TracesConfig config, Duration within)
      throws InterruptedException {
    // An ExportTraceServiceRequest that holds nothing takes no bytes.
    HttpRequest.Builder nothing =
        HttpRequest.newBuilder(collector)
            .header("Content-Type", "application/x-protobuf")
            .POST(BodyPublishers.noBody());
    config.fields().forEach(nothing::header);
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(PemFiles.context(PREFIX + ".trust", config.trust()))
            .build();
    try {
      return List.of(
          answered(
              collector,
              client
                  .sendAsync(nothing.build(), BodyHandlers.discarding())
                  .get(within.toMillis(), TimeUnit.MILLISECONDS)
                  .statusCode()));
    } catch (TimeoutException _) {
      return List.of(lost("%s does not answer to the end in time.".formatted(collector), ENDPOINT));
    } catch (ExecutionException e) {
      return List.of(failed(collector, e));
    } finally {
      client.shutdownNow();
    }
  }

  private static PreflightFinding failed(URI collector, ExecutionException why) {
    return TlsTrouble.of(why)
        .map(it -> lost("%s: %s.".formatted(collector, it.words()), remedy(it)))
        .orElseGet(() ->
            lost("Nobody answers at %s (%s).".formatted(collector, why.getCause()), ENDPOINT));
  }

  private static String remedy(TlsTrouble trouble) {
    return switch (trouble) {
      case EXPIRED, OTHER_NAME, UNTRUSTED -> trouble.remedy(PREFIX, "endpoint");
      case OURS_REFUSED, NOT_TLS, HANDSHAKE -> ENDPOINT;
    };
  }

  private static PreflightFinding answered(URI collector, int status) {
    if (status / 100 == 2) {
      return PreflightFinding.ok(EDGE, collector + " takes traces.");
    }
    boolean stranger = status == 401 || status == 403;
    return lost(
        "%s answers %d, and takes no traces.".formatted(collector, status),
        stranger ? "It does not let us in: see signpost.traces.headers." : ENDPOINT);
  }

  private static PreflightFinding lost(String what, String remedy) {
    return PreflightFinding.warning(
        EDGE, what, "Traces are dropped until it does; all else goes on. " + remedy);
  }
}
