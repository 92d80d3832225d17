package signpost.tools.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import signpost.web.politeness.RobotsText;

/**
 * What there is to say of one line of input.
 *
 * @param identity the canonical URL, or why there is none
 * @param robots empty where no robots.txt was given, or the line is no address it could speak of
 * @param optOut what ops wrote of its publisher, who asked to be left alone
 * @param remembered empty where no store was given
 */
public record ExplainedLine(
    String input,
    LineIdentity identity,
    GuardResult guard,
    Optional<RobotsText.RobotsRuling> robots,
    Optional<String> optOut,
    Optional<RememberedTarget> remembered) {
  public ExplainedLine {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(guard, "guard");
    Objects.requireNonNull(robots, "robots");
    Objects.requireNonNull(optOut, "optOut");
    Objects.requireNonNull(remembered, "remembered");
  }

  /** Whether a line is a URL. */
  public sealed interface LineIdentity {
    /** It is, and this is what it is remembered by. */
    record CanonicalLine(String url) implements LineIdentity {}

    /** It is none; the reason reads on from "it is no URL:". */
    record InvalidLine(String reason) implements LineIdentity {}
  }

  /** Whether our guard would dial it, where it leads, and why not. */
  public record GuardResult(boolean allowed, Optional<String> reason, List<String> addresses) {
    public GuardResult {
      Objects.requireNonNull(reason, "reason");
      addresses = List.copyOf(addresses);
    }

    static GuardResult refused(String reason) {
      return new GuardResult(false, Optional.of(reason), List.of());
    }
  }

  /** A line of a guide of which its owner said that it leads there. */
  public record ConfirmedLine(String guide, String section, String text, Instant at) {}

  /**
   * What an ingest's store holds of it; all of it empty where it is not watched.
   *
   * @param why what it is visited for and how often it changes, in words
   * @param confirmed lines whose owners said that they lead there, whatever the file says
   * @param successor what the search for where it went came to, where it was looked for
   */
  public record RememberedTarget(
      Optional<JsonNode> health,
      Optional<JsonNode> evidence,
      Optional<Instant> nextDue,
      Optional<String> why,
      List<ConfirmedLine> confirmed,
      Optional<JsonNode> successor) {
    static final RememberedTarget NOTHING =
        new RememberedTarget(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    public RememberedTarget {
      Objects.requireNonNull(health, "health");
      Objects.requireNonNull(evidence, "evidence");
      Objects.requireNonNull(nextDue, "nextDue");
      Objects.requireNonNull(why, "why");
      confirmed = List.copyOf(confirmed);
      Objects.requireNonNull(successor, "successor");
    }
  }
}
