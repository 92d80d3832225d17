package signpost.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of three megabytes that a test fills; without the right to mount one it is skipped. */
public final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts it over a folder. */
  public static SmallDisk over(Path folder) {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder.toString()),
        "only root may mount a small disk");
    return new SmallDisk(folder);
  }

  /** Leaves no room; whoever deletes the file that is returned makes room again. */
  public Path fill() throws IOException {
    Path filler = folder.resolve("filler");
    try (OutputStream out = Files.newOutputStream(filler)) {
      byte[] some = new byte[4096];
      while (true) {
        out.write(some);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
    return filler;
  }

  @Override
  public void close() {
    run("umount", "-l", folder.toString());
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
