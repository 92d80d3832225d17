package signpost.notifier.message;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.events.LinkHealth;
import signpost.events.PlacementStatus;
import signpost.notifier.listing.GuideCheck;
import signpost.notifier.message.Block.Line;

/** What an owner learns of a new guide: how everything in it is, and what is watched at all. */
final class FirstReport {
  private static final int MOST = 50;

  private FirstReport() {}

  /** The parts of the report in their order, with their headings. */
  private enum Part {
    BROKEN("Not working"),
    GONE("No longer what the guide meant"),
    SUSPECT("In doubt: we look again before we say so"),
    UNKNOWN("Unknown: the site or the network is in trouble"),
    MOVED("Moved to another address"),
    BLOCKED("Closed to our checks: please look by hand"),
    TLS("Certificate problem"),
    NOT_CHECKED("Not checked"),
    WORKS("Working");

    private final String heading;

    Part(String heading) {
      this.heading = heading;
    }
  }

  static List<Block> of(GuideCheck check, Links links) {
    Map<Part, List<Line>> parts = new EnumMap<>(Part.class);
    for (GuideCheck.Line line : check.lines()) {
      parts.computeIfAbsent(part(line), _ -> new ArrayList<>()).add(line(line, links));
    }
    List<Block> blocks = new ArrayList<>();
    parts.forEach((part, lines) -> {
      blocks.add(new Block.Heading(part.heading + " (" + lines.size() + ")"));
      blocks.add(new Block.Lines(lines.size() <= MOST ? lines : cut(lines)));
    });
    return blocks;
  }

  private static List<Line> cut(List<Line> lines) {
    List<Line> some = new ArrayList<>(lines.subList(0, MOST));
    some.add(new Line("and " + (lines.size() - MOST) + " more", Optional.empty()));
    return some;
  }

  private static Part part(GuideCheck.Line line) {
    if (line.placement().status() != PlacementStatus.ACTIVE || line.health().isEmpty()) {
      return Part.NOT_CHECKED;
    }
    return switch (line.health().get().health()) {
      case LinkHealth.Ok _ -> Part.WORKS;
      case LinkHealth.Moved _ -> Part.MOVED;
      case LinkHealth.Suspect _ -> Part.SUSPECT;
      case LinkHealth.Broken _ -> Part.BROKEN;
      case LinkHealth.Blocked _ -> Part.BLOCKED;
      case LinkHealth.GoneInPlace _ -> Part.GONE;
      case LinkHealth.TlsProblem _ -> Part.TLS;
      case LinkHealth.NotChecked _ -> Part.NOT_CHECKED;
      case LinkHealth.Unknown _ -> Part.UNKNOWN;
    };
  }

  private static Line line(GuideCheck.Line line, Links links) {
    String where = line.section().isEmpty() ? "" : " (" + Clean.line(line.section(), 80) + ")";
    String words = Clean.isolated(Clean.line(line.placement().text(), 120)) + where + why(line);
    return new Line(words, line.placement().resource().map(url -> links.resource(url.value())));
  }

  private static String why(GuideCheck.Line line) {
    return switch (line.placement().status()) {
      case UNVERIFIED -> ": nobody has confirmed its address";
      case MANUAL -> ": only a person can check it";
      case ACTIVE ->
          line.placement().resource().isEmpty()
              ? ": its address is unknown"
              : line.health()
                  .filter(health -> !(health.health() instanceof LinkHealth.Ok))
                  .map(health -> ": " + Clean.line(health.explanation().reason(), 240))
                  .orElse("");
    };
  }
}
