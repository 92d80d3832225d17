package signpost.web.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A process and all it has started: how much memory they hold, and their end. */
final class ProcessTree {
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  /**
   * What a process maps of Chromium and its libraries, in kB; what it maps of other files beyond is
   * memory that it shares, where {@code /dev/shm} is small and Chromium does without.
   */
  private static final long PROGRAM = 320 << 10;

  private final ProcessHandle root;
  private final String mark;
  private final Set<ProcessHandle> seen = ConcurrentHashMap.newKeySet();

  /** {@code mark}: stands in the command line of those who left the family, and of no other. */
  ProcessTree(ProcessHandle root, String mark) {
    this.root = root;
    this.mark = mark;
  }

  /**
   * Bytes that they hold together, without the program itself. Nothing where the system has no
   * {@code /proc}.
   */
  long memory() {
    return look().stream().mapToLong(ProcessTree::memory).sum();
  }

  /** Whoever is alive now; remembered, for children outlive their parents. */
  private List<ProcessHandle> look() {
    List<ProcessHandle> now = Stream.concat(Stream.of(root), root.descendants()).toList();
    seen.addAll(now);
    return now;
  }

  private static long memory(ProcessHandle process) {
    try {
      return held(Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")));
    } catch (IOException _) {
      return 0; // It has ended.
    }
  }

  /** Of the lines of {@code /proc/PID/status}, in kB. */
  static long held(List<String> status) {
    long kilobytes = 0;
    for (String line : status) {
      long size = isSize(line) ? Long.parseLong(line.replaceAll("\\D", "")) : 0;
      kilobytes += line.startsWith("RssFile:") ? Math.max(0, size - PROGRAM) : size;
    }
    return kilobytes << 10;
  }

  private static boolean isSize(String line) {
    return line.startsWith("RssAnon:")
        || line.startsWith("RssShmem:")
        || line.startsWith("RssFile:");
  }

  /** Ends all of them at once. */
  void kill() {
    look();
    ProcessHandle.allProcesses()
        .filter(it -> it.info().commandLine().orElse("").contains(mark))
        .forEach(seen::add);
    seen.forEach(ProcessHandle::destroyForcibly);
  }

  /**
   * Ends them until none of them does anything any more, for what is ended may just have started
   * another; false if one still does after that time.
   */
  boolean ended(Duration wait) {
    long until = System.nanoTime() + wait.toNanos();
    while (killedAndRuns()) {
      if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return true;
  }

  private boolean killedAndRuns() {
    kill();
    return seen.stream().anyMatch(ProcessTree::runs);
  }

  /** What has ended and was not yet buried by its parent has no command line. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().commandLine().isPresent();
  }
}
