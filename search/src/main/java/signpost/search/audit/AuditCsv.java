package signpost.search.audit;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of the log for a spreadsheet (RFC 4180). */
public final class AuditCsv {
  private static final String HEAD = "n,at,who,way,from,sub,act,of,asked,before,after\r\n";

  /** A spreadsheet would work out what begins so, in wide letters too. */
  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r＝＋－＠].*", Pattern.DOTALL);

  private AuditCsv() {}

  /** A table of lines as they are kept. */
  public static String of(List<String> lines) {
    return lines.stream()
        .map(AuditLine::read)
        .map(AuditCsv::row)
        .collect(Collectors.joining("", HEAD, ""));
  }

  private static String row(AuditLine line) {
    return Stream.of(
                Long.toString(line.n()),
                line.at().toString(),
                line.who(),
                line.way(),
                line.from(),
                line.sub().orElse(""),
                line.act(),
                line.subject(),
                line.asked().map(String::valueOf).orElse(""),
                line.before().orElse(""),
                line.after().orElse(""))
            .map(AuditCsv::cell)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static String cell(String text) {
    String safe = FORMULA.matcher(text).matches() ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
