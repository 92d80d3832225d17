package signpost.kit;

import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/** A collector of OpenTelemetry's, which takes traces by OTLP over HTTP at 127.0.0.1. */
public final class TraceCollector implements AutoCloseable {
  private final HttpServer server;
  private final Optional<String> authorization;
  private final List<SeenSpan> spans = new CopyOnWriteArrayList<>();

  /** Starts one that takes them from anybody. */
  public TraceCollector() {
    this(made(Optional.empty()), Optional.empty());
  }

  /** Starts one over TLS, which lets nobody in without this header {@code Authorization}. */
  public TraceCollector(SSLContext tls, String authorization) {
    this(made(Optional.of(tls)), Optional.of(authorization));
  }

  private TraceCollector(HttpServer server, Optional<String> authorization) {
    this.server = server;
    this.authorization = authorization;
    server.createContext("/v1/traces", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  private static HttpServer made(Optional<SSLContext> tls) {
    InetSocketAddress any = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    try {
      if (tls.isEmpty()) {
        return HttpServer.create(any, 0);
      }
      HttpsServer server = HttpsServer.create(any, 0);
      server.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A span as it came, with the name of the service that sent it. */
  public record SeenSpan(String service, Span span) {
    /** 32 hexadecimal digits. */
    public String trace() {
      return hex(span.getTraceId());
    }

    /** 16 hexadecimal digits. */
    public String id() {
      return hex(span.getSpanId());
    }

    /** As {@link #id}; empty for the first of a trace. */
    public String parent() {
      return hex(span.getParentSpanId());
    }

    public String name() {
      return span.getName();
    }

    public Span.SpanKind kind() {
      return span.getKind();
    }

    /** What is said of it, in words. */
    public Map<String, String> attributes() {
      return words(span.getAttributesList());
    }

    /** The other traces it goes back to. */
    public List<String> links() {
      return span.getLinksList().stream().map(link -> hex(link.getTraceId())).toList();
    }
  }

  /** Where it is. */
  public String endpoint() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return scheme + "://127.0.0.1:" + server.getAddress().getPort();
  }

  /** All that came. */
  public List<SeenSpan> spans() {
    return List.copyOf(spans);
  }

  /** The first span of a name, once it has come: whoever sends it may do so after its end. */
  public SeenSpan awaited(String name) {
    return await(name)
        .until(
            () -> spans.stream().filter(it -> it.name().equals(name)).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (isStranger(exchange)) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      ExportTraceServiceRequest sent =
          ExportTraceServiceRequest.parseFrom(exchange.getRequestBody().readAllBytes());
      sent.getResourceSpansList().forEach(this::keep);
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private boolean isStranger(HttpExchange exchange) {
    String shown = exchange.getRequestHeaders().getFirst("Authorization");
    return authorization.filter(it -> !it.equals(shown)).isPresent();
  }

  private void keep(ResourceSpans of) {
    String service =
        words(of.getResource().getAttributesList()).getOrDefault("service.name", "nobody");
    for (ScopeSpans scope : of.getScopeSpansList()) {
      scope.getSpansList().forEach(span -> spans.add(new SeenSpan(service, span)));
    }
  }

  private static Map<String, String> words(List<KeyValue> attributes) {
    return attributes.stream()
        .collect(
            Collectors.toMap(
                KeyValue::getKey,
                it ->
                    it.getValue().hasStringValue()
                        ? it.getValue().getStringValue()
                        : Long.toString(it.getValue().getIntValue())));
  }

  private static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
