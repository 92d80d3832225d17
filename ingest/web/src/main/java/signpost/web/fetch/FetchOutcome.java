package signpost.web.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.url.WebUrl;

/** What came of one visit: a closed set, so that whoever judges has to think of every case. */
public sealed interface FetchOutcome {
  WebUrl requested();

  Duration took();

  /** Where it was answered, or was not: the requested URL, or where redirects had led by then. */
  default WebUrl at() {
    return requested();
  }

  /** Whether redirects had led to another host by then: the one that was asked has answered. */
  default boolean elsewhere() {
    return !site(at()).equals(site(requested()));
  }

  /** Name and port: neither the scheme nor {@code www.} makes another host of it. */
  private static String site(WebUrl url) {
    return WebUrl.bare(url.authority());
  }

  /** One redirect that was followed. */
  record RedirectHop(WebUrl from, int status, WebUrl to) {
    /** 301 and 308. */
    public boolean permanent() {
      return status == 301 || status == 308;
    }
  }

  /**
   * Any status but a followed redirect; {@code took} runs to the body's last byte, {@code
   * certificateEndsAt} is of the final host, where the connection was secured, {@code wire} the
   * heads of the last request and its answer, where they are known.
   */
  record Answered(
      WebUrl requested,
      WebUrl finalUrl,
      int status,
      List<RedirectHop> hops,
      Headers headers,
      ResponseBody body,
      Duration took,
      Optional<Instant> certificateEndsAt,
      Optional<WireHeads> wire)
      implements FetchOutcome {
    public Answered {
      hops = List.copyOf(hops);
    }

    /** Over plain HTTP. */
    public Answered(
        WebUrl requested,
        WebUrl finalUrl,
        int status,
        List<RedirectHop> hops,
        Headers headers,
        ResponseBody body,
        Duration took) {
      this(
          requested,
          finalUrl,
          status,
          hops,
          headers,
          body,
          took,
          Optional.empty(),
          Optional.empty());
    }

    @Override
    public WebUrl at() {
      return finalUrl;
    }
  }

  /** 304 to a conditional request. */
  record NotModified(
      WebUrl requested,
      WebUrl finalUrl,
      List<RedirectHop> hops,
      Headers headers,
      Duration took,
      Optional<Instant> certificateEndsAt)
      implements FetchOutcome {
    public NotModified {
      hops = List.copyOf(hops);
    }

    /** Over plain HTTP. */
    public NotModified(
        WebUrl requested, WebUrl finalUrl, List<RedirectHop> hops, Headers headers, Duration took) {
      this(requested, finalUrl, hops, headers, took, Optional.empty());
    }

    @Override
    public WebUrl at() {
      return finalUrl;
    }
  }

  /** More hops than we follow, or one that leads back. */
  record TooManyRedirects(WebUrl requested, List<RedirectHop> hops, boolean loop, Duration took)
      implements FetchOutcome {
    public TooManyRedirects {
      hops = List.copyOf(hops);
    }
  }

  /** The name did not resolve. */
  record DnsFailure(
      WebUrl requested, WebUrl at, DnsFailure.DnsFailureKind kind, String detail, Duration took)
      implements FetchOutcome {
    /** At the requested URL itself. */
    public DnsFailure(
        WebUrl requested, DnsFailure.DnsFailureKind kind, String detail, Duration took) {
      this(requested, requested, kind, detail, took);
    }

    /** Whether the name is known not to exist, or nobody could tell. */
    public enum DnsFailureKind {
      UNKNOWN_HOST,
      TROUBLE
    }
  }

  /** No connection came about. */
  record ConnectFailure(
      WebUrl requested,
      WebUrl at,
      ConnectFailure.ConnectFailureKind kind,
      String detail,
      Duration took)
      implements FetchOutcome {
    /** At the requested URL itself. */
    public ConnectFailure(
        WebUrl requested, ConnectFailure.ConnectFailureKind kind, String detail, Duration took) {
      this(requested, requested, kind, detail, took);
    }

    /** How it failed. */
    public enum ConnectFailureKind {
      REFUSED,
      TIMED_OUT,
      UNREACHABLE
    }
  }

  /** The connection could not be secured; nothing was sent over it. */
  record TlsFailure(
      WebUrl requested, WebUrl at, TlsFailure.TlsFailureKind kind, String detail, Duration took)
      implements FetchOutcome {
    /** At the requested URL itself. */
    public TlsFailure(
        WebUrl requested, TlsFailure.TlsFailureKind kind, String detail, Duration took) {
      this(requested, requested, kind, detail, took);
    }

    /** What was wrong with the certificate, or that the handshake itself failed. */
    public enum TlsFailureKind {
      EXPIRED,
      WRONG_HOST,
      INCOMPLETE_CHAIN,
      UNTRUSTED,
      HANDSHAKE
    }
  }

  /** Connected, but the answer did not come in time, or came more slowly than we wait for. */
  record TimedOut(WebUrl requested, WebUrl at, String detail, Duration took)
      implements FetchOutcome {
    /** At the requested URL itself. */
    public TimedOut(WebUrl requested, String detail, Duration took) {
      this(requested, requested, detail, took);
    }
  }

  /** Closed or reset before or amid the answer, or an answer that is not HTTP. */
  record ConnectionLost(WebUrl requested, WebUrl at, String detail, Duration took)
      implements FetchOutcome {
    /** At the requested URL itself. */
    public ConnectionLost(WebUrl requested, String detail, Duration took) {
      this(requested, requested, detail, took);
    }
  }

  /** More bytes than we read, counted after decompression. */
  record TooLarge(WebUrl requested, long limit, Duration took) implements FetchOutcome {}

  /** The host's robots.txt asks us not to; nothing was requested. */
  record RefusedByRobots(WebUrl requested, String rule, Duration took) implements FetchOutcome {}

  /**
   * The publisher asked whoever runs us to be left alone; nothing was requested. {@code entry} is
   * what was written down of it.
   */
  record RefusedByPublisher(WebUrl requested, String entry, Duration took)
      implements FetchOutcome {}

  /** Our own guard would not dial; the reason is for operators. */
  record RefusedByGuard(WebUrl requested, String reason, Duration took) implements FetchOutcome {}

  /** A redirect led to something that is no URL. */
  record InvalidUrl(WebUrl requested, String input, String reason, Duration took)
      implements FetchOutcome {}
}
