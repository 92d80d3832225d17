package signpost.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static signpost.evidence.MadeCaptures.PAGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.url.CanonicalUrl;

/** Who asked to be left out stays left out. */
final class RemovedAddressesTest {
  private static final KeepOutcome LEFT_OUT = new KeepOutcome.Unwanted(KeptOut.REMOVED);
  private static final CanonicalUrl SHORT = new CanonicalUrl("https://council.example/go/rent");

  @TempDir private Path temporary;

  @Test
  void removedAddressStaysLeftOutThoughItsFolderIsMovedAway() throws IOException {
    MadeCaptures page = MadeCaptures.of(PAGE);
    try (EvidenceStore store = open()) {
      store.take(page.says("One", 1, 0), true);
      store.remove(PAGE, "asked", MadeCaptures.START);
    }
    Files.move(folder(), temporary.resolve("aside"));
    try (EvidenceStore store = open()) {
      assertThat(store.take(page.says("Two", 2, 1), true)).isEqualTo(LEFT_OUT);
    }
  }

  @Test
  void removalIsOfEveryAddressThatLeadsThere() throws IOException {
    MadeCaptures led = MadeCaptures.of(SHORT).ledTo(PAGE.value());
    try (EvidenceStore store = open()) {
      store.take(led.says("One", 1, 0), true);
      store.take(led.says("One!", 1, 1), true);
      store.remove(PAGE, "asked", MadeCaptures.START);

      assertThat(store.mementos(SHORT))
          .isNotEmpty()
          .allSatisfy(it -> assertThat(it.removed()).isPresent());
      CanonicalUrl other = new CanonicalUrl("https://council.example/r");
      assertThat(store.take(MadeCaptures.of(other).ledTo(PAGE.value()).says("One", 1, 2), true))
          .isEqualTo(LEFT_OUT);
    }
    assertThat(EvidenceCheck.check(folder(), Optional.empty()).isWhole()).isTrue();
  }

  @Test
  void damagedFolderIsNotWrittenAndTheAddressIsLeftOutOfTheNext() throws IOException {
    MadeCaptures page = MadeCaptures.of(PAGE);
    try (EvidenceStore store = open()) {
      store.take(page.says("One", 1, 0), true);
    }
    Files.write(folder().resolve(EvidenceChain.NAME), new byte[] {'x', '\n'});
    RemovedAddresses.of(folder()).add(PAGE);
    assertThatThrownBy(this::open).isInstanceOf(EvidenceDamagedException.class);

    Files.move(folder(), temporary.resolve("aside"));
    try (EvidenceStore store = open()) {
      assertThat(store.take(page.says("Two", 2, 1), true)).isEqualTo(LEFT_OUT);
    }
  }

  private Path folder() {
    return temporary.resolve("evidence");
  }

  private EvidenceStore open() throws IOException {
    return EvidenceStore.open(EvidenceSettings.of(folder(), 64 << 20));
  }
}
