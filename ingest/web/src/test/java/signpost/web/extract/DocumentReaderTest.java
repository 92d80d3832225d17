package signpost.web.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import signpost.kit.Documents;
import signpost.url.WebUrl;
import signpost.web.document.PdfFile;
import signpost.web.extract.ReadOutcome.UnreadableReason;

class DocumentReaderTest {
  private static final WebUrl BASE = WebUrl.of("https://example.org/files/framework");
  private static final String PDF = "application/pdf";
  private static final DocumentReader DOCUMENTS =
      new DocumentReader(
          new DocumentReader.DocumentLimits(Duration.ofMinutes(5), 200, 50 << 20),
          DocumentWorkerMain.class.getName());
  private static final MediaPageReader READER =
      new MediaPageReader(PublisherRules.builtIn(), DOCUMENTS);

  @AfterAll
  static void close() {
    READER.close();
  }

  @Test
  void pdfIsReadWithTitlePagesParagraphsAndLinks() throws IOException {
    ReadablePage page = Pages.page(read(Documents.pdf(3), PDF));
    assertThat(page.title()).isEqualTo("Trauma-Informed Wales Framework");
    assertThat(page.pages()).isEqualTo(3);
    assertThat(page.media()).isEqualTo(MediaKind.PDF);
    assertThat(page.blocks().getFirst())
        .isEqualTo(TextBlock.heading(1, "Trauma-Informed Wales Framework"));
    assertThat(page.text())
        .contains("approach on page 2 recognises that everyone has a role in it.")
        .doesNotContainPattern("(?m)^3$");
    assertThat(page.outlinks()).hasSize(1);
    assertThat(page.outlinks().getFirst().url())
        .isEqualTo(WebUrl.of("https://traumaframeworkcymru.com/summary"));
    assertThat(page.outlinks().getFirst().text()).isEqualTo("Read the summary of the framework");
    assertThat(page.outlinks().getFirst().heading()).isEqualTo("Trauma-Informed Wales Framework");
  }

  @Test
  void pdfWrittenAgainHasTheSameFingerprint() throws IOException {
    assertThat(Pages.page(read(Documents.pdf(2), PDF)).fingerprint())
        .isEqualTo(Pages.page(read(Documents.pdf(2), PDF)).fingerprint());
  }

  @Test
  void wordFileIsReadInOrder() throws IOException {
    ReadablePage page = Pages.page(read(Documents.docx(), ""));
    assertThat(page.title()).isEqualTo("Snap guide");
    assertThat(page.blocks())
        .containsExactly(
            TextBlock.heading(1, "Snap guide"),
            TextBlock.paragraph(
                "Trauma-informed practice starts with the definition in the working definition"),
            new TextBlock(TextBlock.BlockKind.ITEM, 1, "first point"),
            new TextBlock(TextBlock.BlockKind.ROW, 0, "Monday\t9 to 5"));
    assertThat(page.outlinks())
        .containsExactly(
            new Outlink(
                WebUrl.of("https://www.gov.uk/working-definition"),
                "the working definition",
                "Snap guide",
                Optional.empty()));
  }

  @Test
  void eachWayADocumentFailsHasItsReason() throws IOException {
    byte[] whole = Documents.pdf(2);
    assertThat(reason(read(Documents.lockedPdf(), PDF))).isEqualTo(UnreadableReason.ENCRYPTED);
    assertThat(reason(read(Arrays.copyOf(whole, 40), PDF))).isEqualTo(UnreadableReason.DAMAGED);
    assertThat(reason(read(Documents.emptyPdf(), PDF))).isEqualTo(UnreadableReason.EMPTY);
    assertThat(reason(read(Documents.pdf(PdfFile.MOST_PAGES + 1), PDF)))
        .isEqualTo(UnreadableReason.TOO_BIG);
    assertThat(reason(read(Documents.docxBomb(), ""))).isEqualTo(UnreadableReason.TOO_BIG);
    assertThat(reason(read(Documents.pdfBomb(), PDF))).isEqualTo(UnreadableReason.TOO_BIG);
    assertThat(reason(read("<html><p>Log in to read</p>".getBytes(UTF_8), PDF)))
        .isEqualTo(UnreadableReason.NOT_WHAT_IT_SAYS);
    assertThat(reason(read(new byte[] {0, 1, 2, 3, 0}, "image/png")))
        .isEqualTo(UnreadableReason.UNSUPPORTED);
    assertThat(reason(read(new byte[0], PDF))).isEqualTo(UnreadableReason.EMPTY);
  }

