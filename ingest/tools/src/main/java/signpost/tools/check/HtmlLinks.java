package signpost.tools.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import signpost.web.extract.AnchorNames;
import signpost.web.extract.HtmlTags;
import signpost.web.extract.HtmlTags.StartTag;
import signpost.web.extract.HtmlTags.TagAttribute;

/** Every link of an HTML page, its parts included, and every fragment it has. */
final class HtmlLinks implements HtmlTags.TagHandler {
  private static final Map<String, List<String>> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("a", List.of("href")),
          Map.entry("area", List.of("href")),
          Map.entry("link", List.of("href")),
          Map.entry("img", List.of("src", "longdesc")),
          Map.entry("script", List.of("src", "href", "xlink:href")),
          Map.entry("iframe", List.of("src", "longdesc")),
          Map.entry("frame", List.of("src", "longdesc")),
          Map.entry("source", List.of("src")),
          Map.entry("video", List.of("src", "poster")),
          Map.entry("audio", List.of("src")),
          Map.entry("track", List.of("src")),
          Map.entry("object", List.of("data")),
          Map.entry("embed", List.of("src")),
          Map.entry("blockquote", List.of("cite")),
          Map.entry("q", List.of("cite")),
          Map.entry("ins", List.of("cite")),
          Map.entry("del", List.of("cite")),
          Map.entry("body", List.of("background")),
          Map.entry("table", List.of("background")),
          Map.entry("tr", List.of("background")),
          Map.entry("td", List.of("background")),
          Map.entry("th", List.of("background")),
          Map.entry("image", List.of("href", "xlink:href")),
          Map.entry("feimage", List.of("href", "xlink:href")),
          Map.entry("use", List.of("href", "xlink:href")));
  private static final Set<String> HINTS = Set.of("preconnect", "dns-prefetch");
  private static final int WORDS = 200;

  /** So many pages are read that stand within the page and within each other. */
  private static final int DEEPEST = 3;

  private final String html;
  private final LinePositions positions;
  private final int depth;
  private final List<FoundLink> links = new ArrayList<>();
  private final AnchorNames names = new AnchorNames();
  private final FormLinks forms = new FormLinks();
  private final StringBuilder words = new StringBuilder();
  private Optional<String> base = Optional.empty();
  private int open = -1;
  private int drawings;
  private boolean linkedData;

  private HtmlLinks(String html, LinePositions positions, int depth) {
    this.html = html;
    this.positions = positions;
    this.depth = depth;
  }

  /** {@code places}: whether line and column are wanted, as they are of files. */
  static FoundLinks in(String html, boolean places) {
    return in(html, places ? LinePositions.in(html) : LinePositions.NONE, 0);
  }

  private static FoundLinks in(String html, LinePositions positions, int depth) {
    var reader = new HtmlLinks(html, positions, depth);
    HtmlTags.read(html, reader);
    reader.closeLink();
    return new FoundLinks(reader.base, reader.links, reader.names.anchors());
  }

  @Override
  public void starts(StartTag tag) {
    String name = tag.name();
    if (name.equals("a")) {
      closeLink();
    }
    names.starts(tag);
    linkedData =
        name.equals("script") && tag.value("type").strip().equalsIgnoreCase(JsonLinks.TYPE);
    drawings += name.equals("svg") ? 1 : 0;
    forms.starts(tag);
    if (!tag.attributes().isEmpty() && !names.hidden()) {
      shown(tag, name);
    }
  }

  private void shown(StartTag tag, String name) {
    if (open >= 0 && name.equals("img")) {
      words.append(alternative(tag));
    }
    if (name.equals("base") && base.isEmpty()) {
      base = tag.attribute("href").map(tag::value).map(String::strip);
    }
    for (String attribute : ATTRIBUTES.getOrDefault(name, List.of())) {
      linked(tag, name, attribute);
    }
    switch (name) {
      case "a" -> drawn(tag);
      case "input" -> {
        if (tag.value("type").equalsIgnoreCase("image")) {
          linked(tag, name, "src");
        }
      }
      case "meta" -> meta(tag);
      case "iframe" -> tag.attribute("srcdoc").ifPresent(it -> within(tag, it));
      default -> {
        // no more than its attributes
      }
    }
    forms.of(tag).ifPresent(it -> add(tag, it.href(), it.element(), it.attribute()));
    sets(tag, name);
    tag.attribute("ping").ifPresent(it -> pings(tag, it));
    tag.attribute("style")
        .ifPresent(
            style -> links.addAll(CssLinks.in(tag.value(style), positions.from(style.from()))));
  }

  @Override
  public void ends(String name) {
    names.ends(name);
    forms.ends(name);
    switch (name) {
      case "a" -> closeLink();
      case "svg" -> drawings = Math.max(0, drawings - 1);
      default -> {
        // ends no link
      }
    }
  }

  @Override
  public void text(int from, int to) {
    if (open >= 0 && words.length() < WORDS) {
      words.append(HtmlTags.unescaped(html.substring(from, Math.min(to, from + WORDS)), false));
    }
  }

  @Override
  public void raw(String name, int from, int to) {
    if (names.hidden()) {
      return;
    }
    if (name.equals("style")) {
      links.addAll(CssLinks.in(html.substring(from, to), positions.from(from)));
    } else if (linkedData) {
      links.addAll(JsonLinks.in(html.substring(from, to), positions.from(from)));
    }
  }

  /** What stands in a link is known once it ends. */
  private void closeLink() {
    if (open >= 0) {
      links.set(open, links.get(open).saying(words.toString()));
      words.setLength(0);
      open = -1;
    }
  }

  /** In a drawing a link may have its address where SVG 1.1 put it. */
  private void drawn(StartTag tag) {
    if (drawings > 0 && tag.attribute("href").isEmpty()) {
      linked(tag, "a", "xlink:href");
    }
  }

  private void meta(StartTag tag) {
    if (tag.value("http-equiv").equalsIgnoreCase("refresh")) {
      HeaderLinks.refresh(tag.value("content"))
          .ifPresent(href -> add(tag, href, "meta refresh", "content"));
    }
    String content = tag.value("content").strip();
    SharedLinks.of(tag)
        .filter(_ -> !content.isEmpty())
        .ifPresent(element -> add(tag, content, element, "content"));
  }

  /** A page within the page, with the same base unless it has its own. */
  private void within(StartTag tag, TagAttribute srcdoc) {
    if (depth == DEEPEST) {
      return;
    }
    FoundLinks found = in(tag.value(srcdoc), LinePositions.NONE, depth + 1);
    for (FoundLink link : found.base().isEmpty() ? found.links() : List.<FoundLink>of()) {
      add(tag, link.href(), link.element(), "srcdoc");
    }
  }

  private void linked(StartTag tag, String name, String attribute) {
    Optional<TagAttribute> found = tag.attribute(attribute);
    if (found.isEmpty()) {
      return;
    }
    String href = tag.value(found.get()).strip();
    String rel = name.equals("link") ? tag.value("rel").strip().toLowerCase(Locale.ROOT) : "";
    boolean nothing =
        href.isEmpty()
            || (!rel.isEmpty() && HINTS.containsAll(List.of(rel.split("\\s+"))))
            || (name.equals("use") && href.startsWith("#"))
            || (name.equals("iframe") && tag.attribute("srcdoc").isPresent());
    if (!nothing) {
      if (name.equals("a")) {
        open = links.size();
      }
      add(tag, href, rel.contains("stylesheet") ? "stylesheet" : name, attribute);
    }
  }

  private void sets(StartTag tag, String name) {
    for (TagAttribute attribute : tag.attributes()) {
      if (attribute.name().equals("srcset") || attribute.name().equals("imagesrcset")) {
        for (String href : Srcset.urls(tag.value(attribute))) {
          add(tag, href, name, attribute.name());
        }
      }
    }
  }

  private void pings(StartTag tag, TagAttribute ping) {
    for (String href : tag.value(ping).strip().split("\\s+", -1)) {
      if (!href.isEmpty()) {
        add(tag, href, FoundLink.PING, "ping");
      }
    }
  }

  private void add(StartTag tag, String href, String name, String attribute) {
    int at = tag.attribute(attribute).map(TagAttribute::from).orElse(tag.from());
    links.add(
        new FoundLink(href, positions.line(at), positions.column(at), name, alternative(tag)));
  }

  /** The beginning of what a picture says. */
  private String alternative(StartTag tag) {
    return tag.attribute("alt")
        .map(it -> html.substring(it.from(), Math.min(it.to(), it.from() + WORDS)))
        .map(said -> HtmlTags.unescaped(said, true))
        .orElse("");
  }
}
