package signpost.web.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import signpost.url.WebUrl;

/** Turns what stands in {@code href} into addresses, against the page's base. */
final class LinkResolver {
  private static final int MOST = 5_000;
  private static final String LEADING =
      "a[href], svg a[xlink:href], area[href], iframe[src], frame[src]";

  private final WebUrl base;
  private final List<BlockWalk.RawLink> all;

  private LinkResolver(WebUrl base, List<BlockWalk.RawLink> all) {
    this.base = base;
    this.all = all;
  }

  static LinkResolver of(WebUrl base, List<BlockWalk.RawLink> all) {
    return new LinkResolver(base, all);
  }

  static LinkResolver of(Document document, WebUrl page, List<BlockWalk.RawLink> all) {
    Optional<String> stated =
        document.select("base[href]").stream()
            .filter(LinkResolver::shown)
            .map(it -> it.attr("href").strip())
            .findFirst();
    return new LinkResolver(PageBase.of(stated, page), all);
  }

  private static boolean shown(Element element) {
    return element.closest("template") == null;
  }

  /** Every address of a page, its boilerplate included, each once, without fragments. */
  static List<WebUrl> everywhere(Document document, WebUrl page) {
    LinkResolver links = of(document, page, List.of());
    Set<WebUrl> found = new LinkedHashSet<>();
    for (Element element : document.select(LEADING)) {
      if (shown(element)) {
        links.resolve(address(element)).map(WebUrl::withoutFragment).ifPresent(found::add);
      }
      if (found.size() == MOST) {
        break;
      }
    }
    return List.copyOf(found);
  }

  private static String address(Element element) {
    return Stream.of("href", "xlink:href", "src")
        .filter(element::hasAttr)
        .map(element::attr)
        .findFirst()
        .orElse("");
  }

  List<BlockWalk.RawLink> all() {
    return all;
  }

  /**
   * Links to pages: no mail, telephone or script, nor what Cloudflare puts in place of an address.
   */
  Optional<WebUrl> resolve(String href) {
    String trimmed = href.strip();
    String lower = trimmed.toLowerCase(Locale.ROOT);
    if (trimmed.isEmpty() || trimmed.equals("#") || lower.contains("/cdn-cgi/l/email-protection")) {
      return Optional.empty();
    }
    return WebUrl.parse(trimmed, base)
        .filter(url -> url.scheme().equals("http") || url.scheme().equals("https"))
        .map(SessionUrl::without);
  }

  /** Links to pages, and to numbers and addresses by which to call, text or write. */
  List<Outlink> outlinks() {
    List<Outlink> outlinks = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (BlockWalk.RawLink link : all) {
      ContactUrl.of(link.href().strip())
          .flatMap(contact -> WebUrl.parse(contact.url()))
          .or(() -> resolve(link.href()))
          .filter(url -> seen.add(url.href() + '\n' + link.text() + '\n' + link.heading()))
          .ifPresent(url -> outlinks.add(outlink(link, url)));
      if (outlinks.size() == MOST) {
        break;
      }
    }
    return outlinks;
  }

  private static Outlink outlink(BlockWalk.RawLink link, WebUrl url) {
    return new Outlink(
        url,
        ReadableText.cut(link.text(), 500),
        ReadableText.cut(link.heading(), 500),
        fragment(link.href()));
  }

  private static Optional<String> fragment(String href) {
    int hash = href.indexOf('#');
    return hash < 0 || hash == href.length() - 1
        ? Optional.empty()
        : Optional.of(href.substring(hash + 1).strip());
  }
}
