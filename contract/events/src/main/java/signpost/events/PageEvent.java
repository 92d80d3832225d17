package signpost.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import signpost.url.CanonicalUrl;

/** The current readable page of one URL. A tombstone says it is no longer watched. */
public sealed interface PageEvent extends Event {

  /**
   * {@code text} holds at most this many UTF-16 units; {@code truncated} says when more was there.
   */
  int MAX_TEXT = 256 * 1024;

  @Override
  default String topic() {
    return Topics.PAGES;
  }

  /**
   * What a reader finds there. {@code source} is the id of the source it was crawled for, {@code
   * changedAt} the last confirmed revision, {@code media} one of html, pdf, docx, pptx, odt, epub,
   * text, {@code pages} the page count of a document (0 for HTML), {@code ignored} the first words
   * of each place that changes at most visits, so that changes of it are not told, {@code
   * translations} where the page says it is in other languages (both absent in older records).
   */
  record PageRead(
      CanonicalUrl page,
      String finalUrl,
      String title,
      String lead,
      String text,
      @JsonProperty(required = true) boolean truncated,
      List<String> headings,
      Optional<String> language,
      List<PageLink> outlinks,
      String media,
      @JsonProperty(required = true) int pages,
      Instant fetchedAt,
      Optional<Instant> changedAt,
      Optional<String> source,
      String fingerprint,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> ignored,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<PageTranslation> translations)
      implements PageEvent {
    public PageRead {
      Objects.requireNonNull(page, "page");
      Objects.requireNonNull(finalUrl, "finalUrl");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(lead, "lead");
      Objects.requireNonNull(text, "text");
      headings = List.copyOf(headings);
      Objects.requireNonNull(language, "language");
      outlinks = List.copyOf(outlinks);
      Objects.requireNonNull(media, "media");
      Objects.requireNonNull(fetchedAt, "fetchedAt");
      Objects.requireNonNull(changedAt, "changedAt");
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(fingerprint, "fingerprint");
      ignored = List.copyOf(ignored);
      translations = List.copyOf(translations);
    }

    @Override
    public String key() {
      return page.value();
    }
  }

  /** The same page in another language; {@code language} is a BCP 47 tag. */
  record PageTranslation(String language, CanonicalUrl page) {
    public PageTranslation {
      Objects.requireNonNull(language, "language");
      Objects.requireNonNull(page, "page");
    }
  }

  /** A link on a page, with its words and the heading it stands under (empty where none). */
  record PageLink(CanonicalUrl url, String text, String heading) {
    public PageLink {
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(heading, "heading");
    }
  }
}
