package signpost.tools;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Says in one sentence that a fault of our own ended a command, and where more is written. */
public final class CommandFault {
  private CommandFault() {}

  /** Writes the trace to the log, or to a file of its own where the log is the terminal. */
  public static void tell(Throwable fault, PrintWriter err) {
    err.printf("signpost: a fault of its own: %s%s%n", sentence(fault), where(fault));
  }

  private static String sentence(Throwable fault) {
    String said = Optional.ofNullable(fault.getMessage()).orElse("").strip();
    String words = said.isEmpty() ? fault.getClass().getSimpleName() : said;
    String line = words.replaceAll("\\s+", " ");
    return line.endsWith(".") ? line : line + ".";
  }

  private static String where(Throwable fault) {
    Optional<Path> log = LogFile.current();
    if (log.isPresent()) {
      LoggerFactory.getLogger(CommandFault.class)
          .error("Signpost stopped by a fault of its own", fault);
      return " The log is " + log.get();
    }
    try {
      Path file = Files.createTempFile("signpost-fault-", ".log");
      try (PrintWriter trace = new PrintWriter(Files.newBufferedWriter(file))) {
        fault.printStackTrace(trace);
      }
      return " More is in " + file;
    } catch (IOException e) {
      return " More could not be written to a file (" + e.getMessage() + ")";
    }
  }
}
