package signpost.search.pages;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import signpost.search.query.GuideState;

/**
 * What search engines read of a page: schema.org's words as JSON-LD, in a {@code script} element
 * that is data and runs nothing.
 */
@Singleton
public final class LinkedData {
  private static final int NAME = 250;

  /** As many as one page of a guide needs. */
  private static final int ITEMS = 200;

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

  /** A guide, as the list of its first resources whose address is known. */
  public String guide(GuideState guide) {
    List<Map<String, Object>> items = new ArrayList<>();
    guide
        .placements()
        .flatMap(line -> line.page().stream().map(page -> item(line.line().text(), page.url())))
        .limit(ITEMS)
        .forEach(item -> {
          item.put("position", items.size() + 1);
          items.add(item);
        });
    Map<String, Object> list = document("ItemList");
    list.put("name", PageFormat.brief(guide.guide().title(), NAME));
    list.put("url", site + PageFormat.guide(guide.guide().guide()));
    list.put("numberOfItems", items.size());
    list.put("itemListElement", items);
    return script(list);
  }

  private static Map<String, Object> item(String text, String url) {
    Map<String, Object> item = thing("ListItem");
    item.put("name", PageFormat.brief(text, NAME));
    item.put("url", url);
    return item;
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
