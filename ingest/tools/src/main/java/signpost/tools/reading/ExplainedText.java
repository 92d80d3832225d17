package signpost.tools.reading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.Collectors;
import signpost.url.WebUrl;
import signpost.web.extract.PageExplanation;
import signpost.web.extract.PageExplanation.ExplainedLine;
import signpost.web.extract.PageExplanation.LineReason;

/** Why the lines of a page are read or not, for programs or for people. */
final class ExplainedText {
  private static final int LONGEST = 100;

  private ExplainedText() {}

  static void into(ObjectNode page, PageExplanation explained) {
    ObjectNode to = page.putObject("explanation");
    to.put("by", ConstantNames.of(explained.how())).put("share", explained.share());
    ArrayNode lines = to.putArray("lines");
    for (ExplainedLine line : explained.lines()) {
      ObjectNode node = lines.addObject().put("text", line.text()).put("read", line.read());
      line.probability().ifPresent(it -> node.put("probability", rounded(it)));
      ArrayNode reasons = node.putArray("reasons");
      for (LineReason reason : line.reasons()) {
        reasons
            .addObject()
            .put("feature", reason.feature())
            .put("value", rounded(reason.value()))
            .put("weight", rounded(reason.weight()));
      }
    }
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  static String of(String title, WebUrl url, PageExplanation explained) {
    return "%s%n%s%nKind: %s · %.0f %% of the characters shown are read%n%s%n%n%s"
        .formatted(
            title.isEmpty() ? "(no title)" : title,
            url.href(),
            ConstantNames.of(explained.kind()),
            100 * explained.share(),
            how(explained.how()),
            explained.lines().stream().map(ExplainedText::line).collect(Collectors.joining()));
  }

  private static String how(PageExplanation.ChosenBy how) {
    return switch (how) {
      case PUBLISHER_RULE -> "A rule for this publisher says where the content is.";
      case STRUCTURE -> "There are few lines: the page's structure says which are content.";
      case TREES ->
          "+ is read, - is not; then how probably it is content, and what moved that most.";
    };
  }

  private static String line(ExplainedLine line) {
    String text = line.text().replace('\t', ' ');
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return (line.read() ? "+ " : "- ")
        + line.probability().map(it -> String.format(Locale.ROOT, "%3.0f %% ", 100 * it)).orElse("")
        + cut
        + "\n"
        + (line.reasons().isEmpty() ? "" : reasons(line));
  }

  private static String reasons(ExplainedLine line) {
    return line.reasons().stream()
        .map(it ->
            String.format(Locale.ROOT, "%s=%.3g %+.2f", it.feature(), it.value(), it.weight()))
        .collect(Collectors.joining(", ", "         ", "\n"));
  }
}
