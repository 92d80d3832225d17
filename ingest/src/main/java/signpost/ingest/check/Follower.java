package signpost.ingest.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import signpost.events.WebUrl;
import signpost.ingest.check.Verdict.Kind;
import signpost.ingest.extract.Anchors;
import signpost.ingest.fetch.FetchOutcome.Answered;

/** Reads what was fetched: its fragments always, its links where they are wanted. */
final class Follower {
  private static final Set<String> NO_LINKS = Set.of("javascript", "data", "blob", "about");
  private static final int REMEMBERED = 20_000;

  private final Checker checker;
  private final Options options;
  private final Reading reading;
  private final Map<String, Target> resolved = new ConcurrentHashMap<>();

  Follower(Checker checker, Options options, Reading reading) {
    this.checker = checker;
    this.options = options;
    this.reading = reading;
  }

  void read(Target target, WebUrl url, Answered answer, boolean links) {
    String type = answer.headers().first("content-type").orElse("");
    byte[] body = answer.body().bytes();
    if (!links) {
      if (!answer.body().truncated() && type.toLowerCase(Locale.ROOT).contains("html")) {
        target.name(Anchors.in(new String(body, StandardCharsets.UTF_8)));
      }
      return;
    }
    target.markRead();
    Found found = reading.read(body, Optional.of(type), url, false);
    target.name(answer.body().truncated() ? null : found.anchors());
    List<Link> all = new ArrayList<>(HeaderLinks.in(answer.headers()));
    follow(target, url, all, url.href(), true);
    WebUrl base = found.base().flatMap(url::resolve).orElse(url);
    follow(target, base, found.links(), url.href(), true);
  }

  /** Of a file: every place counts, for someone will want to go there. */
  void read(Target target, WebUrl url, byte[] bytes, String shown, boolean links) {
    Found found = reading.read(bytes, Optional.empty(), url, true);
    target.name(found.anchors());
    if (links) {
      target.markRead();
      WebUrl base = found.base().flatMap(url::resolve).orElse(url);
      follow(target, base, found.links(), shown, false);
    }
  }

  private void follow(Target from, WebUrl base, List<Link> links, String page, boolean once) {
    String folder = base.resolve(".").map(WebUrl::href).orElse("") + " ";
    Set<String> seen = new HashSet<>();
    for (Link link : links) {
      String href = link.href().strip();
      if (!noLink(href) && (seen.add(href) || !once)) {
        int depth = from.depth() + (link.partOfPage() ? 0 : 1);
        if (!followed(folder, link, href, page, depth)) {
          follow(folder, base, link, href, page, depth);
        }
      }
    }
  }

  /** The pages of a folder repeat each other's links: what was resolved once need not be again. */
  private boolean followed(String folder, Link link, String href, String page, int depth) {
    int hash = href.indexOf('#');
    String fragment = hash < 0 ? "" : href.substring(hash + 1);
    Target known = resolved.get(folder + (hash < 0 ? href : href.substring(0, hash)));
    if (known == null || !plain(fragment)) {
      return false;
    }
    checker.linked(known, depth);
    known.refer(reference(link, page, fragment));
    return true;
  }

  /** Whether parsing would leave it as it is. */
  private static boolean plain(String fragment) {
    for (int i = 0; i < fragment.length(); i++) {
      char c = fragment.charAt(i);
      if (c <= ' ' || c > '~' || c == '"' || c == '<' || c == '>' || c == '`') {
        return false;
      }
    }
    return true;
  }

  private void remember(String folder, String href, Target target) {
    int hash = href.indexOf('#');
    String bare = hash < 0 ? href : href.substring(0, hash);
    if (!bare.isEmpty() && bare.charAt(0) != '?' && resolved.size() < REMEMBERED) {
      resolved.put(folder + bare, target);
    }
  }

  private static Reference reference(Link link, String page, String fragment) {
    return new Reference(page, link.line(), link.column(), link.element(), link.text(), fragment);
  }

  private static boolean noLink(String href) {
    int colon = href.indexOf(':');
    return href.contains("/cdn-cgi/l/email-protection")
        || (colon > 0 && NO_LINKS.contains(href.substring(0, colon).toLowerCase(Locale.ROOT)));
  }

  private void follow(String folder, WebUrl base, Link link, String href, String page, int depth) {
    Optional<WebUrl> url = resolve(base, href);
    Target to;
    if (url.isEmpty()) {
      to = checker.invalid(href, WebUrl.problem(href).orElse("nothing it could be relative to"));
    } else if (base.scheme().equals("file") && rooted(href) && options.root().isEmpty()) {
      to =
          checker.settled(
              href,
              Verdict.of(Kind.SKIPPED, "begins with a slash; say with --root what that means"));
    } else if (url.get().scheme().equals("file") && !base.scheme().equals("file")) {
      to =
          checker.settled(
              url.get().href(), Verdict.of(Kind.SKIPPED, "a file on somebody's machine"));
    } else {
      to = checker.target(url.get(), depth, false);
      remember(folder, href, to);
    }
    to.refer(reference(link, page, url.flatMap(WebUrl::fragment).orElse("")));
  }

  private Optional<WebUrl> resolve(WebUrl base, String href) {
    if (base.scheme().equals("file") && rooted(href) && options.root().isPresent()) {
      String root = options.root().get().toAbsolutePath().normalize().toUri().toString();
      return WebUrl.parse((root.endsWith("/") ? root : root + "/") + href.substring(1));
    }
    return base.resolve(href);
  }

  private static boolean rooted(String href) {
    return href.startsWith("/") && !href.startsWith("//");
  }
}
