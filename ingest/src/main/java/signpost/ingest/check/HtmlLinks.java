package signpost.ingest.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import signpost.ingest.check.HtmlTags.Attribute;
import signpost.ingest.check.HtmlTags.Tag;
import signpost.ingest.extract.Anchors;

/** Every link of an HTML page, its parts included, and every fragment it has. */
final class HtmlLinks implements HtmlTags.Reader {
  private static final Map<String, List<String>> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("a", List.of("href")),
          Map.entry("area", List.of("href")),
          Map.entry("link", List.of("href")),
          Map.entry("img", List.of("src")),
          Map.entry("script", List.of("src")),
          Map.entry("iframe", List.of("src")),
          Map.entry("frame", List.of("src")),
          Map.entry("source", List.of("src")),
          Map.entry("video", List.of("src", "poster")),
          Map.entry("audio", List.of("src")),
          Map.entry("track", List.of("src")),
          Map.entry("object", List.of("data")),
          Map.entry("embed", List.of("src")),
          Map.entry("input", List.of("src")),
          Map.entry("body", List.of("background")),
          Map.entry("image", List.of("href", "xlink:href")),
          Map.entry("use", List.of("href", "xlink:href")));
  private static final Set<String> HINTS = Set.of("preconnect", "dns-prefetch");
  private static final int WORDS = 200;

  private final String html;
  private final Positions positions;
  private final List<Link> links = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final StringBuilder words = new StringBuilder();
  private Optional<String> base = Optional.empty();
  private int open = -1;

  private HtmlLinks(String html, Positions positions) {
    this.html = html;
    this.positions = positions;
  }

  /** {@code places}: whether line and column are wanted, as they are of files. */
  static Found in(String html, boolean places) {
    var reader = new HtmlLinks(html, places ? Positions.in(html) : Positions.NONE);
    HtmlTags.read(html, reader);
    reader.closeLink();
    return new Found(reader.base, reader.links, Anchors.of(reader.names));
  }

  @Override
  public void starts(Tag tag) {
    String name = tag.name();
    if (name.equals("a")) {
      closeLink();
    }
    if (tag.attributes().isEmpty()) {
      return;
    }
    if (open >= 0 && name.equals("img")) {
      words.append(tag.value("alt"));
    }
    names(tag, name);
    if (name.equals("base") && base.isEmpty()) {
      base = Optional.of(tag.value("href").strip()).filter(href -> !href.isEmpty());
    }
    for (String attribute : ATTRIBUTES.getOrDefault(name, List.of())) {
      linked(tag, name, attribute);
    }
    sets(tag, name);
    if (name.equals("meta") && tag.value("http-equiv").equalsIgnoreCase("refresh")) {
      HeaderLinks.refresh(tag.value("content"))
          .ifPresent(href -> add(tag, href, "meta refresh", "content"));
    }
    tag.attribute("style")
        .ifPresent(
            style -> links.addAll(CssLinks.in(tag.value(style), positions.from(style.from()))));
  }

  @Override
  public void ends(String name) {
    if (name.equals("a")) {
      closeLink();
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
    if (name.equals("style")) {
      links.addAll(CssLinks.in(html.substring(from, to), positions.from(from)));
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

  private void names(Tag tag, String name) {
    tag.attribute("id").map(tag::value).filter(id -> !id.isEmpty()).ifPresent(names::add);
    if (name.equals("a")) {
      tag.attribute("name").map(tag::value).ifPresent(names::add);
    }
  }

  private void linked(Tag tag, String name, String attribute) {
    Optional<Attribute> found = tag.attribute(attribute);
    if (found.isEmpty()) {
      return;
    }
    String href = tag.value(found.get()).strip();
    String rel = name.equals("link") ? tag.value("rel").toLowerCase(Locale.ROOT) : "";
    boolean nothing =
        href.isEmpty() || HINTS.contains(rel) || (name.equals("use") && href.startsWith("#"));
    if (!nothing) {
      if (name.equals("a")) {
        open = links.size();
      }
      add(tag, href, rel.contains("stylesheet") ? "stylesheet" : name, attribute);
    }
  }

  private void sets(Tag tag, String name) {
    for (Attribute attribute : tag.attributes()) {
      if (attribute.name().equals("srcset") || attribute.name().equals("imagesrcset")) {
        for (String href : Srcset.urls(tag.value(attribute))) {
          add(tag, href, name, attribute.name());
        }
      }
    }
  }

  private void add(Tag tag, String href, String name, String attribute) {
    int at = tag.attribute(attribute).map(Attribute::from).orElse(tag.from());
    links.add(new Link(href, positions.line(at), positions.column(at), name, tag.value("alt")));
  }
}
