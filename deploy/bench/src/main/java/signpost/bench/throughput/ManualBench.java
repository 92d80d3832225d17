package signpost.bench.throughput;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.tools.check.CheckReport;

/** A whole manual that nobody here wrote, checked as its readers would follow it. */
final class ManualBench {
  private static final Path MANUAL = Path.of("/usr/share/doc/postgresql-doc-15/html");
  private static final String OWN = "^http://127\\.0\\.0\\.1";
  private static final double WANTED = 5;
  private static final int ROUNDS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final PrintWriter out;
  private final String linkinator;

  ManualBench(PrintWriter out, String linkinator) {
    this.out = out;
    this.linkinator = linkinator;
  }

  boolean measure() throws IOException, InterruptedException, MissingYardstick {
    if (!Files.exists(MANUAL.resolve("index.html"))) {
      throw new MissingYardstick("The manual", "apt-get install postgresql-doc-15");
    }
    MeasuredProgram rival =
        MeasuredProgram.named(
            linkinator, "npm install --global linkinator, or say with --linkinator where it is");
    MeasuredProgram beside = MeasuredProgram.named("linkchecker", "apt-get install linkchecker");
    try (var nginx = Nginx.serving("root " + MANUAL + ";", true)) {
      out.println("manual: all pages, stylesheets and fragments; processes from start to end");
      return rounds(nginx, rival, beside);
    }
  }

  private boolean rounds(Nginx nginx, MeasuredProgram rival, MeasuredProgram beside)
      throws IOException, InterruptedException {
    List<Duration> ours = new ArrayList<>();
    List<Duration> warm = new ArrayList<>();
    List<Duration> theirs = new ArrayList<>();
    warm(nginx);
    signpost(nginx); // the launcher builds, and makes its cache of classes, when it first starts
    for (int round = 1; round <= ROUNDS; round++) {
      theirs.add(linkinator(nginx, rival, "--check-fragments", "--check-css"));
      ours.add(signpost(nginx));
      warm.add(warm(nginx));
    }
    linkinator(nginx, rival);
    linkChecker(nginx, beside);
    ratio("warm", theirs, warm);
    return ratio("whole processes", theirs, ours);
  }

  private void linkChecker(Nginx nginx, MeasuredProgram beside)
      throws IOException, InterruptedException {
    Path swift = Files.createTempFile("linkcheckerrc", "");
    Files.writeString(swift, "[checking]\nmaxrequestspersecond=100000\n");
    Files.setPosixFilePermissions(swift, PosixFilePermissions.fromString("rw-r--r--"));
    MeasuredProgram.ProgramRun third =
        beside.run(
            PATIENCE,
            "--no-robots",
            "--no-status",
            "--threads=8",
            "-f",
            swift.toString(),
            nginx.url("/"));
    Files.delete(swift);
    told("LinkChecker", third.took(), nginx.requests(), third.whole() ? "" : " (stopped then)");
  }

  private boolean ratio(String how, List<Duration> theirs, List<Duration> ours) {
    double ratio = (double) median(theirs).toMillis() / median(ours).toMillis();
    out.printf(
        "  %s: linkinator %,d ms · signpost check %,d ms · ratio %.1f (wanted %.1f)%n",
        how, median(theirs).toMillis(), median(ours).toMillis(), ratio, WANTED);
    return ratio >= WANTED;
  }

  private Duration warm(Nginx nginx) throws IOException, InterruptedException {
    CheckReport report = WarmCheck.run(nginx.url("/"), Integer.MAX_VALUE, OWN, 8);
    told("signpost check in a JVM that is warm", report.took(), nginx.requests(), "");
    return report.took();
  }

  private Duration signpost(Nginx nginx) throws IOException, InterruptedException {
    ChildCheck.CheckRun run =
        ChildCheck.run(
            640, Optional.empty(), List.of("--depth", "all", "--include", OWN, nginx.url("/")));
    told(
        "signpost check",
        run.took(),
        nginx.requests(),
        " (%.1f s after its JVM began to check)".formatted(run.figure("seconds")));
    return run.took();
  }

  private Duration linkinator(Nginx nginx, MeasuredProgram rival, String... more)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(rival.path().toString()));
    arguments.addAll(
        List.of(nginx.url("/"), "--recurse", "--verbosity", "error", "--format", "json"));
    arguments.addAll(List.of("--skip", "^https?://(?!127)"));
    arguments.addAll(List.of(more));
    MeasuredProgram.ProgramRun run = MeasuredProgram.run(PATIENCE, Optional.empty(), arguments);
    told("linkinator " + String.join(" ", more), run.took(), nginx.requests(), "");
    return run.took();
  }

  private void told(String who, Duration took, long requests, String more) {
    out.printf(
        "  %-46s %,7d ms · %,d requests%s · load %s%n",
        who, took.toMillis(), requests, more, MachineLoad.now());
    out.flush();
  }

  private static Duration median(List<Duration> durations) {
    return durations.stream().sorted().toList().get(durations.size() / 2);
  }
}
