package signpost.tools.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Addresses in the linked data of a page, as far as schema.org says that a property is one. What is
 * no JSON is read by nobody.
 *
 * @see <a href="https://schema.org/URL">schema.org</a>
 */
final class JsonLinks {
  static final String TYPE = "application/ld+json";

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final Set<String> ADDRESSES =
      Set.of(
          "url",
          "sameAs",
          "image",
          "logo",
          "photo",
          "thumbnailUrl",
          "contentUrl",
          "embedUrl",
          "downloadUrl",
          "installUrl",
          "mainEntityOfPage",
          "item",
          "hasMap",
          "relatedLink",
          "significantLink",
          "discussionUrl",
          "license",
          "acquireLicensePage");

  /** The address of such a thing itself: an identifier elsewhere, which need not lead anywhere. */
  private static final Set<String> THEMSELVES = Set.of("item", "mainEntityOfPage");

  private JsonLinks() {}

  static List<FoundLink> in(String json, LinePositions positions) {
    List<FoundLink> links = new ArrayList<>();
    try (JsonParser parser = FACTORY.createParser(json)) {
      Deque<String> within = new ArrayDeque<>();
      String name = "";
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case FIELD_NAME -> name = parser.currentName();
          case START_OBJECT, START_ARRAY -> within.push(name);
          case END_OBJECT, END_ARRAY -> name = within.pop();
          case VALUE_STRING -> add(links, parser, name, within, positions);
          case VALUE_EMBEDDED_OBJECT,
              VALUE_NUMBER_INT,
              VALUE_NUMBER_FLOAT,
              VALUE_TRUE,
              VALUE_FALSE,
              VALUE_NULL,
              NOT_AVAILABLE -> {
            // no address
          }
        }
      }
    } catch (IOException _) {
      return List.of();
    }
    return links;
  }

  private static void add(
      List<FoundLink> links,
      JsonParser parser,
      String name,
      Deque<String> within,
      LinePositions positions)
      throws IOException {
    boolean itself =
        name.equals("@id") && !within.isEmpty() && THEMSELVES.contains(within.element());
    String href = parser.getText().strip();
    boolean address = !href.isEmpty() && href.indexOf(' ') < 0 && href.indexOf('{') < 0;
    if (address && (itself || ADDRESSES.contains(name))) {
      int at = (int) parser.currentTokenLocation().getCharOffset() + 1;
      int line = positions.line(at);
      links.add(new FoundLink(href, line, positions.column(at), "JSON-LD " + name, ""));
    }
  }
}
