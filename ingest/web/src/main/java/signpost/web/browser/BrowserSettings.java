package signpost.web.browser;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What one page may take of a browser.
 *
 * @param chromium the program
 * @param sandbox whether Chromium locks its own processes in; it cannot as root
 * @param timeout from Chromium's start to the page's words
 * @param memory bytes that all its processes may hold together, shared libraries not counted
 * @param requests how many a page may make
 * @param bytes that the answers to all of them may have together
 */
public record BrowserSettings(
    Path chromium, boolean sandbox, Duration timeout, long memory, int requests, long bytes) {
  /** Where Debian has it. */
  public static final Path DEBIAN = Path.of("/usr/bin/chromium");

  /** Chromium alone holds a quarter of it, a heavy page as much again. */
  private static final long MEMORY = 1L << 30;

  /** The scripts of a heavy page are a third of it. */
  private static final long BYTES = 32L << 20;

  public BrowserSettings {
    if (!timeout.isPositive() || memory <= 0 || requests < 0 || bytes < 0) {
      throw new IllegalArgumentException("A browser needs time and memory");
    }
  }

  /** Ten seconds, 1 GiB, a hundred requests and 32 MiB of answers for each page. */
  public static BrowserSettings usual(Path chromium, boolean sandbox) {
    return new BrowserSettings(chromium, sandbox, Duration.ofSeconds(10), MEMORY, 100, BYTES);
  }
}
