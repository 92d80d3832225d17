package signpost.tools.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import signpost.kit.LoopbackWeb;
import signpost.kit.StartedProcess;

/** A site of which each page links to pages that nobody asked for before, as a calendar does. */
final class EndlessSiteTest {
  private static final int SOME = 50;

  private final AtomicInteger pages = new AtomicInteger();
  private final CountDownLatch some = new CountDownLatch(SOME);
  private final HttpServer site = LoopbackWeb.server();

  @BeforeEach
  void start() {
    site.createContext(
        "/",
        exchange -> {
          String page =
              "<!doctype html><title>A month</title><a href=/%d>one</a><a href=/%d>another</a>"
                  .formatted(pages.incrementAndGet(), pages.incrementAndGet());
          some.countDown();
          exchange.getResponseHeaders().add("content-type", "text/html");
          exchange.sendResponseHeaders(200, page.length());
          exchange.getResponseBody().write(page.getBytes(UTF_8));
          exchange.close();
        });
    site.start();
  }

  @AfterEach
  void stop() {
    site.stop(0);
  }

  private String url() {
    return "http://127.0.0.1:" + site.getAddress().getPort() + "/";
  }

  /** The command as a process of its own, which can be stopped. */
  static final class CheckProcess {
    private CheckProcess() {}

    public static void main(String[] words) {
      System.exit(new CommandLine(new CheckCommand()).execute(words));
    }
  }

  @Test
  void checkThatIsStoppedTellsWhatItFound() throws Exception {
    List<String> command =
        StartedProcess.tool(
            "java",
            "-cp",
            System.getProperty("java.class.path"),
            CheckProcess.class.getName(),
            "-d",
            "all",
            url());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    try (StartedProcess check = StartedProcess.of(builder)) {
      while (!some.await(1, TimeUnit.SECONDS)) {
        assertThat(check.isAlive()).as("it goes on").isTrue();
      }
      check.stop();
      assertThat(check.exitCode()).isEqualTo(128 + 15);
      assertThat(check.said())
          .contains("more — not reached")
          .containsPattern("\\d+ links: \\d+ ok");
    }
  }

  @Test
  void checkEndsWhenItsTimeIsUp() {
    CommandRun run = CommandRun.of("-d", "all", "--max-time", "1s", url());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains(" — not reached");
    assertThat(run.err()).contains("The check ended before it was done");
  }

  @Test
  void checkThatEndedEarlyIsNoSuccess() {
    CommandRun sarif = CommandRun.of("-d", "all", "--max-time", "1s", "-f", "sarif", url());
    assertThat(sarif.out()).contains("\"executionSuccessful\" : false");
    CommandRun whole = CommandRun.of("-d", "0", "-f", "sarif", url());
    assertThat(whole.out()).contains("\"executionSuccessful\" : true");
  }

  @Test
  void checkThatEndedEarlyKeepsNothing(@TempDir Path folder) {
    Path baseline = folder.resolve("known.json");
    Path cache = folder.resolve("cache.json");
    CommandRun run =
        CommandRun.of(
            "-d",
            "all",
            "--max-time",
            "1s",
            "--write-baseline",
            baseline.toString(),
            "--cache",
            cache.toString(),
            url());
    assertThat(run.code()).isEqualTo(1);
    assertThat(baseline).doesNotExist();
    assertThat(cache).doesNotExist();
  }

  @Test
  void timeThatIsNoneIsRefused() {
    CommandRun run = CommandRun.of("--max-time", "soon", url());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--max-time: 'soon' is no time such as 12h or 7d.");
  }
}
