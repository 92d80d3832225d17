package signpost.bench.latency;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how long the public record takes. */
@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    description = {
      "From a visit to its page being found, and from the visit that confirms a broken link to the"
          + " mail being accepted: all parts on this machine, a real broker, SQLite, Lucene, SMTP.",
      "The debounce of urgent mails is set to nothing, for it is a choice and not a cost."
    })
public final class LatencyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--pages", defaultValue = "200", description = "pages to find (default: 200)")
  private int pages = 200;

  @Option(names = "--mails", defaultValue = "60", description = "links to break (default: 60)")
  private int mails = 60;

  @Override
  public Integer call() throws Exception {
    try (LatencyRun run = LatencyRun.start(pages, mails)) {
      return run.measure(spec.commandLine().getOut()) ? 0 : 1;
    }
  }
}
