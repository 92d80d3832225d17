package signpost.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.evidence.MadeCaptures.PAGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.evidence.EvidenceFinding.Altered;
import signpost.evidence.EvidenceFinding.Noted;

/** What a process leaves among held readings when it dies. */
final class HeldCapturesTest {
  private final MadeCaptures page = MadeCaptures.of(PAGE);
  @TempDir private Path temporary;
  private Path folder;
  private Path held;

  @BeforeEach
  void hold() throws IOException {
    folder = temporary.resolve("evidence");
    held = folder.resolve(HeldCaptures.FOLDER);
    try (EvidenceStore store = open()) {
      store.take(page.says("One", 1, 0), true);
      store.take(page.says("One!", 1, 1), true);
    }
  }

  @Test
  void readingThatWasBegunIsNoTamperingAndGoesAtTheNextStart() throws IOException {
    String name = files().getFirst().getFileName().toString();
    Files.write(held.resolve(name.substring(0, 32) + ".new"), new byte[] {1, 2, 3});
    assertThat(findings()).singleElement().isInstanceOf(Noted.class);

    open().close();
    assertThat(findings()).isEmpty();
  }

  @Test
  void ofTwoReadingsOfOnePageTheLaterStaysAtTheNextStart() throws IOException {
    Path earlier = files().getFirst();
    Path aside = temporary.resolve("aside");
    Files.copy(earlier, aside);
    try (EvidenceStore store = open()) {
      store.take(page.says("One!!", 1, 2), true);
    }
    Path later = files().getFirst();
    Files.move(aside, earlier, StandardCopyOption.REPLACE_EXISTING);

    open().close();
    assertThat(files()).containsExactly(later);
  }

  @Test
  void readingThatIsNotAsItWasWrittenIsTampering() throws IOException {
    Files.write(files().getFirst(), new byte[] {1, 2, 3});
    assertThat(findings()).singleElement().isInstanceOf(Altered.class);
  }

  private EvidenceStore open() throws IOException {
    return EvidenceStore.open(EvidenceSettings.of(folder, 64 << 20));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(held)) {
      return all.sorted().toList();
    }
  }

  private List<EvidenceFinding> findings() throws IOException {
    return EvidenceCheck.check(folder, Optional.empty()).findings();
  }
}
