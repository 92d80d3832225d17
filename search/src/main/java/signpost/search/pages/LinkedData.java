package signpost.search.pages;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import signpost.events.PageEvent.PageRead;
import signpost.search.index.JoinedPage;

/**
 * What search engines read of a page: schema.org's words as JSON-LD, in a {@code script} element
 * that is data and runs nothing.
 */
@Singleton
public final class LinkedData {
  private static final int NAME = 250;

  private final JsonMapper json;
  private final String site;

  LinkedData(JsonMapper json, PageFrames frames) {
    this.json = json;
    this.site = frames.site();
  }

  /** This site, and how it is searched. */
  public String home() {
    Map<String, Object> search = thing("SearchAction");
    Map<String, Object> target = thing("EntryPoint");
    target.put("urlTemplate", site + "/search?q={q}");
    search.put("target", target);
    search.put("query-input", "required name=q");
    Map<String, Object> home = document("WebSite");
    home.put("name", "Signpost");
    home.put("url", site + "/");
    home.put("inLanguage", "en-GB");
    home.put("potentialAction", search);
    return script(home);
  }

  /** Our page about a resource, and the resource as its publisher has it. */
  public String resource(JoinedPage page) {
    Map<String, Object> resource = thing("CreativeWork");
    resource.put("name", PageFormat.brief(page.title(), NAME));
    if (PageFormat.isLink(page.url())) {
      resource.put("url", page.url());
    }
    page.page().flatMap(PageRead::language).ifPresent(it -> resource.put("inLanguage", it));
    page.changedAt().ifPresent(at -> resource.put("dateModified", at.toString()));
    Map<String, Object> publisher = thing("Organization");
    publisher.put("name", PageFormat.brief(page.publisher(), NAME));
    resource.put("publisher", publisher);
    Map<String, Object> about = document("WebPage");
    about.put("name", PageFormat.brief(page.title(), NAME) + " – Signpost");
    about.put("url", site + PageFormat.resource(page.url()));
    about.put("inLanguage", "en-GB");
    about.put("mainEntity", resource);
    return script(about);
  }

  private static Map<String, Object> document(String type) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", "https://schema.org");
    document.putAll(thing(type));
    return document;
  }

  private static Map<String, Object> thing(String type) {
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("@type", type);
    return thing;
  }

  /** JSON in which no word can end the element or begin a comment (HTML, section 4.12.1.3). */
  private String script(Map<String, Object> document) {
    try {
      return json.writeValueAsString(document)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
