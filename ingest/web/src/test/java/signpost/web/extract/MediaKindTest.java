package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import signpost.kit.Documents;
import signpost.web.document.ZippedFiles;

class MediaKindTest {
  @Test
  void documentsAreToldByTheirBytes() throws IOException {
    assertThat(kind(Documents.pdf(1))).isEqualTo(MediaKind.PDF);
    assertThat(kind(Documents.docx())).isEqualTo(MediaKind.DOCX);
    assertThat(kind(ZippedFiles.openText("").bytes())).isEqualTo(MediaKind.ODT);
    assertThat(kind(ZippedFiles.epub("", "").bytes())).isEqualTo(MediaKind.EPUB);
    assertThat(kind(new ZippedFiles().with("ppt/presentation.xml", "").bytes()))
        .isEqualTo(MediaKind.PPTX);
    assertThat(kind(new ZippedFiles().with("photo.jpg", "").bytes())).isEqualTo(MediaKind.OTHER);
  }

  @ParameterizedTest
  @CsvSource({
    "guide.docx, DOCX",
    "guide.DOTX, DOCX",
    "talk.ppsx, PPTX",
    "notes.odt, ODT",
    "book.epub, EPUB",
    "leaflet.pdf, PDF"
  })
  void labelOfAFilesNameIsThatOfItsKind(String name, MediaKind kind) {
    assertThat(MediaKind.labelled(MediaKind.documentLabel(name))).isEqualTo(kind);
    assertThat(kind.isDocument()).isTrue();
  }

  @Test
  void otherFilesHaveNoDocumentsLabel() {
    assertThat(MediaKind.documentLabel("page.html")).isEmpty();
  }

  private static MediaKind kind(byte[] bytes) {
    return MediaKind.of(bytes, Optional.of("application/octet-stream"));
  }
}
