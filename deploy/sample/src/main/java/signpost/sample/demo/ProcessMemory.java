package signpost.sample.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The most memory that this process and its children held together, where /proc says so. */
final class ProcessMemory {
  private final AtomicLong peak = new AtomicLong();

  /** Looks once; call it now and then. */
  void look() {
    long now =
        Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
            .mapToLong(process -> residentKiB(process.pid()))
            .sum();
    peak.accumulateAndGet(now, Math::max);
  }

  /** Empty where the system does not tell. */
  OptionalLong peakMiB() {
    long kibibytes = peak.get();
    return kibibytes == 0 ? OptionalLong.empty() : OptionalLong.of(kibibytes / 1024);
  }

  private static long residentKiB(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0; // gone meanwhile, or a system without /proc
    }
  }
}
