package signpost.web.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnectionFactory;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.net.URIAuthority;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchRequest.CacheValidators;

/** One request and the head of its answer, over a connection. */
final class WebExchange {
  private static final String ACCEPT =
      "text/html,application/xhtml+xml,application/pdf;q=0.9,application/xml;q=0.8,*/*;q=0.7";

  private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";

  private final BasicClassicHttpRequest request;
  private final ClassicHttpResponse response;
  private final Headers headers;
  private final Optional<Instant> certificateEndsAt;

  private WebExchange(
      BasicClassicHttpRequest request,
      ClassicHttpResponse response,
      Optional<Instant> certificateEndsAt) {
    this.request = request;
    this.response = response;
    this.certificateEndsAt = certificateEndsAt;
    this.headers = headers(response);
  }

  /** One hop of a visit: its URL, and the cookies that are for it. */
  static WebExchange over(
      Socket socket,
      WebUrl url,
      FetchRequest asked,
      Optional<String> cookies,
      String agent,
      FetchSettings limits,
      Optional<OutboundProxy> proxy)
      throws IOException, HttpException {
    var request = request(url, asked.validators(), agent);
    proxy.ifPresent(it -> askFor(url, request, it));
    asked.headers().forEach((name, value) -> request.setHeader(name, oneLine(value)));
    request.addHeader("Connection", "close");
    cookies.ifPresent(it -> request.addHeader("Cookie", oneLine(it)));
    // a proxy that is asked shows its own certificate, which says nothing of the page
    Optional<Instant> endsAt = proxy.isPresent() ? Optional.empty() : Tls.certificateEndsAt(socket);
    return over(connection(socket, limits), request, endsAt);
  }

  /** A proxy is told the whole address, and who we are. */
  private static void askFor(WebUrl url, BasicClassicHttpRequest request, OutboundProxy proxy) {
    request.setAuthority(new URIAuthority(url.host(), url.port()));
    request.setAbsoluteRequestUri(true);
    proxy.authorization().ifPresent(it -> request.setHeader(PROXY_AUTHORIZATION, it));
  }

  /** Over a connection that may serve again; {@code own} are the user's headers for this host. */
  static WebExchange over(
      HttpClientConnection connection, WebUrl url, String agent, Map<String, String> own)
      throws IOException, HttpException {
    var request = request(url, Optional.empty(), agent);
    own.forEach((name, value) -> request.setHeader(name, oneLine(value)));
    return over(connection, request, Optional.empty());
  }

  private static WebExchange over(
      HttpClientConnection connection,
      BasicClassicHttpRequest request,
      Optional<Instant> certificateEndsAt)
      throws IOException, HttpException {
    try {
      return new WebExchange(
          request,
          new HttpRequestExecutor().execute(request, connection, HttpCoreContext.create()),
          certificateEndsAt);
    } catch (RuntimeException e) {
      throw lost(e);
    }
  }

  /** Whatever the library makes of an answer, or of a socket closed under it, ends the visit. */
  static IOException lost(RuntimeException e) {
    return new IOException("it is no HTTP we understand (" + e + ")", e);
  }

  static HttpClientConnection connection(Socket socket, FetchSettings limits) throws IOException {
    var config =
        Http1Config.custom()
            .setMaxLineLength(limits.maxHeaderLine())
            .setMaxHeaderCount(limits.maxHeaders())
            .setMaxEmptyLineCount(1)
            .build();
    return DefaultBHttpClientConnectionFactory.builder()
        .http1Config(config)
        .responseParserFactory(new DefaultHttpResponseParserFactory(config))
        .build()
        .createConnection(socket);
  }

  private static BasicClassicHttpRequest request(
      WebUrl url, Optional<CacheValidators> validators, String agent) {
    var request = new BasicClassicHttpRequest("GET", url.scheme(), null, url.target());
    request.addHeader("Host", url.authority());
    request.addHeader("User-Agent", agent);
    request.addHeader("Accept", ACCEPT);
    request.addHeader("Accept-Language", "en-GB,en;q=0.8");
    request.addHeader("Accept-Encoding", "gzip, deflate");
    validators
        .flatMap(CacheValidators::etag)
        .ifPresent(etag -> request.addHeader("If-None-Match", oneLine(etag)));
    validators
        .flatMap(CacheValidators::lastModified)
        .ifPresent(date -> request.addHeader("If-Modified-Since", oneLine(date)));
    return request;
  }

  private static String oneLine(String value) {
    return value.replaceAll("\\p{Cntrl}", "");
  }

  /** Whether the connection may serve again once the body is read to its end. */
  boolean kept() {
    return DefaultConnectionReuseStrategy.INSTANCE.keepAlive(
        null, response, HttpCoreContext.create());
  }

  int status() {
    return response.getCode();
  }

  Headers headers() {
    return headers;
  }

  /** What was sent and what came, but for the bodies. */
  WireHeads heads() {
    return new WireHeads(
        request.getMethod() + " " + request.getRequestUri() + " HTTP/1.1",
        lines(request.getHeaders()),
        (response.getVersion() == null ? "HTTP/1.1" : response.getVersion().format())
            + " "
            + response.getCode()
            + " "
            + (response.getReasonPhrase() == null ? "" : response.getReasonPhrase()),
        lines(response.getHeaders()));
  }

  private static List<WireHeads.HeaderLine> lines(Header... headers) {
    return Arrays.stream(headers)
        .filter(it -> !it.getName().equalsIgnoreCase(PROXY_AUTHORIZATION)) // it is kept nowhere
        .map(it ->
            new WireHeads.HeaderLine(it.getName(), it.getValue() == null ? "" : it.getValue()))
        .toList();
  }

  Optional<Instant> certificateEndsAt() {
    return certificateEndsAt;
  }

  InputStream body() throws IOException {
    HttpEntity entity = response.getEntity();
    InputStream content = entity == null ? null : entity.getContent();
    return content == null ? InputStream.nullInputStream() : content;
  }

  private static Headers headers(ClassicHttpResponse response) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (Header header : response.getHeaders()) {
      fields
          .computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(text(header.getValue()));
    }
    return new Headers(fields);
  }

  /** Header bytes arrive as Latin-1; what is UTF-8 in truth, as many a Location is, becomes it. */
  private static String text(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return value;
    }
  }
}
