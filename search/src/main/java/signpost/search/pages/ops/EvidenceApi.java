package signpost.search.pages.ops;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import signpost.search.audit.Audited;

/** What was kept of pages, which ingest has; it may take its time to read a file or draw a page. */
@Client("evidence")
interface EvidenceApi {

  /** What was kept of one page. */
  @Get("/api/evidence/captures{?url}")
  Optional<PageCaptures> captures(@QueryValue String url);

  /** One page as it was, as a document that runs nothing. */
  @Get("/api/evidence/memento{?url,at}")
  @Consumes(MediaType.TEXT_HTML)
  Optional<String> memento(@QueryValue String url, @QueryValue String at);

  /** What was captured, byte for byte. */
  @Get("/api/evidence/file{?url,at}")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  Optional<byte[]> file(@QueryValue String url, @QueryValue String at);

  /** Takes the picture of a capture, unless it was taken before. */
  @Audited("draw a kept page")
  @Post("/api/evidence/picture")
  Optional<CapturePicture> take(@Body CaptureAddress capture);

  /** The picture that was taken, as a PNG. */
  @Get("/api/evidence/picture{?url,at}")
  @Consumes(MediaType.IMAGE_PNG)
  Optional<byte[]> picture(@QueryValue String url, @QueryValue String at);

  /** What was kept of a page, oldest first; {@code notKept}: why nothing more is. */
  @Serdeable
  record PageCaptures(String url, @Nullable String notKept, @Nullable List<KeptCapture> captures) {
    List<KeptCapture> lines() {
      return captures == null ? List.of() : captures;
    }
  }

  /** One capture; {@code last}: only the last reading, of which nothing was told. */
  @Serdeable
  record KeptCapture(
      Instant at,
      int revision,
      @Nullable String trouble,
      int status,
      @Nullable String media,
      boolean last,
      @Nullable String removed) {

    /** Whether it is a file to take away, and no page. */
    public boolean isFile() {
      return media != null && !media.isBlank() && !media.toLowerCase(Locale.ROOT).contains("html");
    }
  }

  /** Which capture. */
  @Serdeable
  record CaptureAddress(String url, Instant at) {}

  /** What came of taking a picture: a clause, and its size in pixels, 0 where there is none. */
  @Serdeable
  record CapturePicture(String words, int width, int height) {
    public boolean isThere() {
      return width > 0;
    }
  }
}
