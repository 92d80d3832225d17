package signpost.sample.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.local.MachineFolder;
import signpost.tools.CannotStartException;

/**
 * What the demo keeps: the parts' data and where its clock stood, so that a second start carries
 * on.
 */
record DemoFolder(Path path) {
  private static final String CLOCK = "clock";

  /**
   * Where the clock starts: where an unfinished demo left it, else at day 0 in an empty folder.
   *
   * @throws CannotStartException when the folder holds something that no demo made
   */
  Instant begin(Instant dayZero, Instant end, boolean afresh) {
    try (MachineFolder held = MachineFolder.hold(path)) {
      Optional<Instant> stood = stoodAt();
      if (stood.isPresent() && !afresh && stood.get().isBefore(end)) {
        return stood.get();
      }
      if (stood.isEmpty() && !rest(held.path()).isEmpty()) {
        throw new CannotStartException(
            "The folder %s holds something that is not a demo's. Choose another with --data."
                .formatted(held.path()));
      }
      empty(held.path());
      keep(dayZero);
      return dayZero;
    } catch (IOException e) {
      throw new CannotStartException(
          "The demo's folder %s cannot be prepared (%s).".formatted(path, e), e);
    }
  }

  /** Remembers where the clock stands. */
  void keep(Instant now) throws IOException {
    Files.writeString(path.resolve(CLOCK), now.toString());
  }

  private Optional<Instant> stoodAt() throws IOException {
    Path clock = path.resolve(CLOCK);
    if (!Files.exists(clock)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(Files.readString(clock).strip()));
    } catch (DateTimeParseException e) {
      return Optional.of(Instant.MAX); // a demo's, but torn: begin again
    }
  }

  private static List<Path> rest(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !MachineFolder.isLock(file)).toList();
    }
  }

  private static void empty(Path folder) throws IOException {
    for (Path old : rest(folder)) {
      try (Stream<Path> files = Files.walk(old)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
