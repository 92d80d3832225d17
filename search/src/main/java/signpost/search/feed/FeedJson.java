package signpost.search.feed;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.search.index.StrangersText;
import signpost.search.pages.PageFormat;

/** A feed as JSON Feed 1.1 has it (https://www.jsonfeed.org/version/1.1/). */
@Serdeable
record FeedJson(
    String version,
    String title,
    @JsonProperty("home_page_url") String page,
    @JsonProperty("feed_url") String self,
    String language,
    List<AuthorJson> authors,
    List<ItemJson> items) {

  static FeedJson of(WebFeed feed) {
    return new FeedJson(
        "https://jsonfeed.org/version/1.1",
        StrangersText.brief(feed.title(), WebFeed.TITLE),
        feed.page(),
        PageFormat.jsonFeed(feed.self()),
        "en-GB",
        List.of(new AuthorJson("Signpost")),
        feed.entries().stream().map(ItemJson::of).toList());
  }

  @Serdeable
  record AuthorJson(String name) {}

  /** {@code url} is our page about it, {@code original} the one it is about. */
  @Serdeable
  record ItemJson(
      String id,
      String url,
      @JsonProperty("external_url") Optional<String> original,
      String title,
      @JsonProperty("content_text") String text,
      @JsonProperty("date_modified") Instant updated) {
    static ItemJson of(WebFeed.FeedEntry entry) {
      return new ItemJson(
          entry.id(),
          entry.page(),
          entry.original(),
          StrangersText.brief(entry.title(), WebFeed.TITLE),
          StrangersText.brief(entry.summary(), WebFeed.SUMMARY),
          entry.second());
    }
  }
}
