package signpost.notifier.message;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import signpost.events.FindingName;
import signpost.events.LinkHealth;
import signpost.notifier.message.Block.Line;

/**
 * What an owner learns of a new guide: how everything in it is, and what is watched at all. What
 * the letter tells of by itself is not named again.
 */
final class FirstReport {
  private static final int MOST = 50;

  private FirstReport() {}

  /** The parts of the report in their order: their headings and, where it helps, what to do. */
  private enum Part {
    BROKEN(FindingName.BROKEN.label(), ""),
    GONE("Withdrawn, replaced or no longer what it was", ""),
    SUSPECT("In doubt", "We look again before we say that something is wrong."),
    UNKNOWN("Cannot be judged now", "The site or the network is in trouble. We try again."),
    MOVED(FindingName.MOVED.label(), ""),
    BLOCKED(
        "Closed to our checks", "Readers very likely get in. Open these now and then yourself."),
    TLS(FindingName.TLS_PROBLEM.label(), ""),
    UNCONFIRMED(
        "Nobody has confirmed these addresses",
        "Open each one. If it is the page your guide means, ask whoever runs Signpost for you to"
            + " confirm it; if it is not, send them the right address. Until then"
            + " we do not write to you about it."),
    NO_ADDRESS(
        "No address known",
        "Your guide names these, but nobody has told Signpost where they are. Send the addresses to"
            + " whoever runs Signpost for you, and they are watched too."),
    BY_HAND("Only a person can check these", "Open them now and then yourself."),
    NOT_CHECKED("Not checked", ""),
    WORKS("Working", "");

    private final String heading;
    private final String advice;

    Part(String heading, String advice) {
      this.heading = heading;
      this.advice = advice;
    }
  }

  /** {@code told}: addresses that the letter tells of above. */
  static List<Block> of(List<ListedResource> things, Set<String> told, Links links) {
    Map<Part, List<Line>> parts = new EnumMap<>(Part.class);
    things.stream()
        .filter(thing -> thing.address().filter(url -> told.contains(url.value())).isEmpty())
        .forEach(thing ->
            parts.computeIfAbsent(part(thing), _ -> new ArrayList<>()).add(line(thing, links)));
    List<Block> blocks = new ArrayList<>();
    parts.forEach((part, lines) -> {
      blocks.add(new Block.Heading(part.heading + " (" + lines.size() + ")"));
      if (!part.advice.isEmpty()) {
        blocks.add(new Block.Paragraph(part.advice));
      }
      blocks.add(new Block.Lines(lines.size() <= MOST ? lines : cut(lines)));
    });
    return blocks;
  }

  private static List<Line> cut(List<Line> lines) {
    List<Line> some = new ArrayList<>(lines.subList(0, MOST));
    some.add(new Line("and " + (lines.size() - MOST) + " more", Optional.empty()));
    return some;
  }

  private static Part part(ListedResource thing) {
    return switch (thing.status()) {
      case MANUAL -> Part.BY_HAND;
      case UNVERIFIED -> thing.address().isPresent() ? Part.UNCONFIRMED : Part.NO_ADDRESS;
      case ACTIVE ->
          thing.address().isEmpty()
              ? Part.NO_ADDRESS
              : thing.health().map(judged -> part(judged.health())).orElse(Part.NOT_CHECKED);
    };
  }

  private static Part part(LinkHealth health) {
    return switch (health) {
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

  private static Line line(ListedResource thing, Links links) {
    String sections =
        thing.sections().stream().map(section -> Clean.line(section, 80)).collect(joining("; "));
    String where = sections.isEmpty() ? "" : " (" + sections + ")";
    String words = Clean.isolated(Clean.line(thing.text(), 120)) + where + why(thing);
    boolean doubted = part(thing) == Part.UNCONFIRMED;
    return new Line(
        words, thing.address().map(url -> doubted ? url.value() : links.resource(url.value())));
  }

  /** What we saw, of what is watched and not well. */
  private static String why(ListedResource thing) {
    return thing
        .health()
        .filter(_ -> thing.isWatched())
        .filter(judged -> !(judged.health() instanceof LinkHealth.Ok))
        .map(judged -> ": " + Clean.line(judged.explanation().reason(), 240))
        .orElse("");
  }
}
