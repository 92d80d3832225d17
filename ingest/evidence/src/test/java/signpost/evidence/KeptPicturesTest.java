package signpost.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.evidence.MadeCaptures.PAGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.url.CanonicalUrl;
import signpost.web.browser.PagePicture;

final class KeptPicturesTest {
  private static final CanonicalUrl OTHER = new CanonicalUrl("https://charity.example/debt");
  private static final PagePicture PICTURE = PagePicture.of(new byte[100], 50_000);

  @TempDir private Path folder;

  private EvidenceStore open() throws IOException {
    return EvidenceStore.open(EvidenceSettings.of(folder, Long.MAX_VALUE));
  }

  private static Memento captured(EvidenceStore store, CanonicalUrl address) throws IOException {
    store.take(MadeCaptures.of(address).says("Ring us.", 1, 0), true);
    return store.mementos(address).getFirst();
  }

  @Test
  void pictureIsFoundAgainAndKnowsHowLongThePageIs() throws IOException {
    try (EvidenceStore store = open()) {
      Memento page = captured(store, PAGE);
      assertThat(store.picture(page)).isEmpty();

      store.keep(page, PICTURE);

      PagePicture found = store.picture(page).orElseThrow();
      assertThat(found.png()).hasSize(100);
      assertThat(found.pageHeight()).isEqualTo(50_000);
      assertThat(store.picture(captured(store, OTHER))).isEmpty();
    }
    assertThat(EvidenceCheck.check(folder, Optional.empty()).findings()).isEmpty();
  }

  @Test
  void picturesGoWhenCapturesAreRemovedAndDoNotComeBack() throws IOException {
    try (EvidenceStore store = open()) {
      Memento page = captured(store, PAGE);
      Memento other = captured(store, OTHER);
      store.keep(page, PICTURE);
      store.keep(other, PICTURE);

      store.remove(PAGE, "asked for", MadeCaptures.START);
      store.keep(page, PICTURE); // by whoever drew it meanwhile

      assertThat(store.picture(page)).isEmpty();
      assertThat(store.picture(other)).as("it may have led there").isEmpty();
    }
  }

  @Test
  void oldestGoWhenThereAreTooMany() throws IOException {
    Memento first;
    Memento second;
    try (EvidenceStore store = open()) {
      first = captured(store, PAGE);
      second = captured(store, OTHER);
    }
    KeptPictures pictures = new KeptPictures(folder, 150);
    pictures.put(first, PICTURE);
    try (var files = Files.list(folder.resolve(KeptPictures.FOLDER))) {
      Files.setLastModifiedTime(files.findFirst().orElseThrow(), FileTime.from(Instant.EPOCH));
    }

    pictures.put(second, PICTURE);

    assertThat(pictures.find(first)).isEmpty();
    assertThat(pictures.find(second)).isPresent();
  }
}
