package signpost.tools.check;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** What {@code signpost check} came to, as a shell sees it. */
record CommandRun(int code, String out, String err) {
  static CommandRun of(String... words) {
    return of(List.of(words));
  }

  static CommandRun of(List<String> words) {
    var out = new StringWriter();
    var err = new StringWriter();
    var line =
        new CommandLine(new CheckCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    int code = line.execute(words.toArray(String[]::new));
    return new CommandRun(code, out.toString(), err.toString());
  }
}
