package signpost.search.embed;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.EngineException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is said of a model that cannot run. */
final class UnusableModelTest {

  @Test
  void libraryOfAnotherMachineCannotRunHere() {
    Throwable thrown =
        new ExceptionInInitializerError(
            new IllegalStateException(new UnsatisfiedLinkError("no such instruction")));
    assertThat(UnusableModelException.of(thrown))
        .hasMessageContaining("cannot run here")
        .hasMessageContaining("no such instruction");
  }

  @Test
  void whateverKeptItsFilesFromBeingUnpackedIsSaidToBeThat() {
    Throwable thrown =
        new EngineException(
            "Failed to load Huggingface native library.",
            new IllegalStateException(new IOException("Input/output error")));
    assertThat(UnusableModelException.of(thrown))
        .hasMessageContaining("could not be unpacked")
        .hasMessageContaining("Input/output error")
        .hasMessageNotContaining("cannot run here");
  }

  @Test
  void whatWasNotUnpackedForWantOfRoomMayRunAtTheNextStart() {
    Throwable thrown =
        new ExceptionInInitializerError(
            new IllegalStateException(new IOException("No space left on device")));
    assertThat(UnusableModelException.of(thrown))
        .hasMessageContaining("the disk is full")
        .hasMessageContaining("when search starts anew")
        .hasMessageNotContaining("cannot run here");
  }
}
