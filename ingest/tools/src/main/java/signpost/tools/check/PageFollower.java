package signpost.tools.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import signpost.tools.check.CheckVerdict.ResultClass;
import signpost.url.WebUrl;
import signpost.web.extract.PageBase;
import signpost.web.fetch.FetchOutcome.Answered;

/** Reads what was fetched: its fragments always, its links where they are wanted. */
final class PageFollower {
  private static final Set<String> NO_LINKS = Set.of("javascript", "data", "blob", "about");
  private static final int REMEMBERED = 20_000;

  private final LinkChecker checker;
  private final CheckOptions options;
  private final LinkReader reading;
  private final LocalSite site;
  private final Map<String, CheckTarget> resolved = new ConcurrentHashMap<>();

  PageFollower(LinkChecker checker, CheckOptions options, LinkReader reading) {
    this.checker = checker;
    this.options = options;
    this.reading = reading;
    this.site = new LocalSite(options.root(), options.rules().base());
  }

  void read(CheckTarget target, WebUrl url, Answered answer, boolean links) {
    boolean truncated = answer.body().truncated();
    Optional<String> type = answer.headers().first("content-type");
    boolean places = !truncated && LinkReader.hasPlaces(type.orElse("").toLowerCase(Locale.ROOT));
    if (!links && !places) {
      return;
    }
    FoundLinks found = reading.read(answer.body().bytes(), type, url, links, false);
    target.name(truncated ? null : found.anchors());
    if (links) {
      target.markRead();
      List<FoundLink> all = new ArrayList<>(HeaderLinks.in(answer.headers()));
      found.links().stream().filter(FoundLink::shared).forEach(all::add);
      follow(target, url, all, url.href(), true);
      List<FoundLink> own = found.links().stream().filter(link -> !link.shared()).toList();
      follow(target, PageBase.of(found.base(), url), own, url.href(), true);
    }
  }

  /** Of a file: every place counts, for someone will want to go there. */
  void read(CheckTarget target, WebUrl url, byte[] bytes, String shown, boolean links) {
    FoundLinks found = reading.read(bytes, Optional.empty(), url, links, true);
    target.name(found.anchors());
    if (links) {
      target.markRead();
      WebUrl base = site.base(url, found.base());
      WebUrl within = found.base().isEmpty() ? site.own(url) : base;
      follow(target, within, part(found, true), shown, false);
      follow(target, base, part(found, false), shown, false);
    }
  }

  /** Links to places of the page itself, or all others. */
  private static List<FoundLink> part(FoundLinks found, boolean within) {
    return found.links().stream().filter(it -> it.href().startsWith("#") == within).toList();
  }

  private void follow(
      CheckTarget from, WebUrl base, List<FoundLink> links, String page, boolean once) {
    String folder = base.resolve(".").map(WebUrl::href).orElse("") + " ";
    Set<String> seen = new HashSet<>();
    for (FoundLink link : links) {
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
  private boolean followed(String folder, FoundLink link, String href, String page, int depth) {
    int hash = href.indexOf('#');
    String fragment = hash < 0 ? "" : href.substring(hash + 1);
    CheckTarget known = resolved.get(folder + (hash < 0 ? href : href.substring(0, hash)));
    boolean whole = options.chooses() || !options.rules().remaps().isEmpty();
    if (known == null || !plain(fragment) || link.posted() || whole) {
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

  private void remember(String folder, String href, CheckTarget target) {
    int hash = href.indexOf('#');
    String bare = hash < 0 ? href : href.substring(0, hash);
    if (!bare.isEmpty() && bare.charAt(0) != '?' && resolved.size() < REMEMBERED) {
      resolved.put(folder + bare, target);
    }
  }

  private static LinkReference reference(FoundLink link, String page, String fragment) {
    return new LinkReference(
        page, link.line(), link.column(), link.element(), link.text(), fragment);
  }

  private static boolean noLink(String href) {
    int colon = href.indexOf(':');
    return href.contains("/cdn-cgi/l/email-protection")
        || (colon > 0 && NO_LINKS.contains(href.substring(0, colon).toLowerCase(Locale.ROOT)));
  }

  private void follow(
      String folder, WebUrl base, FoundLink link, String href, String page, int depth) {
    Optional<WebUrl> meant = LocalSite.resolve(base, href);
    Optional<WebUrl> url = meant.flatMap(this::remapped);
    Optional<CheckVerdict> known = url.flatMap(it -> leftAlone(base, link, href, it, meant));
    String shown =
        url.map(it -> site.unknown(it) ? it.target() : site.file(it).href()).orElse(href);
    CheckTarget to;
    if (url.isEmpty()) {
      String why =
          meant.isPresent()
              ? "--remap makes no address of it"
              : WebUrl.problem(href).orElse("nothing it could be relative to");
      to = checker.invalid(href, why);
    } else if (known.isPresent()) {
      to = checker.settled(shown, known.get());
    } else {
      to = checker.target(site.file(url.get()), depth, false);
      remember(folder, href, to);
    }
    to.refer(
        reference(link, page, known.isPresent() ? "" : url.flatMap(WebUrl::fragment).orElse("")));
  }

  /** What has no address yet, of a site that nobody told us of, is what it is. */
  private Optional<WebUrl> remapped(WebUrl url) {
    if (site.unknown(url)) {
      return Optional.of(url);
    }
    WebUrl told = site.told(url);
    Optional<WebUrl> stead = options.rules().remapped(told);
    stead.filter(it -> !it.equals(told)).ifPresent(it -> checker.standsFor(it, told));
    return stead;
  }

  private static boolean isFile(WebUrl url) {
    return url.scheme().equals("file");
  }

  /** What is said of an address without asking for it. */
  private Optional<CheckVerdict> leftAlone(
      WebUrl base, FoundLink link, String href, WebUrl url, Optional<WebUrl> meant) {
    if (site.unknown(url)) {
      String what = href.startsWith("/") ? "begins" : "is relative to a base that begins";
      return Optional.of(
          CheckVerdict.of(
              ResultClass.SKIPPED, what + " with a slash; say with --root what that means"));
    }
    WebUrl file = site.file(url);
    if (!options.wants(file.href())) {
      return Optional.of(LinkChecker.LEFT_OUT);
    }
    if (meant.filter(it -> isFile(site.file(it))).isPresent() && !isFile(site.file(base))) {
      return Optional.of(
          CheckVerdict.of(ResultClass.BROKEN, "a file on somebody's machine, which no reader has"));
    }
    return link.posted()
        ? Optional.of(
            CheckVerdict.of(
                ResultClass.SKIPPED, "browsers only post there, and we do not; check by hand"))
        : Optional.empty();
  }
}
