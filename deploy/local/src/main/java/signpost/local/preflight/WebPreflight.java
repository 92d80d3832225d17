package signpost.local.preflight;

import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.catalogue.MailAddress;
import signpost.http.access.AskedHost;
import signpost.record.CauseChain;
import signpost.record.preflight.CertificatePreflight;
import signpost.record.preflight.ClockPreflight;
import signpost.record.preflight.PreflightFinding;
import signpost.record.preflight.WebAnswer;
import signpost.record.tls.TlsTrouble;
import signpost.search.PublicCheckConfig;

/** Asks the addresses by which others reach us: the public one, and the contact. */
final class WebPreflight {
  private static final Duration WITHIN = Duration.ofSeconds(8);

  private static final String START = "Start Signpost and the proxy before it, and check again.";

  private final InstantSource wall;
  private final List<PreflightFinding> findings = new ArrayList<>();

  private WebPreflight(InstantSource wall) {
    this.wall = wall;
  }

  /** Whether readers come to us at that address, and how long its certificate is good for. */
  static List<PreflightFinding> publicUrl(String url, PublicCheckConfig check, InstantSource wall)
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
    web.reach(address.get(), check);
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

  private void reach(URI url, PublicCheckConfig check) throws InterruptedException {
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
    if (!check.enabled()) {
      warning(
          edge,
          url + " was not tried, for signpost.public-check.enabled is false.",
          "Open it in a browser.");
      return;
    }
    switch (WebAnswer.of(WebAnswer.health(url), check.tls(), WITHIN, WebAnswer.MOST_BYTES)) {
      case WebAnswer.Answered answer -> {
        known(edge, answer);
        who(edge, url, answer);
      }
      case WebAnswer.Unreachable(Throwable why) -> unreachable(edge, url, why);
    }
  }

  private void who(String edge, URI url, WebAnswer.Answered answer) {
    int status = answer.status();
    if (answer.isSignpost()) {
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
          tls.get() == TlsTrouble.UNTRUSTED && edge.equals("public-url")
              ? "Mend the certificate of the proxy before it, or where readers’ browsers know its"
                  + " authority, name that in signpost.public-check.trust."
              : "Readers’ browsers see the same: mend the certificate of the proxy before it.");
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
    switch (WebAnswer.of(address.get(), WITHIN, 0)) {
      case WebAnswer.Answered answer when answer.status() < 400 -> {
        known(edge, answer);
        ok(edge, contact + " answers.");
      }
      case WebAnswer.Answered answer ->
          wrong(
              edge,
              "%s answers %d: publishers find nobody there.".formatted(contact, answer.status()),
              "See signpost.contact.");
      case WebAnswer.Unreachable(Throwable why) -> unreachable(edge, address.get(), why);
    }
  }

  /** What an answer says besides: the time it is there, and the end of the certificate. */
  private void known(String edge, WebAnswer.Answered answer) {
    String host = answer.at().getHost();
    answer
        .date()
        .ifPresent(there -> findings.add(ClockPreflight.compared(host, there, wall.instant())));
    answer
        .certificateEndsAt()
        .ifPresent(at ->
            findings.add(
                CertificatePreflight.of(edge, "The certificate of " + host, at, wall.instant())));
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
