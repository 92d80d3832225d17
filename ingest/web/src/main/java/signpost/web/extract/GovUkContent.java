package signpost.web.extract;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchRequest;

/**
 * What GOV.UK's Content API says of a page: its history, its end, and its documents (format:
 * alphagov/publishing-api, content schemas; statuses: alphagov/content-store). All else it says is
 * read from the page itself, as people see it.
 *
 * @param newest the publisher's newest note on what changed
 * @param publication for an HTML publication: the page that holds it, and often its history
 * @param word what became of the page, where it is no longer what it was
 * @param documents those the page holds, in order
 */
public record GovUkContent(
    Optional<ChangeNote> newest,
    Optional<WebUrl> publication,
    Optional<PublisherWord> word,
    List<HeldDocument> documents) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Items are some ten kilobytes long; one that is cut here is none. */
  private static final int LONGEST = 2 << 20;

  private static final int MOST_DOCUMENTS = 200;

  /** {@code /government/publications/NAME} holds what stands below it. */
  private static final int HOLDER_STEPS = 3;

  /** A publisher's own words on what changed, and when they were published. */
  public record ChangeNote(String text, Instant at) {}

  /** A document of a publication: a file, or a page below it. */
  public record HeldDocument(String title, WebUrl url) {}

  public GovUkContent {
    documents = List.copyOf(documents);
  }

  /**
   * The address of a page in the API of its own host; call it at most ten times a second. Files
   * have none: the API knows them as documents of a page.
   */
  public static Optional<WebUrl> addressFor(WebUrl page) {
    return isFile(page) ? Optional.empty() : WebUrl.parse("/api/content" + page.path(), page);
  }

  private static boolean isFile(WebUrl page) {
    return page.path().startsWith("/government/uploads/") || page.path().startsWith("/media/");
  }

  /** How to ask the API for a page. */
  public static Optional<FetchRequest> requestFor(WebUrl page) {
    return addressFor(page)
        .map(it -> new FetchRequest(it, Optional.empty(), OptionalInt.of(LONGEST)));
  }

  /** The page that holds an HTML publication, by its address alone. */
  public static Optional<WebUrl> holderOf(WebUrl page) {
    List<String> steps = Stream.of(page.path().split("/", -1)).filter(it -> !it.isEmpty()).toList();
    boolean held =
        steps.size() > HOLDER_STEPS && steps.getFirst().equals("government") && !isFile(page);
    return held
        ? WebUrl.parse("/" + String.join("/", steps.subList(0, HOLDER_STEPS)), page)
        : Optional.empty();
  }

  /** What was answered of a page; of one that is gone without a word the API says so by 410. */
  public static Optional<GovUkContent> in(FetchOutcome outcome, WebUrl page) {
    return outcome instanceof Answered answer
            && (answer.status() == 200 || answer.status() == 410)
            && answer.finalUrl().origin().equals(answer.requested().origin())
        ? parse(answer.body().bytes(), page)
        : Optional.empty();
  }

  /** Reads an answer of the API; nothing if it is not one, or of another page. */
  static Optional<GovUkContent> parse(byte[] json, WebUrl page) {
    try {
      JsonNode root = JSON.readTree(json);
      return root != null && root.path("schema_name").isTextual() && isOf(root, page)
          ? Optional.of(content(root, page))
          : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
  }

  /** An item stands for all that is below its address, such as the parts of a guide. */
  private static boolean isOf(JsonNode root, WebUrl page) {
    String base = root.path("base_path").asText(page.path());
    return page.path().equals(base) || page.path().startsWith(base + "/");
  }

  private static GovUkContent content(JsonNode root, WebUrl page) {
    return new GovUkContent(
        newest(root.at("/details/change_history")),
        publication(root, page),
        GovUkWords.in(root, page),
        documents(root.path("details"), page));
  }

  private static Optional<ChangeNote> newest(JsonNode history) {
    return stream(history)
        .flatMap(change -> note(change).stream())
        .max(Comparator.comparing(ChangeNote::at));
  }

  private static Optional<ChangeNote> note(JsonNode change) {
    String text = plain(change.path("note"));
    return instant(change.path("public_timestamp"))
        .filter(_ -> !text.isEmpty())
        .map(at -> new ChangeNote(text, at));
  }

  private static Optional<WebUrl> publication(JsonNode root, WebUrl page) {
    String path = root.at("/links/parent/0/base_path").asText("");
    return root.path("schema_name").asText().equals("html_publication") && !path.isEmpty()
        ? WebUrl.parse(path, page)
        : Optional.empty();
  }

  private static List<HeldDocument> documents(JsonNode details, WebUrl page) {
    return stream(details.path("attachments"))
        .flatMap(it ->
            WebUrl.parse(it.path("url").asText(""), page)
                .filter(url -> url.web() && !url.equals(page))
                .map(url -> new HeldDocument(plain(it.path("title")), url))
                .stream())
        .limit(MOST_DOCUMENTS)
        .toList();
  }

  static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /** The words of a piece of HTML. */
  static String plain(JsonNode html) {
    return ReadableText.oneLine(Jsoup.parseBodyFragment(html.asText("")).text());
  }

  static Optional<Instant> instant(JsonNode text) {
    try {
      return text.asText("").isBlank()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text.asText()).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
