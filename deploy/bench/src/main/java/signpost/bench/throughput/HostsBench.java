package signpost.bench.throughput;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Many hosts at once: how fast, in how much heap, and whether they are left alone when they ask.
 */
final class HostsBench {
  private static final int HEAP = 350;

  private final PrintWriter out;

  HostsBench(PrintWriter out) {
    this.out = out;
  }

  boolean measure() throws IOException, InterruptedException {
    out.println(
        "hosts: signpost check in a heap of %d MiB; latencies of 20 to 200 ms, every tenth host"
            .formatted(HEAP));
    out.println("  limits rates, 6 % of the links gone and 3 % in doubt");
    boolean good = linked(50, 40);
    good &= linked(1000, 40);
    good &= given(50, 400);
    good &= given(1000, 100);
    out.println();
    return good;
  }

  /** Hosts that a page leads to: politeness allows each of them one request a second. */
  private boolean linked(int hosts, int each) throws IOException, InterruptedException {
    try (ServerSocket socket = ManyHosts.listening()) {
      var page = new StringBuilder();
      for (String url : urls(hosts, each, socket.getLocalPort())) {
        page.append("<a href=").append(url).append(">x</a>\n");
      }
      try (var web = new ManyHosts(page.toString(), 5, 0.8, socket)) {
        String start = "http://127.0.0.1:" + socket.getLocalPort() + "/links";
        return run(web, socket, Optional.empty(), start, hosts, hosts * each);
      }
    }
  }

  /** Hosts named by the user: eight requests in flight to each. */
  private boolean given(int hosts, int each) throws IOException, InterruptedException {
    Path list = Files.createTempFile("signpost-links", ".txt");
    try (ServerSocket socket = ManyHosts.listening();
        var web = new ManyHosts("", 20, 20, socket)) {
      Files.write(list, urls(hosts, each, socket.getLocalPort()));
      return run(web, socket, Optional.of(list), "-", 0, hosts * each);
    } finally {
      Files.delete(list);
    }
  }

  private static List<String> urls(int hosts, int each, int port) {
    List<String> urls = new ArrayList<>();
    for (int link = 0; link < each; link++) {
      for (int host = 0; host < hosts; host++) {
        urls.add("http://h" + host + ".bench.test:" + port + "/" + host + "/page-" + link);
      }
    }
    return urls;
  }

  private boolean run(
      ManyHosts web, ServerSocket socket, Optional<Path> input, String what, int ceiling, int links)
      throws IOException, InterruptedException {
    int port = socket.getLocalPort();
    ChildCheck.CheckRun run =
        ChildCheck.run(
            HEAP,
            input,
            List.of(
                "--resolve",
                "*.bench.test=127.0.0.1:" + port,
                "--allow",
                "127.0.0.1/32:" + port,
                what));
    int limited = web.limits().stream().mapToInt(RateLimit::limited).sum();
    int underWay = web.limits().stream().mapToInt(RateLimit::underWay).sum();
    int tooEarly = web.limits().stream().mapToInt(RateLimit::tooEarly).sum();
    double rate = links / run.figure("seconds");
    out.printf(
        "  %,d links on %,d hosts %s: %,.0f links/s%s · %.0f s · heap ≤ %d MiB · load %s%n",
        links,
        web.limits().size(),
        ceiling > 0 ? "linked" : "given",
        rate,
        ceiling > 0 ? " of the %,d politeness allows".formatted(ceiling) : "",
        run.figure("seconds"),
        run.peak(),
        MachineLoad.now());
    out.printf(
        "    ok %.0f · broken %.0f · suspect %.0f · blocked %.0f; 429s: %d, besides %d of requests"
            + " already on their way, %d within a Retry-After (wanted 0)%n",
        run.figure("ok"),
        run.figure("broken"),
        run.figure("suspect"),
        run.figure("blocked"),
        limited,
        underWay,
        tooEarly);
    out.flush();
    return tooEarly == 0 && run.figure("total") >= links;
  }
}
