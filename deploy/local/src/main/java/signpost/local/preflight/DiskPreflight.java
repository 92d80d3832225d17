package signpost.local.preflight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import signpost.record.preflight.PreflightFinding;

/** Looks at the folder in which a part keeps what it knows; makes no folder. */
final class DiskPreflight {
  private static final String EDGE = "disk";

  /** Below it a part says of itself that it is not well. */
  private static final long LEAST = 100L << 20;

  /** What a first crawl, its broker's topics and an upgrade's copy come to, with room to spare. */
  private static final long AMPLE = 2L << 30;

  private DiskPreflight() {}

  static List<PreflightFinding> of(Path folder) {
    List<PreflightFinding> findings = new ArrayList<>();
    Path there = nearest(folder.toAbsolutePath().normalize());
    try {
      space(folder, there, findings);
      Files.delete(Files.createTempFile(there, "preflight", ".tmp"));
      findings.add(
          PreflightFinding.ok(
              EDGE,
              there.equals(folder.toAbsolutePath().normalize())
                  ? folder + " can be written."
                  : folder + " can be made."));
    } catch (IOException e) {
      findings.add(
          PreflightFinding.wrong(
              EDGE,
              "%s cannot be written by %s (%s)."
                  .formatted(there, System.getProperty("user.name"), e),
              "Make it writable, make room, or choose another with --data."));
    }
    return findings;
  }

  /** Of the file system itself: the table of what is mounted does not have it in a changed root. */
  private static void space(Path folder, Path there, List<PreflightFinding> findings) {
    long free = there.toFile().getUsableSpace();
    String what = "%,d MiB are free for %s.".formatted(free >> 20, folder);
    if (free < LEAST) {
      findings.add(PreflightFinding.wrong(EDGE, what, "Make room: 100 MiB are the least."));
    } else if (free < AMPLE) {
      findings.add(PreflightFinding.warning(EDGE, what, "Make room: 2 GiB are a good beginning."));
    } else {
      findings.add(PreflightFinding.ok(EDGE, what));
    }
  }

  private static Path nearest(Path folder) {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }
}
