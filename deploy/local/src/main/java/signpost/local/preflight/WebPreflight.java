package signpost.local.preflight;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import signpost.catalogue.MailAddress;
import signpost.http.access.AskedHost;
import signpost.record.CauseChain;
import signpost.record.preflight.CertificatePreflight;
import signpost.record.preflight.ClockPreflight;
import signpost.record.preflight.PreflightFinding;
import signpost.record.tls.TlsTrouble;

/** Asks the addresses by which others reach us: the public one, and the contact. */
final class WebPreflight {
  private static final Duration WITHIN = Duration.ofSeconds(8);

  /** Search says less of itself; whoever says more is not it. */
  private static final int MOST_BYTES = 64 << 10;

  private static final String START = "Start Signpost and the proxy before it, and check again.";

  private final InstantSource wall;
  private final List<PreflightFinding> findings = new ArrayList<>();

  private WebPreflight(InstantSource wall) {
    this.wall = wall;
  }

  /** What came of one request. */
  private sealed interface Reply {
    record Answered(HttpResponse<InputStream> response, String body) implements Reply {}

    record Unreachable(Throwable why) implements Reply {}
  }

  /** Whether readers come to us at that address, and how long its certificate is good for. */
  static List<PreflightFinding> publicUrl(String url, InstantSource wall)
      throws InterruptedException {
    WebPreflight web = new WebPreflight(wall);
    Optional<URI> address = address(url);
    if (address.isEmpty()) {
      return List.of(
          PreflightFinding.wrong(
              "public-url",
              "“%s” is no address of the web.".formatted(url),
              "Set signpost.public-url to where readers reach Signpost, https://…"));
    }
    web.reach(address.get());
    return web.findings;
  }

  /**
   * Whether publishers reach whoever crawls them.
   *
   * @param proxy that stands between us and the web; empty for none
   */
  static List<PreflightFinding> contact(String contact, String proxy, InstantSource wall)
      throws InterruptedException {
    WebPreflight web = new WebPreflight(wall);
    if (contact.isEmpty()) {
      web.wrong(
          "contact",
          "There is none, and the live web is not crawled without one.",
          "Set signpost.contact to a page or mail address where publishers reach you.");
    } else if (contact.contains("://")) {
      web.page(contact, proxy);
    } else {
      MailAddress.problem(contact)
          .ifPresentOrElse(
              problem ->
                  web.wrong(
                      "contact",
                      "“%s” is no mail address: %s.".formatted(contact, problem),
                      "See signpost.contact."),
              () -> web.ok("contact", contact + " is a mail address."));
    }
    return web.findings;
  }

  private void reach(URI url) throws InterruptedException {
    String edge = "public-url";
    if (AskedHost.ofOrigin(url.toString()).filter(AskedHost::isLoopback).isPresent()) {
      warning(
          edge,
          url + " is for this machine only, and links in mails begin with it.",
          "Set signpost.public-url to where readers reach Signpost.");
    } else if ("http".equals(url.getScheme())) {
      warning(
          edge,
          url + " is not encrypted, and owners’ links and answers go over it.",
          "Put a proxy with a certificate before it, and set signpost.public-url to https://…");
    }
    String health = url.toString().replaceFirst("/+$", "") + "/health";
    switch (asked(URI.create(health), MOST_BYTES)) {
      case Reply.Answered(HttpResponse<InputStream> response, String body) -> {
        known(edge, response);
        who(edge, url, response.statusCode(), body);
      }
      case Reply.Unreachable(Throwable why) -> unreachable(edge, url, why);
    }
  }

  /** Search says of itself in JSON whether it is well. */
  private void who(String edge, URI url, int status, String body) {
    if (body.contains("\"status\"") && (status == 200 || status == 503)) {
      ok(edge, url + " answers, and leads to Signpost.");
    } else if (status >= 502 && status <= 504) {
      warning(edge, "%s answers %d: nobody is behind it.".formatted(url, status), START);
    } else {
      wrong(
          edge,
          "%s answers %d, and it is not Signpost that does.".formatted(url, status),
          "See signpost.public-url, and where the proxy before it leads.");
    }
  }

