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
import signpost.notifier.message.MessageBlock.BlockLine;

/**
 * What an owner learns of a new guide: how everything in it is, and what is watched at all. What
 * the letter tells of by itself is not named again.
 */
final class FirstReport {
  private static final int MOST = 50;

  private FirstReport() {}

  /** The parts of the report in their order: their headings and, where it helps, what to do. */
  private enum ReportPart {
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

    ReportPart(String heading, String advice) {
      this.heading = heading;
      this.advice = advice;
    }
  }

  /** {@code told}: addresses, and words of unwatched lines, that the letter tells of above. */
  static List<MessageBlock> of(List<ListedResource> things, Set<String> told, SignedLinks links) {
    Map<ReportPart, List<BlockLine>> parts = new EnumMap<>(ReportPart.class);
    things.stream()
        .filter(thing -> thing.address().filter(url -> told.contains(url.value())).isEmpty())
        .filter(thing -> thing.isWatched() || !told.contains(thing.text()))
        .forEach(thing ->
            parts.computeIfAbsent(part(thing), _ -> new ArrayList<>()).add(line(thing, links)));
    List<MessageBlock> blocks = new ArrayList<>();
    parts.forEach((part, lines) -> {
      blocks.add(new MessageBlock.Heading(part.heading + " (" + lines.size() + ")"));
      if (!part.advice.isEmpty()) {
        blocks.add(new MessageBlock.Paragraph(part.advice));
      }
      blocks.add(new MessageBlock.LinesBlock(lines.size() <= MOST ? lines : cut(lines)));
    });
    return blocks;
  }

  private static List<BlockLine> cut(List<BlockLine> lines) {
    List<BlockLine> some = new ArrayList<>(lines.subList(0, MOST));
    some.add(new BlockLine("and " + (lines.size() - MOST) + " more", Optional.empty()));
    return some;
  }

  private static ReportPart part(ListedResource thing) {
    return switch (thing.status()) {
      case MANUAL -> ReportPart.BY_HAND;
      case UNVERIFIED ->
          thing.address().isPresent() ? ReportPart.UNCONFIRMED : ReportPart.NO_ADDRESS;
      case ACTIVE ->
          thing.address().isEmpty()
              ? ReportPart.NO_ADDRESS
              : thing.health().map(judged -> part(judged.health())).orElse(ReportPart.NOT_CHECKED);
    };
  }

  private static ReportPart part(LinkHealth health) {
    return switch (health) {
      case LinkHealth.Ok _ -> ReportPart.WORKS;
      case LinkHealth.Moved _ -> ReportPart.MOVED;
      case LinkHealth.Suspect _ -> ReportPart.SUSPECT;
      case LinkHealth.Broken _ -> ReportPart.BROKEN;
      case LinkHealth.Blocked _ -> ReportPart.BLOCKED;
      case LinkHealth.GoneInPlace _ -> ReportPart.GONE;
      case LinkHealth.TlsProblem _ -> ReportPart.TLS;
      case LinkHealth.NotChecked _ -> ReportPart.NOT_CHECKED;
      case LinkHealth.Unknown _ -> ReportPart.UNKNOWN;
    };
  }

  private static BlockLine line(ListedResource thing, SignedLinks links) {
    String sections =
        thing.sections().stream()
            .map(section -> CleanText.line(section, 80))
            .collect(joining("; "));
    String where = sections.isEmpty() ? "" : " (" + sections + ")";
    String words = CleanText.isolated(CleanText.line(thing.text(), 120)) + where + why(thing);
    boolean doubted = part(thing) == ReportPart.UNCONFIRMED;
    return new BlockLine(
        words, thing.address().map(url -> doubted ? url.value() : links.resource(url.value())));
  }

  /** What we saw, of what is watched and not well. */
  private static String why(ListedResource thing) {
    return thing
        .health()
        .filter(_ -> thing.isWatched())
        .filter(judged -> !(judged.health() instanceof LinkHealth.Ok))
        .map(judged -> ": " + CleanText.line(judged.explanation().reason(), 240))
        .orElse("");
  }
}
