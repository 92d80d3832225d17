package signpost.tools.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import signpost.tools.check.Verdict.Kind;
import signpost.url.WebUrl;
import signpost.web.extract.PageBase;
import signpost.web.fetch.FetchOutcome.Answered;

/** Reads what was fetched: its fragments always, its links where they are wanted. */
final class Follower {
  private static final Set<String> NO_LINKS = Set.of("javascript", "data", "blob", "about");
  private static final int REMEMBERED = 20_000;

  private final Checker checker;
  private final Options options;
  private final Reading reading;
  private final LocalSite site;
  private final Map<String, Target> resolved = new ConcurrentHashMap<>();

  Follower(Checker checker, Options options, Reading reading) {
    this.checker = checker;
    this.options = options;
    this.reading = reading;
    this.site = new LocalSite(options.root());
  }

  void read(Target target, WebUrl url, Answered answer, boolean links) {
    boolean truncated = answer.body().truncated();
    Optional<String> type = answer.headers().first("content-type");
    boolean places = !truncated && Reading.hasPlaces(type.orElse("").toLowerCase(Locale.ROOT));
    if (!links && !places) {
      return;
    }
    Found found = reading.read(answer.body().bytes(), type, url, links, false);
    target.name(truncated ? null : found.anchors());
    if (links) {
      target.markRead();
      List<Link> all = new ArrayList<>(HeaderLinks.in(answer.headers()));
      found.links().stream().filter(Link::shared).forEach(all::add);
      follow(target, url, all, url.href(), true);
      List<Link> own = found.links().stream().filter(link -> !link.shared()).toList();
      follow(target, PageBase.of(found.base(), url), own, url.href(), true);
    }
  }

  /** Of a file: every place counts, for someone will want to go there. */
  void read(Target target, WebUrl url, byte[] bytes, String shown, boolean links) {
    Found found = reading.read(bytes, Optional.empty(), url, links, true);
    target.name(found.anchors());
    if (links) {
      target.markRead();
      follow(target, site.base(url, found.base()), found.links(), shown, false);
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
    if (known == null || !plain(fragment) || link.posted() || options.chooses()) {
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
    Optional<WebUrl> url = LocalSite.resolve(base, href);
    Optional<Verdict> known = url.flatMap(it -> leftAlone(base, link, href, it));
    String shown =
        url.map(it -> site.unknown(it) ? it.target() : site.file(it).href()).orElse(href);
    Target to;
    if (url.isEmpty()) {
      to = checker.invalid(href, WebUrl.problem(href).orElse("nothing it could be relative to"));
    } else if (known.isPresent()) {
      to = checker.settled(shown, known.get());
    } else {
      to = checker.target(site.file(url.get()), depth, false);
      remember(folder, href, to);
    }
    to.refer(
        reference(link, page, known.isPresent() ? "" : url.flatMap(WebUrl::fragment).orElse("")));
  }

  /** What is said of an address without asking for it. */
  private Optional<Verdict> leftAlone(WebUrl base, Link link, String href, WebUrl url) {
    if (site.unknown(url)) {
      String what = href.startsWith("/") ? "begins" : "is relative to a base that begins";
      return Optional.of(
          Verdict.of(Kind.SKIPPED, what + " with a slash; say with --root what that means"));
    }
    WebUrl file = site.file(url);
    if (!options.wants(file.href())) {
      return Optional.of(Checker.LEFT_OUT);
    }
    if (file.scheme().equals("file") && !site.file(base).scheme().equals("file")) {
      return Optional.of(
          Verdict.of(Kind.BROKEN, "a file on somebody's machine, which no reader has"));
    }
    return link.posted()
        ? Optional.of(
            Verdict.of(Kind.SKIPPED, "browsers only post there, and we do not; check by hand"))
        : Optional.empty();
  }
}
