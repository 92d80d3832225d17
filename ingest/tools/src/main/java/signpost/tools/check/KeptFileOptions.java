package signpost.tools.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The part of the command line about files that one run leaves to the next. */
final class KeptFileOptions {
  private static final Map<Character, Duration> UNITS =
      Map.of(
          's', Duration.ofSeconds(1),
          'm', Duration.ofMinutes(1),
          'h', Duration.ofHours(1),
          'd', Duration.ofDays(1));

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "problems that are known already: only others are told and fail")
  private @Nullable Path baseline;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "writes the problems there are for --baseline, and exits with 0")
  private @Nullable Path written;

  @Option(
      names = "--cache",
      paramLabel = "FILE",
      description = {
        "remembers what was fine, between runs: it is not asked for again",
        "(hosts that were given, and what redirects, are asked every time)"
      })
  private @Nullable Path cache;

  @Option(
      names = "--cache-age",
      paramLabel = "TIME",
      defaultValue = "1d",
      description = "how long --cache is believed, as 12h or 7d (default: ${DEFAULT-VALUE})")
  private String age = "1d";

  /** Whether all that is wrong is known from now on. */
  boolean writesBaseline() {
    return written != null;
  }

  /**
   * An age of the cache.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static Duration age(String text) {
    if (!text.matches("[0-9]{1,6}[smhd]")) {
      throw new IllegalArgumentException("'" + text + "' is no time such as 12h or 7d");
    }
    int last = text.length() - 1;
    long many = Long.parseLong(text.substring(0, last));
    return UNITS.getOrDefault(text.charAt(last), Duration.ZERO).multipliedBy(many);
  }

  /** What is written to must be of its kind, or new; the first reason why not. */
  Optional<String> problem() {
    return problem("--cache", cache, CheckCache.KIND)
        .or(() -> problem("--write-baseline", written, CheckBaseline.KIND));
  }

  private static Optional<String> problem(String option, @Nullable Path file, String kind) {
    if (file == null) {
      return Optional.empty();
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      return Optional.of(option + ": there is no folder for " + file + ".");
    }
    return KeptText.mayWrite(file, kind)
        ? Optional.empty()
        : Optional.of(
            option + ": " + file + " is something else, no " + kind + "; it is left alone.");
  }

  boolean caches() {
    return cache != null;
  }

  String age() {
    return age;
  }

  /** What is remembered; nothing, once told so, if the file is none of ours. */
  CheckCache cache(CheckCache.CacheTerms terms, Consumer<String> teller) {
    if (cache == null) {
      return CheckCache.none();
    }
    if (!Files.exists(cache)) {
      return CheckCache.empty(terms);
    }
    try {
      return CheckCache.read(cache, terms);
    } catch (KeptText.NotKept e) {
      teller.accept("The cache " + cache + " is begun anew: " + e.getMessage() + ".");
      return CheckCache.empty(terms);
    }
  }

  /** Keeps what is remembered; a check is not spoilt by a disk that is full. */
  void keep(CheckCache remembered, Consumer<String> teller) {
    if (cache == null) {
      return;
    }
    try {
      remembered.write(cache);
    } catch (IOException e) {
      teller.accept("The cache " + cache + " cannot be written: " + e.getMessage() + ".");
    }
  }

  /**
   * What is known already.
   *
   * @throws IllegalArgumentException saying why the file cannot be used
   */
  CheckBaseline baseline() {
    try {
      return baseline == null ? CheckBaseline.none() : CheckBaseline.read(baseline);
    } catch (KeptText.NotKept e) {
      throw new IllegalArgumentException(
          "the file " + baseline + " cannot be used: " + e.getMessage());
    }
  }

  void writeBaseline(CheckReport report, boolean suspects) throws IOException {
    if (written != null) {
      CheckBaseline.write(written, report, suspects);
    }
  }
}
