package signpost.tools.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import signpost.successor.SuccessorOutcome;
import signpost.url.WebUrl;

/** What was found, for people or for programs. */
final class HomeText {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private HomeText() {}

  static String text(FoundHome home) {
    return switch (home.outcome()) {
      case SuccessorOutcome.Offer it -> home.old().href() + "\n  Replace with " + page(it);
      case SuccessorOutcome.Hint(WebUrl url, String title, double _, String reason) ->
          "%s%n  Perhaps this; look first: %s%n  \"%s\". %s."
              .formatted(home.old().href(), url.href(), title, reason);
      case SuccessorOutcome.StillThere _, SuccessorOutcome.Nothing _ ->
          "%s%n  No new home. %s (%d requests)."
              .formatted(home.old().href(), home.outcome().reason(), home.visits());
    };
  }

  private static String page(SuccessorOutcome.Offer it) {
    return "%s%n  \"%s\". %s.".formatted(it.url().href(), it.title(), it.reason());
  }

  /** One object on one line. */
  static String json(FoundHome home) {
    ObjectNode line = JSON.createObjectNode().put("url", home.old().href());
    switch (home.outcome()) {
      case SuccessorOutcome.Offer it ->
          page(line.put("outcome", "offer"), it.url(), it.title(), it.probability());
      case SuccessorOutcome.Hint it ->
          page(line.put("outcome", "hint"), it.url(), it.title(), it.probability());
      case SuccessorOutcome.StillThere _, SuccessorOutcome.Nothing _ ->
          line.put("outcome", "nothing");
    }
    line.put("reason", home.outcome().reason()).put("requests", home.visits());
    try {
      return JSON.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void page(ObjectNode line, WebUrl url, String title, double probability) {
    line.put("with", url.href()).put("title", title);
    line.put("probability", Math.round(1000 * probability) / 1000.0);
  }
}
