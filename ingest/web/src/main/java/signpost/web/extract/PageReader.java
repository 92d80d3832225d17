package signpost.web.extract;

import java.util.List;
import java.util.Optional;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;

/** Turns the bytes of an answer into what a person would read. Never throws on bad input. */
public interface PageReader {

  /**
   * Reads one answer.
   *
   * @param contentType the value of the {@code Content-Type} header
   * @param base where the bytes came from, after redirects
   */
  ReadOutcome read(byte[] bytes, Optional<String> contentType, WebUrl base);

  /** Reads what a visit brought. A body that was cut off is never more than doubtful. */
  default ReadOutcome read(FetchOutcome.Answered answer) {
    ReadOutcome outcome =
        read(answer.body().bytes(), answer.headers().first("content-type"), answer.finalUrl());
    return answer.body().truncated() && outcome instanceof ReadOutcome.Read(ReadablePage page)
        ? new ReadOutcome.Doubtful(page, "the answer was cut off at our limit")
        : outcome;
  }

  /** The page a visit brought, where it brought one that could be read well. */
  default Optional<ReadablePage> pageOf(FetchOutcome outcome) {
    return outcome instanceof FetchOutcome.Answered answer
            && read(answer) instanceof ReadOutcome.Read(ReadablePage page)
        ? Optional.of(page)
        : Optional.empty();
  }

  /** Why each line of an HTML page is read or not; empty for anything else. */
  default Optional<PageExplanation> explain(
      byte[] bytes, Optional<String> contentType, WebUrl base) {
    return Optional.empty();
  }

  /** The rule by which pages of a host are read; one that knows nothing, where there is none. */
  default PublisherRule ruleFor(WebUrl url) {
    return PublisherRule.NONE;
  }

  /** Whether a page's publisher has records of its own that may be asked for. */
  default boolean hasRecord(WebUrl page) {
    return ruleFor(page).contentApi() && GovUkContent.addressFor(page).isPresent();
  }

  /**
   * Every page address in an HTML answer, navigation included: for crawling a source, where
   * outlinks of the readable part would miss what only a menu leads to.
   */
  List<WebUrl> links(byte[] bytes, Optional<String> contentType, WebUrl base);
}
