package signpost.web.extract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import signpost.url.WebUrl;

/**
 * What GOV.UK's Content API says of a page's history (format: alphagov/publishing-api, content
 * schemas). All else it says is read from the page itself, as people see it.
 *
 * @param newest the publisher's newest note on what changed
 * @param publication for an HTML publication: the page that holds it, and often its history
 */
public record GovUkContent(Optional<ChangeNote> newest, Optional<WebUrl> publication) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A publisher's own words on what changed, and when they were published. */
  public record ChangeNote(String text, Instant at) {}

  /** The address of a page in the API of its own host; call it at most ten times a second. */
  public static Optional<WebUrl> addressFor(WebUrl page) {
    return WebUrl.parse("/api/content" + page.path(), page);
  }

  /** Reads an answer of the API; nothing if it is not one. */
  public static Optional<GovUkContent> parse(byte[] json, WebUrl page) {
    try {
      JsonNode root = JSON.readTree(json);
      return root != null && root.path("schema_name").isTextual()
          ? Optional.of(content(root, page))
          : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
  }

  private static GovUkContent content(JsonNode root, WebUrl page) {
    return new GovUkContent(newest(root.at("/details/change_history")), publication(root, page));
  }

  private static Optional<ChangeNote> newest(JsonNode history) {
    return StreamSupport.stream(history.spliterator(), false)
        .flatMap(change -> note(change).stream())
        .max(Comparator.comparing(ChangeNote::at));
  }

  private static Optional<ChangeNote> note(JsonNode change) {
    String text =
        ReadableText.oneLine(Jsoup.parseBodyFragment(change.path("note").asText("")).text());
    return instant(change.path("public_timestamp").asText(""))
        .filter(_ -> !text.isEmpty())
        .map(at -> new ChangeNote(text, at));
  }

  private static Optional<WebUrl> publication(JsonNode root, WebUrl page) {
    String path = root.at("/links/parent/0/base_path").asText("");
    return root.path("schema_name").asText().equals("html_publication") && !path.isEmpty()
        ? WebUrl.parse(path, page)
        : Optional.empty();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isBlank()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
