package signpost.local.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import signpost.record.backup.OwnersFile;

/** Files and folders that were put in their places, and can be taken back. */
final class FileMoves {
  private final Deque<FileMove> done = new ArrayDeque<>();

  private record FileMove(Path from, Path to) {}

  void move(Path from, Path to) throws IOException {
    OwnersFile.move(from, to);
    done.push(new FileMove(from, to));
  }

  /** Takes them back, the last first; returns what could not be, which stays where it is. */
  List<Path> undo() {
    List<Path> left = new ArrayList<>();
    while (!done.isEmpty()) {
      FileMove last = done.pop();
      try {
        OwnersFile.moveBack(last.from(), last.to());
      } catch (IOException _) {
        left.add(last.to());
      }
    }
    return left;
  }
}
