package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keeps cookies, says where its forms come from, and goes nowhere by itself. */
final class Browser {
  private static final String ACCEPT = "text/html,application/xhtml+xml,*/*;q=0.8";

  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address).header("accept", ACCEPT).build(),
        HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  /** Sends a form of the very site that it is sent to. */
  HttpResponse<String> post(URI address, Map<String, String> form)
      throws IOException, InterruptedException {
    return post(address, form, address.getScheme() + "://" + address.getAuthority());
  }

  HttpResponse<String> post(URI address, Map<String, String> form, String origin)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return client.send(
        HttpRequest.newBuilder(address)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("accept", ACCEPT)
            .header("origin", origin)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  /** Where an answer sends it. */
  static URI next(HttpResponse<String> answer) {
    return answer.uri().resolve(answer.headers().firstValue("location").orElseThrow());
  }

  List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }
}
