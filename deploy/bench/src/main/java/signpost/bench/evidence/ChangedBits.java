package signpost.bench.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import signpost.evidence.EvidenceCheck;

/** Changes one bit at a time, anywhere in a folder of evidence, and looks whether it is found. */
final class ChangedBits {
  private final Path folder;
  private final Random random;

  ChangedBits(Path folder, long seed) {
    this.folder = folder;
    this.random = new Random(seed);
  }

  int found(int flips) throws IOException {
    List<Path> files;
    try (var all = Files.walk(folder)) {
      files = all.filter(it -> it.toFile().isFile() && it.toFile().length() > 0).sorted().toList();
    }
    int found = 0;
    for (int i = 0; i < flips; i++) {
      found += isFound(files.get(random.nextInt(files.size()))) ? 1 : 0;
    }
    return found;
  }

  private boolean isFound(Path file) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    byte[] changed = whole.clone();
    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    Files.write(file, changed);
    boolean found = !EvidenceCheck.check(folder, Optional.empty()).isWhole();
    Files.write(file, whole);
    return found;
  }
}
