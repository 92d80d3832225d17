package signpost.ingest.extract;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import signpost.events.WebUrl;
import signpost.ingest.fetch.FetchOutcome;

/** Turns the bytes of an answer into what a person would read. Never throws on bad input. */
public interface PageReader {

  /**
   * Reads one answer.
   *
   * @param contentType the value of the {@code Content-Type} header
   * @param base where the bytes came from, after redirects
   * @param usualLength characters the last good reading gave, to recognise a failed extraction
   */
  ReadOutcome read(
      byte[] bytes, Optional<String> contentType, WebUrl base, OptionalInt usualLength);

  /** Reads one answer of a page not known before. */
  default ReadOutcome read(byte[] bytes, Optional<String> contentType, WebUrl base) {
    return read(bytes, contentType, base, OptionalInt.empty());
  }

  /** Reads what a visit brought. A body that was cut off is never more than doubtful. */
  default ReadOutcome read(FetchOutcome.Answered answer, OptionalInt usualLength) {
    ReadOutcome outcome =
        read(
            answer.body().bytes(),
            answer.headers().first("content-type"),
            answer.finalUrl(),
            usualLength);
    return answer.body().truncated() && outcome instanceof ReadOutcome.Read(ReadablePage page)
        ? new ReadOutcome.Doubtful(page, "the answer was cut off at our limit")
        : outcome;
  }

  /** Reads what a visit to a page not known before brought. */
  default ReadOutcome read(FetchOutcome.Answered answer) {
    return read(answer, OptionalInt.empty());
  }

  /**
   * Every page address in an HTML answer, navigation included: for crawling a source, where
   * outlinks of the readable part would miss what only a menu leads to.
   */
  List<WebUrl> links(byte[] bytes, Optional<String> contentType, WebUrl base);
}
