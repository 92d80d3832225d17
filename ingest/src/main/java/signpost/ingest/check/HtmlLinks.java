package signpost.ingest.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;

/** Every link of an HTML page, its parts included, and every fragment it has. */
final class HtmlLinks {
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

  private final boolean places;
  private final List<Link> links = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private Optional<String> base = Optional.empty();

  private HtmlLinks(boolean places) {
    this.places = places;
  }

  /** {@code places}: whether line and column are wanted, as they are of files. */
  static Found in(String html, boolean places) {
    var reader = new HtmlLinks(places);
    Document page = Parser.htmlParser().setTrackPosition(places).parseInput(html, "");
    page.forEach(reader::element);
    return new Found(reader.base, reader.links, Anchors.of(reader.names));
  }

  private void element(Element element) {
    if (element.attributesSize() > 0) {
      String name = element.normalName();
      names(element, name);
      if (name.equals("base")) {
        base = base.or(() -> Optional.of(element.attr("href")).filter(href -> !href.isBlank()));
      }
      for (String attribute : ATTRIBUTES.getOrDefault(name, List.of())) {
        linked(element, name, attribute);
      }
      sets(element, name);
      if (name.equals("meta")) {
        meta(element);
      }
      if (element.hasAttr("style")) {
        links.addAll(CssLinks.in(element.attr("style"), place(element)));
      }
    }
    if (element.normalName().equals("style")) {
      links.addAll(CssLinks.in(element.data(), place(element)));
    }
  }

  private void names(Element element, String name) {
    String id = element.id();
    if (!id.isEmpty()) {
      names.add(id);
    }
    if (name.equals("a") && element.hasAttr("name")) {
      names.add(element.attr("name"));
    }
  }

  private void linked(Element element, String name, String attribute) {
    if (!element.hasAttr(attribute)) {
      return;
    }
    String href = element.attr(attribute).strip();
    String rel = name.equals("link") ? element.attr("rel").toLowerCase(Locale.ROOT) : "";
    boolean nothing =
        href.isEmpty() || HINTS.contains(rel) || (name.equals("use") && href.startsWith("#"));
    if (!nothing) {
      add(element, href, rel.contains("stylesheet") ? "stylesheet" : name, attribute);
    }
  }

  private void sets(Element element, String name) {
    for (String attribute : List.of("srcset", "imagesrcset")) {
      if (element.hasAttr(attribute)) {
        for (String href : Srcset.urls(element.attr(attribute))) {
          add(element, href, name, attribute);
        }
      }
    }
  }

  private void meta(Element element) {
    if (element.attr("http-equiv").equalsIgnoreCase("refresh")) {
      HeaderLinks.refresh(element.attr("content"))
          .ifPresent(href -> add(element, href, "meta refresh", "content"));
    }
  }

  private void add(Element element, String href, String name, String attribute) {
    Positions place = places ? attribute(element, attribute) : Positions.at(0, -1);
    links.add(new Link(href, place.line(0), place.column(0), name, words(element)));
  }

  private static String words(Element element) {
    String text = element.childNodeSize() > 0 ? element.text() : "";
    return text.isEmpty() ? element.attr("alt") : text;
  }

  private Positions attribute(Element element, String attribute) {
    Range.AttributeRange range = element.attributes().sourceRange(attribute);
    Range value = range.valueRange();
    return value.isTracked()
        ? Positions.at(value.start().lineNumber(), value.start().columnNumber())
        : place(element);
  }

  private Positions place(Element element) {
    Range range = element.sourceRange();
    return places && range.isTracked()
        ? Positions.at(range.start().lineNumber(), range.start().columnNumber())
        : Positions.at(0, -1);
  }
}
