package signpost.ingest.extract;

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
import signpost.events.WebUrl;

/**
 * What GOV.UK's Content API says about a page (format: alphagov/publishing-api, content schemas).
 *
 * @param schema {@code schema_name}; {@code gone} and {@code redirect} are ends of a page's life
 * @param withdrawal the withdrawn notice, if the page has one
 * @param explanation why a gone page is gone; may be empty
 * @param destination where a redirect leads, or the alternative to a gone page
 * @param changeNote the publisher's newest note on what changed
 */
public record GovUkContent(
    String schema,
    String title,
    Optional<Notice> withdrawal,
    String explanation,
    Optional<WebUrl> destination,
    Optional<String> changeNote,
    Optional<Instant> publicUpdatedAt) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The address of a page in the API of its own host; call it at most ten times a second. */
  public static Optional<WebUrl> addressFor(WebUrl page) {
    return WebUrl.parse("/api/content" + page.path(), page);
  }

  public boolean isGone() {
    return schema.equals("gone");
  }

  public boolean isRedirect() {
    return schema.equals("redirect");
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
    JsonNode details = root.path("details");
    return new GovUkContent(
        root.path("schema_name").asText(),
        root.path("title").asText(""),
        withdrawal(root.path("withdrawn_notice"), page),
        words(details.path("explanation").asText("")),
        destination(root, details, page),
        newestNote(details.path("change_history")),
        instant(root.path("public_updated_at").asText("")));
  }

  private static Optional<Notice> withdrawal(JsonNode notice, WebUrl page) {
    if (!notice.hasNonNull("withdrawn_at") && !notice.hasNonNull("explanation")) {
      return Optional.empty();
    }
    String html = notice.path("explanation").asText("");
    String text = words(html);
    var link = Jsoup.parseBodyFragment(html).selectFirst("a[href]");
    return Optional.of(
        new Notice(
            Notice.Kind.WITHDRAWN,
            text.isEmpty() ? "Withdrawn" : Text.cut(text, 600),
            link == null ? Optional.empty() : WebUrl.parse(link.attr("href"), page)));
  }

  private static Optional<WebUrl> destination(JsonNode root, JsonNode details, WebUrl page) {
    String alternative = details.path("alternative_path").asText("");
    JsonNode redirects = root.path("redirects");
    String target = alternative;
    for (JsonNode redirect : redirects) {
      if (target.isEmpty() || redirect.path("path").asText().equals(page.path())) {
        target = redirect.path("destination").asText("");
      }
    }
    return target.isEmpty() ? Optional.empty() : WebUrl.parse(target, page);
  }

  private static Optional<String> newestNote(JsonNode history) {
    return StreamSupport.stream(history.spliterator(), false)
        .max(
            Comparator.comparing(
                change -> instant(change.path("public_timestamp").asText("")).orElse(Instant.MIN)))
        .map(change -> words(change.path("note").asText("")))
        .filter(note -> !note.isEmpty());
  }

  private static String words(String html) {
    return Text.oneLine(Jsoup.parseBodyFragment(html).text());
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
