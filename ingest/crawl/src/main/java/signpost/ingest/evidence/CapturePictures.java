package signpost.ingest.evidence;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import signpost.evidence.Memento;
import signpost.ingest.BrowserConfig;
import signpost.record.meter.SignpostMeter;
import signpost.url.WebUrl;
import signpost.web.browser.BrowserOutcome.NoBrowser;
import signpost.web.browser.KeptPage;
import signpost.web.browser.PageBrowser;
import signpost.web.browser.PagePicture;
import signpost.web.browser.PictureOutcome;
import signpost.web.browser.RenderedReading;
import signpost.web.extract.MediaKind;
import signpost.web.extract.PageReader;
import signpost.web.fetch.ResponseBody;

/** What captured pages looked like: made when somebody asks, and kept for whoever asks next. */
@Singleton
public final class CapturePictures {
  private final OpenEvidence evidence;
  private final BrowserConfig config;
  private final PageBrowser browser;
  private final PageReader reader;
  private final MeterRegistry meters;

  CapturePictures(
      OpenEvidence evidence,
      BrowserConfig config,
      PageBrowser browser,
      PageReader reader,
      MeterRegistry meters) {
    this.evidence = evidence;
    this.config = config;
    this.browser = browser;
    this.reader = reader;
    this.meters = meters;
  }

  /** The picture that is kept of a memento. */
  public Optional<PagePicture> kept(Memento memento) throws IOException {
    return evidence.open().picture(memento);
  }

  /**
   * The picture of a memento, made now where none is kept.
   *
   * @throws IOException if the capture cannot be read, or the picture not be kept
   */
  public PictureOutcome take(Memento memento) throws IOException {
    Optional<PagePicture> kept = kept(memento);
    if (kept.isPresent()) {
      return kept.get();
    }
    PictureOutcome outcome = made(memento);
    SignpostMeter.PICTURES.count(meters, outcome.getClass().getSimpleName());
    if (outcome instanceof PagePicture picture) {
      evidence.open().keep(memento, picture);
    }
    return outcome;
  }

  private PictureOutcome made(Memento memento) throws IOException {
    if (!config.browser()) {
      return new NoBrowser("signpost.browser is off");
    }
    byte[] body = evidence.body(memento);
    if (MediaKind.of(body, memento.type()) != MediaKind.HTML) {
      return new PictureOutcome.NoPage();
    }
    WebUrl at = memento.base();
    return RenderedReading.isNeeded(reader.read(body, memento.type(), at))
        ? new PictureOutcome.NothingWithoutScripts()
        : browser.picture(new KeptPage(at, memento.media(), ResponseBody.of(body)));
  }
}
