package signpost.tools.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Links in the Markdown cells of a Jupyter notebook; code and what it printed hold none. A link
 * stands where its line of the cell stands in the file. Its places are not known: each viewer names
 * headings in a way of its own.
 *
 * @see <a href="https://nbformat.readthedocs.io/en/latest/format_description.html">The format</a>
 */
final class NotebookLinks {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final LinePositions positions;
  private final List<FoundLink> links = new ArrayList<>();

  /** The text of a cell, and where in the file each of its parts begins. */
  private static final class NotebookCell {
    private final StringBuilder source = new StringBuilder();
    private final TreeMap<Integer, Integer> parts = new TreeMap<>();
    private String type = "";
  }

  private NotebookLinks(LinePositions positions) {
    this.positions = positions;
  }

  /** What is no notebook holds nothing. */
  static FoundLinks in(String json) {
    var reader = new NotebookLinks(LinePositions.in(json));
    try (JsonParser parser = FACTORY.createParser(json)) {
      reader.read(parser);
    } catch (IOException _) {
      return FoundLinks.NOTHING;
    }
    return FoundLinks.of(reader.links);
  }

  private void read(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean cells = parser.currentName().equals("cells");
      if (parser.nextToken() == JsonToken.START_ARRAY && cells) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          cell(parser);
        }
      } else {
        parser.skipChildren();
      }
    }
  }

  private void cell(JsonParser parser) throws IOException {
    var cell = new NotebookCell();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("cell_type")) {
        cell.type = parser.getText();
      } else if (name.equals("source") && value == JsonToken.VALUE_STRING) {
        part(cell, parser);
      } else if (name.equals("source") && value == JsonToken.START_ARRAY) {
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
          part(cell, parser);
        }
      } else {
        parser.skipChildren();
      }
    }
    if (cell.type.equals("markdown")) {
      keep(cell);
    }
  }

  private static void part(NotebookCell cell, JsonParser parser) throws IOException {
    cell.parts.put(cell.source.length(), (int) parser.currentTokenLocation().getCharOffset() + 1);
    cell.source.append(parser.getText());
  }

  private void keep(NotebookCell cell) {
    String source = cell.source.toString();
    LinePositions lines = LinePositions.in(source);
    for (FoundLink link : MarkdownLinks.in(source).links()) {
      int part = cell.parts.floorEntry(lines.start(link.line())).getValue();
      links.add(
          new FoundLink(
              link.href(),
              positions.line(part),
              positions.column(part),
              link.element(),
              link.text()));
    }
  }
}