  private void unreachable(String edge, URI url, Throwable why) {
    Optional<TlsTrouble> tls = TlsTrouble.of(why);
    if (tls.isPresent()) {
      wrong(
          edge,
          "%s: %s.".formatted(url, tls.get().words()),
          "Readers’ browsers see the same: mend the certificate of the proxy before it.");
    } else if (CauseChain.of(why).stream().anyMatch(UnresolvedAddressException.class::isInstance)) {
      wrong(
          edge,
          "%s is a name that nobody knows.".formatted(url.getHost()),
          "See " + key(edge) + ".");
    } else {
      warning(
          edge,
          "%s: %s.".formatted(url, refused(why) ? "nothing listens there" : "no answer comes"),
          edge.equals("public-url") ? START : "See signpost.contact.");
    }
  }

  private static boolean refused(Throwable why) {
    return CauseChain.of(why).stream().anyMatch(ConnectException.class::isInstance);
  }

  private void page(String contact, String proxy) throws InterruptedException {
    String edge = "contact";
    Optional<URI> address = address(contact);
    if (address.isEmpty()) {
      wrong(edge, "“%s” is no address of the web.".formatted(contact), "See signpost.contact.");
      return;
    }
    if (!proxy.isEmpty()) {
      warning(
          edge,
          contact + " was not tried, for the way to it is through signpost.fetch.proxy.url.",
          "Open it in a browser.");
      return;
    }
    switch (asked(address.get(), 0)) {
      case Reply.Answered(HttpResponse<InputStream> response, _)
          when response.statusCode() < 400 -> {
        known(edge, response);
        ok(edge, contact + " answers.");
      }
      case Reply.Answered(HttpResponse<InputStream> response, _) ->
          wrong(
              edge,
              "%s answers %d: publishers find nobody there."
                  .formatted(contact, response.statusCode()),
              "See signpost.contact.");
      case Reply.Unreachable(Throwable why) -> unreachable(edge, address.get(), why);
    }
  }

  /** What an answer says besides: the time it is there, and the end of the certificate. */
  private void known(String edge, HttpResponse<InputStream> response) {
    String host = response.uri().getHost();
    response
        .headers()
        .firstValue("Date")
        .flatMap(WebPreflight::date)
        .ifPresent(there -> findings.add(ClockPreflight.compared(host, there, wall.instant())));
    response
        .sslSession()
        .flatMap(WebPreflight::endsAt)
        .ifPresent(at ->
            findings.add(
                CertificatePreflight.of(edge, "The certificate of " + host, at, wall.instant())));
  }

  private static Optional<Instant> date(String header) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> endsAt(SSLSession session) {
    try {
      return session.getPeerCertificates()[0] instanceof X509Certificate own
          ? Optional.of(own.getNotAfter().toInstant())
          : Optional.empty();
    } catch (SSLPeerUnverifiedException _) {
      return Optional.empty();
    }
  }

  private static Reply asked(URI url, int bytes) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(url).timeout(WITHIN).GET().build();
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(WITHIN)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return new Reply.Answered(response, new String(body.readNBytes(bytes), UTF_8));
      }
    } catch (IOException e) {
      return new Reply.Unreachable(e);
    } finally {
      client.shutdownNow();
    }
  }

  private static Optional<URI> address(String url) {
    try {
      URI address = URI.create(url);
      String scheme = String.valueOf(address.getScheme());
      return address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))
          ? Optional.of(address)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static String key(String edge) {
    return "signpost." + edge;
  }

  private void ok(String edge, String what) {
    findings.add(PreflightFinding.ok(edge, what));
  }

  private void warning(String edge, String what, String remedy) {
    findings.add(PreflightFinding.warning(edge, what, remedy));
  }

  private void wrong(String edge, String what, String remedy) {
    findings.add(PreflightFinding.wrong(edge, what, remedy));
  }
}
