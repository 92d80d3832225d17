package signpost.tools.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import signpost.tools.explain.ExplainedLine.ConfirmedLine;
import signpost.tools.explain.ExplainedLine.GuardResult;
import signpost.tools.explain.ExplainedLine.LineIdentity;
import signpost.tools.explain.ExplainedLine.RememberedTarget;
import signpost.web.politeness.RobotsText;

/** One explanation on one line, whatever stands in it. */
public final class ExplainedText {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ExplainedText() {}

  /** A JSON object; what is not known is null, and what was not asked for is not there. */
  public static String json(ExplainedLine it) {
    ObjectNode line = JSON.createObjectNode().put("input", it.input());
    switch (it.identity()) {
      case LineIdentity.CanonicalLine(String url) -> line.put("canonical", url);
      case LineIdentity.InvalidLine(String reason) -> line.put("invalid", reason);
    }
    ObjectNode guard = line.putObject("guard").put("allowed", it.guard().allowed());
    guard.put("reason", it.guard().reason().orElse(null));
    ArrayNode addresses = guard.putArray("addresses");
    it.guard().addresses().forEach(addresses::add);
    line.putObject("robots")
        .put("allowed", it.robots().map(RobotsText.RobotsRuling::allowed).orElse(null))
        .put("rule", it.robots().flatMap(RobotsText.RobotsRuling::rule).orElse(null));
    line.put("optOut", it.optOut().orElse(null));
    it.remembered()
        .ifPresent(remembered -> {
          line.set("health", remembered.health().orElse(JSON.nullNode()));
          line.set("evidence", remembered.evidence().orElse(JSON.nullNode()));
          line.put("nextDue", remembered.nextDue().map(Instant::toString).orElse(null));
          line.put("why", remembered.why().orElse(null));
          ArrayNode confirmed = line.putArray("confirmed");
          remembered.confirmed().forEach(said -> put(confirmed.addObject(), said));
          line.set("successor", remembered.successor().orElse(JSON.nullNode()));
        });
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An explanation cannot be written: " + it, e);
    }
  }

  private static void put(ObjectNode node, ConfirmedLine said) {
    node.put("guide", said.guide()).put("section", said.section()).put("text", said.text());
    node.put("at", said.at().toString());
  }

  /** For people. */
  public static String text(ExplainedLine it) {
    var line = new StringJoiner(" · ");
    switch (it.identity()) {
      case LineIdentity.CanonicalLine(String url) -> line.add(url);
      case LineIdentity.InvalidLine(String reason) ->
          line.add("“" + it.input().replaceAll("\\p{Cntrl}", " ") + "” is no URL: " + reason);
    }
    if (it.identity() instanceof LineIdentity.CanonicalLine) {
      line.add(text(it.guard()));
    }
    it.robots()
        .ifPresent(ruling ->
            line.add(
                (ruling.allowed() ? "robots.txt allows it" : "robots.txt forbids it")
                    + ruling.rule().map(rule -> " (" + rule + ")").orElse("")));
    it.optOut()
        .ifPresent(written ->
            line.add(
                "not asked for: its publisher asked to be left alone (%s in signpost.opt-out.hosts)"
                    .formatted(written)));
    it.remembered().ifPresent(remembered -> line.add(text(remembered)));
    return line.toString();
  }

  private static String text(GuardResult guard) {
    String where = guard.addresses().isEmpty() ? "" : " at " + String.join(", ", guard.addresses());
    return guard.allowed()
        ? "may be dialled" + where
        : "not dialled" + where + ": " + guard.reason().orElse("");
  }

  private static String text(ConfirmedLine it) {
    return ", confirmed for “%s” of guide %s on %s".formatted(it.text(), it.guide(), it.at());
  }

  private static String text(RememberedTarget it) {
    if (it.equals(RememberedTarget.NOTHING)) {
      return "not watched";
    }
    return "health "
        + it.health().map(JsonNode::toString).orElse("not judged yet")
        + it.evidence().map(evidence -> ", evidence " + evidence).orElse("")
        + it.nextDue().map(at -> ", next due " + at).orElse(", not due")
        + it.why().map(why -> " (" + why + ")").orElse("")
        + it.confirmed().stream().map(ExplainedText::text).collect(Collectors.joining())
        + it.successor().map(found -> ", where it went: " + found).orElse("");
  }
}
