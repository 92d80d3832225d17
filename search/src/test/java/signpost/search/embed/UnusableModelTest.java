package signpost.search.embed;

import static org.assertj.core.api.Assertions.assertThat;

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
