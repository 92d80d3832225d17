package signpost.bench.throughput;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.tools.check.CheckReport;

/** Small targets on one host, nothing of them parsed, by turns with wrk. */
final class LeafBench {
  private static final double WANTED = 0.5;
  private static final int BYTES = 512;
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s*([\\d.]+)");

  private final PrintWriter out;
  private final int rounds;
  private final int targets;
  private final int connections;

  LeafBench(PrintWriter out, int rounds, int targets, int connections) {
    this.out = out;
    this.rounds = rounds;
    this.targets = targets;
    this.connections = connections;
  }

  boolean measure() throws IOException, InterruptedException, MissingYardstick {
    MeasuredProgram wrk = MeasuredProgram.named("wrk", "apt-get install wrk");
    String leaf =
        "default_type text/plain; location / { return 200 \"" + "x".repeat(BYTES) + "\"; }";
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    try (var nginx = Nginx.serving(leaf, false)) {
      out.printf(
          "leaf: %,d targets of %d bytes at one nginx, %d connections each, by turns%n",
          targets, BYTES, connections);
      check(nginx, "warm");
      for (int round = 1; round <= rounds; round++) {
        theirs.add(wrk(wrk, nginx));
        ours.add(check(nginx, "round" + round));
        out.printf(
            "  round %d: wrk %,.0f/s · signpost check %,.0f/s · load %s%n",
            round, theirs.getLast(), ours.getLast(), MachineLoad.now());
      }
    }
    double ratio = median(ours) / median(theirs);
    out.printf(
        "  medians: wrk %,.0f/s · signpost check %,.0f/s · ratio %.2f (wanted %.2f)%n%n",
        median(theirs), median(ours), ratio, WANTED);
    return ratio >= WANTED;
  }

  private double wrk(MeasuredProgram wrk, Nginx nginx) throws IOException, InterruptedException {
    MeasuredProgram.ProgramRun run =
        wrk.run(Duration.ofSeconds(30), "-t1", "-c" + connections, "-d5s", nginx.url("/wrk/leaf"));
    Matcher rate = RATE.matcher(run.output());
    if (!rate.find()) {
      throw new IOException("wrk said: " + run.output());
    }
    return Double.parseDouble(rate.group(1));
  }

  private double check(Nginx nginx, String round) throws IOException, InterruptedException {
    var given = new StringBuilder();
    for (int i = 0; i < targets; i++) {
      given.append(nginx.url("/" + round + "/" + i)).append('\n');
    }
    CheckReport report = WarmCheck.run(given.toString(), 0, ".", connections);
    if (report.requests() != targets || report.hasProblems(true)) {
      throw new IOException(report.requests() + " requests, or some failed");
    }
    return report.requests() * 1e9 / report.took().toNanos();
  }

  private static double median(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
  }
}
