package signpost.tools.repair;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import signpost.tools.repair.RepairItem.RepairOutcome;

/** A report as one JSON object. */
public final class ReportJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ReportJson() {}

  /**
   * @param written where the repaired file is; none after a dry run
   */
  public static String of(RepairReport report, String file, Optional<Path> written) {
    ObjectNode all = JSON.createObjectNode();
    all.put("file", file).put("kind", report.kind());
    all.put("written", written.map(Path::toString).orElse(null));
    ObjectNode summary = all.putObject("summary");
    for (RepairOutcome outcome : RepairOutcome.values()) {
      summary.put(outcome.word(), report.count(outcome));
    }
    summary.put("left", report.left());
    summary.put("setAside", report.setAside().size());
    ArrayNode setAside = all.putArray("setAside");
    report.setAside().forEach(setAside::add);
    ArrayNode items = all.putArray("items");
    report.items().forEach(item -> item(items.addObject(), item));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void item(ObjectNode node, RepairItem item) {
    LinkAnswer answer = item.answer();
    node.put("outcome", item.outcome().word()).put("left", item.outcome().left());
    node.put("target", answer.target().href());
    node.put("answer", answer.kind().name().toLowerCase(Locale.ROOT));
    answer.with().ifPresent(with -> node.put("with", with.href()));
    item.place().ifPresent(place -> place(node, item, place));
    if (!item.note().isEmpty()) {
      node.put("note", item.note());
    }
    if (!answer.by().isEmpty()) {
      node.put("by", answer.by());
    }
    if (!answer.at().isEmpty()) {
      node.put("at", answer.at());
    }
  }

  private static void place(ObjectNode node, RepairItem item, FilePlace place) {
    node.put("was", item.was()).put("words", item.words());
    switch (place) {
      case FilePlace.InText(int line, int column) -> node.put("line", line).put("column", column);
      case FilePlace.InDocument(String part, int paragraph, String section) ->
          node.put("part", part).put("paragraph", paragraph).put("section", section);
    }
  }
}
