package signpost.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import signpost.catalogue.CatalogueFile.FilePosition;

/** Says in plain words why a text is not YAML, and what to do about it. */
final class YamlTrouble {
  private static final Pattern TABBED = Pattern.compile("[ ]*\t.*");
  private static final Pattern ODD_BLANK = Pattern.compile("[ \t]*[\\p{Z}\\p{Cf}&&[^ ]].*");
  private static final Pattern TWO_COLONS =
      Pattern.compile("([\\s{,-]*[\\w-]+:\\s+)([^\"'\\s].*?)\\s*(?:#.*)?");

  private final String problem;
  private final String context;
  private final FilePosition at;
  private final Optional<FilePosition> begun;
  private final List<String> lines;

  private YamlTrouble(MarkedYAMLException wrong, String text) {
    this.problem = String.valueOf(wrong.getProblem());
    this.context = String.valueOf(wrong.getContext());
    this.begun = place(wrong.getContextMark());
    this.at = place(wrong.getProblemMark()).or(() -> begun).orElse(FilePosition.START);
    this.lines = text.lines().toList();
  }

  private static Optional<FilePosition> place(@Nullable Mark mark) {
    return Optional.ofNullable(mark).map(ProblemCollector::place);
  }

  static void tell(MarkedYAMLException wrong, String text, ProblemCollector slips) {
    var trouble = new YamlTrouble(wrong, text);
    trouble.indentation(slips);
  }

  /** Blanks that are none are the cause, whatever the parser stumbled over. */
  private void indentation(ProblemCollector slips) {
    for (int number = at.line(); number >= Math.max(1, at.line() - 1); number--) {
      String line = line(number);
      if (TABBED.matcher(line).matches()) {
        slips.error(
            new FilePosition(number, line.indexOf('\t') + 1),
            "This line is indented with a tab, and YAML takes blanks only. Put two blanks in the"
                + " place of each tab.");
        return;
      }
      if (ODD_BLANK.matcher(line).matches()) {
        slips.error(
            new FilePosition(number, 1),
            "This line begins with a blank that is no plain one; it often comes with words copied"
                + " from a web page. Delete it and type blanks.");
        return;
      }
    }
    words(slips);
  }

  private void words(ProblemCollector slips) {
    if (problem.startsWith("mapping values are not allowed")) {
      slips.error(at, secondColon());
    } else if (problem.startsWith("expected <block end>")) {
      slips.error(at, crooked());
    } else if (problem.contains("end of stream") && context.contains("quoted")) {
      slips.error(begun.orElse(at), "The quote that opens here is never closed. Close it.");
    } else if (context.contains("alias") || context.contains("anchor")) {
      slips.error(begun.orElse(at), opening(line(at.line()), begun.orElse(at).column()));
    } else if (context.contains("flow") || context.contains("quoted")) {
      bracketsOrQuotes(slips);
    } else if (problem.startsWith("could not find expected ':'")) {
      slips.error(
          begun.orElse(at),
          "A key is followed by a colon and a blank, and there is none here. Write 'key: value', or"
              + " line the words up with the text they go on from.");
    } else if (problem.contains("cannot start any token")) {
      slips.error(at, opening(line(at.line()), at.column()));
    } else {
      slips.error(
          at,
          "This is not YAML ("
              + problem
              + "). Look at indentation, quotes and brackets here and in the line above.");
    }
  }

  private void bracketsOrQuotes(ProblemCollector slips) {
    if (problem.contains("escape")) {
      slips.error(
          at, "A backslash inside \"…\" begins a special character. Use '…' as quotes instead.");
    } else if (problem.contains("<stream end>")) {
      slips.error(bracket(), "The bracket that opens here is never closed. Close it.");
    } else {
      slips.error(
          at,
          "A comma or the closing bracket is missing before this"
              + begun.map(it -> ", for the bracket that opens in line " + it.line()).orElse("")
              + ". Words with a comma, a colon, a bracket or a question mark need quotes: \"…\".");
    }
  }

  /** The last bracket that opens before the end of the file, unless the parser knows which. */
  private FilePosition bracket() {
    FilePosition from = begun.orElse(at);
    for (int number = Math.min(from.line(), lines.size()); number >= 1; number--) {
      String line = line(number);
      int most = number == from.line() ? from.column() - 1 : line.length();
      int found = Math.max(line.lastIndexOf('[', most), line.lastIndexOf('{', most));
      if (found >= 0) {
        return new FilePosition(number, found + 1);
      }
    }
    return from;
  }

  /** {@code title: Parents: a guide} – or a line deeper than one that has its value already. */
  private String secondColon() {
    String line = line(at.line());
    Matcher parts = TWO_COLONS.matcher(line);
    String before = line.substring(0, Math.min(line.length(), at.column() - 1));
    if (before.stripLeading().contains(": ") && parts.matches()) {
      return "There is a second colon in this line. Put the words in quotes: "
          + parts.group(1).strip()
          + " \""
          + parts.group(2).replace("\\", "\\\\").replace("\"", "\\\"")
          + "\".";
    }
    return "This line is indented deeper than the one above, which has its value already. Line it"
        + " up with the key it stands beside.";
  }

  private String crooked() {
    int begins = line(at.line()).length() - line(at.line()).stripLeading().length() + 1;
    String above =
        lines.subList(0, Math.min(lines.size(), at.line() - 1)).reversed().stream()
            .filter(it -> !it.isBlank() && !it.stripLeading().startsWith("#"))
            .findFirst()
            .orElse("");
    int words = above.length() - above.replaceFirst("^[\\s-]+", "").length() + 1;
    return "This line begins in column "
        + begins
        + ", which fits no line above it. The words of the line above begin in column "
        + words
        + ": line it up with them, or with the key it belongs beside.";
  }

  /** Words cannot begin with what means something else to YAML. */
  static String opening(String line, int column) {
    String sign = column <= line.length() ? line.substring(column - 1, column) : "";
    return "Words cannot begin with "
        + (sign.isBlank() ? "this sign" : sign)
        + " unless they stand in quotes. Write \"…\" around them.";
  }

  private String line(int number) {
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }
}
