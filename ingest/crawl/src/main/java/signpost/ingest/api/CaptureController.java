package signpost.ingest.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import signpost.evidence.Memento;
import signpost.ingest.evidence.CapturePictures;
import signpost.ingest.evidence.OpenEvidence;
import signpost.url.CanonicalUrl;
import signpost.web.browser.PagePicture;

/** One capture: its bytes as they came, and what it looked like. */
@Controller(EvidenceController.BASE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CaptureController {
  private final OpenEvidence evidence;
  private final CapturePictures pictures;

  CaptureController(OpenEvidence evidence, CapturePictures pictures) {
    this.evidence = evidence;
    this.pictures = pictures;
  }

  /** Its bytes. Whoever shows them is told that they are no page. */
  @Get(value = "/file", produces = MediaType.APPLICATION_OCTET_STREAM)
  HttpResponse<?> file(@QueryValue String url, @QueryValue Instant at) throws IOException {
    Optional<Memento> memento = memento(url, at);
    return memento.isEmpty()
        ? unknown(url, at)
        : HttpResponse.ok(evidence.body(memento.get()))
            .header("Content-Disposition", "attachment")
            .header("X-Content-Type-Options", "nosniff");
  }

  /** Takes the picture, unless one is kept. */
  @Post("/picture")
  HttpResponse<?> take(@Body CaptureAddress capture) throws IOException {
    Optional<Memento> memento = memento(capture.url(), capture.at());
    return memento.isEmpty()
        ? unknown(capture.url(), capture.at())
        : HttpResponse.ok(PictureStatus.of(pictures.take(memento.get())));
  }

  /** The picture that was taken. */
  @Get(value = "/picture", produces = MediaType.IMAGE_PNG)
  HttpResponse<?> picture(@QueryValue String url, @QueryValue Instant at) throws IOException {
    Optional<Memento> memento = memento(url, at);
    Optional<PagePicture> kept =
        memento.isEmpty() ? Optional.empty() : pictures.kept(memento.get());
    return kept.isEmpty() ? unknown(url, at) : HttpResponse.ok(kept.get().png());
  }

  private Optional<Memento> memento(String url, Instant at) throws IOException {
    Optional<CanonicalUrl> address = CanonicalUrl.parse(url);
    return address.isEmpty() ? Optional.empty() : evidence.memento(address.get(), at);
  }

  private static HttpResponse<?> unknown(String url, Instant at) {
    return UnknownProblem.answer("There is no such thing of " + url + " at " + at);
  }
}
