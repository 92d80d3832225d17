package signpost.web.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import signpost.web.browser.BrowserOutcome.BrowserFailure;
import signpost.web.browser.BrowserOutcome.PageCrashed;
import signpost.web.browser.BrowserOutcome.TooBig;

/**
 * One Chromium with a profile of its own, spoken to over pipes; killed with all it started when it
 * is late or too big, gone with its files when closed.
 */
final class BrowserProcess implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** On a machine that has much else to do; nearly always it is none. */
  private static final Duration UNTIL_DEAD = Duration.ofSeconds(10);

  private static final int SAID = 16_384;
  private static final Pattern WRONG = Pattern.compile("sandbox|FATAL|not found|cannot|denied");

  /** The shell gives Chromium the pipes where it looks for them: 3 to read from, 4 to write to. */
  private static final List<String> LAUNCHER =
      List.of("/bin/sh", "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 0</dev/null 1>&2");

  private final Process process;
  private final Path profile;
  private final ProcessTree tree;
  private final DevtoolsPipe pipe;
  private final CompletableFuture<String> errors = new CompletableFuture<>();
  private final long endsAt;
  private final BrowserWatch watch;

  private BrowserProcess(Process process, Path profile, BrowserSettings settings, long endsAt) {
    this.process = process;
    this.profile = profile;
    this.endsAt = endsAt;
    this.tree = new ProcessTree(process.toHandle(), profile.toString());
    this.pipe = DevtoolsPipe.open(process.getInputStream(), process.getOutputStream());
    Thread.ofPlatform().daemon().name("browser-errors").start(this::listen);
    this.watch = new BrowserWatch(process, tree::memory, tree::kill, settings, endsAt);
    Thread.ofPlatform().daemon().name("browser-watch").start(watch);
  }

  /** Starts one; its time runs from here. */
  static BrowserProcess start(BrowserSettings settings) throws IOException {
    long endsAt = System.nanoTime() + settings.timeout().toNanos();
    Path profile = BrowserProfiles.create();
    Process process = null;
    try {
      var builder = new ProcessBuilder(command(settings, profile));
      Map<String, String> environment = builder.environment();
      String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
      environment.clear(); // Secrets are given to us in the environment.
      environment.put("PATH", path);
      for (String home : List.of("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")) {
        environment.put(home, profile.toString());
      }
      process = builder.start();
      return new BrowserProcess(process, profile, settings, endsAt);
    } catch (IOException | RuntimeException | Error e) {
      undo(process, profile);
      throw e;
    }
  }

  private static void undo(@Nullable Process process, Path profile) {
    if (process != null) {
      new ProcessTree(process.toHandle(), profile.toString()).ended(UNTIL_DEAD);
    }
    BrowserProfiles.delete(profile);
  }

  private static List<String> command(BrowserSettings settings, Path profile) {
    List<String> command = new ArrayList<>(LAUNCHER);
    command.add(settings.chromium().toString());
    command.addAll(ChromiumSwitches.of(settings));
    command.add("--user-data-dir=" + profile);
    command.add("about:blank");
    return command;
  }

  DevtoolsPipe pipe() {
    return pipe;
  }

  Duration left() {
    return Duration.ofNanos(endsAt - System.nanoTime());
  }

  /** What it means for a page that nothing comes from the browser any more. */
  BrowserFailure ended(String why) {
    return watch
        .killed()
        .orElseGet(
            () -> why.startsWith(DevtoolsPipe.TOO_LONG) ? new TooBig(why) : new PageCrashed(why));
  }

  /** What it said to whoever starts it, where that says what is wrong; waits for its end. */
  Optional<String> said() throws InterruptedException {
    process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
    return errors
        .completeOnTimeout("", GRACE.toMillis(), TimeUnit.MILLISECONDS)
        .join()
        .lines()
        .filter(line -> WRONG.matcher(line).find())
        .map(line -> line.replaceFirst("^\\[[^\\]]*\\]\\s*", ""))
        .findFirst();
  }

  /** Keeps the beginning of what it says, and reads the rest so that it does not wait. */
  private void listen() {
    try (InputStream stream = process.getErrorStream()) {
      errors.complete(new String(stream.readNBytes(SAID), StandardCharsets.UTF_8));
      stream.transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      errors.complete("");
    }
  }

  /** Lets it end by itself, which takes its children with it; kills whoever is left. */
  @Override
  public void close() {
    try {
      if (!watch.hasKilled()) {
        pipe.send("Browser.close", DevtoolsPipe.JSON.createObjectNode());
        process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (IOException _) {
      // It is gone already.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      pipe.close();
      tree.ended(UNTIL_DEAD);
      BrowserProfiles.delete(profile);
    }
  }
}