  @Test
  void pdfServedAsHtmlIsReadAsPdf() throws IOException {
    assertThat(Pages.page(read(Documents.pdf(1), "text/html")).media()).isEqualTo(MediaKind.PDF);
  }

  @Test
  void killedWorkerIsReplaced() throws IOException {
    read(Documents.pdf(1), PDF);
    long first = DOCUMENTS.workerPid().orElseThrow();
    ProcessHandle.of(first).orElseThrow().destroyForcibly();
    ProcessHandle.of(first).ifPresent(gone -> gone.onExit().join());
    assertThat(read(Documents.pdf(1), PDF)).isInstanceOf(ReadOutcome.Read.class);
    assertThat(DOCUMENTS.workerPid().orElseThrow()).isNotEqualTo(first);
  }

  @Test
  void workerIsReplacedAfterItsShareOfDocuments() throws IOException {
    DocumentReader.DocumentLimits two =
        new DocumentReader.DocumentLimits(Duration.ofMinutes(5), 2, 1 << 20);
    try (DocumentReader documents = new DocumentReader(two, DocumentWorkerMain.class.getName())) {
      documents.read(MediaKind.PDF, Documents.pdf(1), BASE);
      long first = documents.workerPid().orElseThrow();
      documents.read(MediaKind.PDF, Documents.pdf(1), BASE);
      assertThat(documents.workerPid()).contains(first);
      documents.read(MediaKind.PDF, Documents.pdf(1), BASE);
      assertThat(documents.workerPid().orElseThrow()).isNotEqualTo(first);
    }
  }

  @Test
  void workerThatHangsIsKilledAndTheDocumentTimesOut() throws IOException {
    DocumentReader.DocumentLimits hasty =
        new DocumentReader.DocumentLimits(Duration.ofMillis(300), 2, 1 << 20);
    try (DocumentReader documents = new DocumentReader(hasty, SleepyWorker.class.getName())) {
      assertThat(reason(documents.read(MediaKind.PDF, Documents.pdf(1), BASE)))
          .isEqualTo(UnreadableReason.TIMED_OUT);
      assertThat(documents.workerPid()).isEmpty();
    }
  }

  @Test
  void pdfThatIsNeverDoneTimesOut() throws IOException {
    DocumentReader.DocumentLimits hasty =
        new DocumentReader.DocumentLimits(Duration.ofSeconds(1), 2, 1 << 20);
    try (DocumentReader documents = new DocumentReader(hasty, DocumentWorkerMain.class.getName())) {
      assertThat(documents.read(MediaKind.PDF, Documents.endlessPdf(), BASE))
          .isEqualTo(new ReadOutcome.Unreadable(UnreadableReason.TIMED_OUT, "not read within 1 s"));
    }
  }

  @Test
  void workerThatCannotStartIsDead() throws IOException {
    try (DocumentReader documents =
        new DocumentReader(DocumentReader.DocumentLimits.USUAL, "no.such.Main")) {
      assertThat(reason(documents.read(MediaKind.PDF, Documents.pdf(1), BASE)))
          .isEqualTo(UnreadableReason.WORKER_DIED);
    }
  }

  private static UnreadableReason reason(ReadOutcome outcome) {
    assertThat(outcome).isInstanceOf(ReadOutcome.Unreadable.class);
    return ((ReadOutcome.Unreadable) outcome).reason();
  }

  private static ReadOutcome read(byte[] bytes, String contentType) {
    return READER.read(bytes, Optional.of(contentType), BASE);
  }
}
