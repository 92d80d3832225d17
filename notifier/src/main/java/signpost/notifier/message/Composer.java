package signpost.notifier.message;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.events.Attempt;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.PlacementRef;
import signpost.notifier.finding.Finding;
import signpost.notifier.message.Block.Fact;
import signpost.notifier.message.Block.Heading;
import signpost.notifier.message.Block.Item;
import signpost.notifier.message.Block.Paragraph;

/** Writes letters: what happened, since when, what we tried, what readers see, what to do. */
public final class Composer {
  /** More than these are named in a sentence with a link. */
  public static final int MOST_ITEMS = 50;

  private static final int MOST_HUNKS = 10;
  private static final int MOST_PLACEMENTS = 5;

  private final Links links;
  private final String domain;

  /** {@code publicUrl} is where pages live, {@code domain} what message ids end in. */
  public Composer(String publicUrl, String domain) {
    this.links = new Links(publicUrl.replaceFirst("/+$", ""));
    this.domain = domain;
  }

  /** The id under which mail programs know a delivery. */
  public String messageId(String delivery) {
    return "<" + delivery + "@" + domain + ">";
  }

  /** The letter as it is sent. */
  public Mail mail(Letter letter) {
    String subject = Subjects.of(letter);
    List<Block> blocks = blocks(letter);
    return new Mail(
        letter.reader().email(),
        Clean.line(letter.reader().name(), 80),
        subject,
        PlainText.of(blocks),
        Html.of(subject, blocks),
        messageId(letter.delivery()),
        letter.earlier().map(this::messageId),
        letter.now());
  }

  private List<Block> blocks(Letter letter) {
    List<Block> blocks = new ArrayList<>();
    if (letter.shadow()) {
      blocks.add(
          new Paragraph(
              "Shadow mode: only ops reads this. It would have gone to the owner "
                  + Clean.line(letter.owner().id(), 60)
                  + "."));
    }
    String name = Clean.isolated(Clean.line(letter.owner().name(), 80));
    blocks.add(new Paragraph(name.isEmpty() ? "Hello," : "Dear " + name + ","));
    blocks.add(new Paragraph(Openings.of(letter)));
    items(letter, blocks);
    letter.check().ifPresent(check -> blocks.addAll(FirstReport.of(check, links)));
    blocks.add(new Paragraph(why(letter)));
    return blocks;
  }

  private void items(Letter letter, List<Block> blocks) {
    List<Entry> sorted = letter.entries().stream().sorted(Subjects.WORST_FIRST).toList();
    List<String> guides = sorted.stream().map(Entry::guide).distinct().toList();
    int room = MOST_ITEMS;
    for (String guide : guides) {
      List<Entry> here = sorted.stream().filter(e -> e.guide().equals(guide)).toList();
      List<Entry> shown = here.subList(0, Math.min(room, here.size()));
      if (!shown.isEmpty()) {
        blocks.add(new Heading(Clean.line(here.getFirst().guideTitle(), 120)));
      }
      shown.forEach(entry -> blocks.add(item(entry, letter.reader().zone())));
      room -= shown.size();
    }
    int more = sorted.size() - (MOST_ITEMS - room);
    if (more > 0) {
      blocks.add(new Paragraph("And " + more + " more: " + links.guide(sorted.getLast().guide())));
    }
  }

  private Item item(Entry entry, ZoneId zone) {
    Finding finding = entry.finding();
    List<Fact> facts = new ArrayList<>();
    where(entry).ifPresent(words -> facts.add(new Fact("Where", words)));
    if (finding.isOpen()) {
      trouble(facts, finding, zone);
    } else {
      facts.add(new Fact("What happened", Words.recovered(finding)));
      finding.resolvedAt().ifPresent(at -> facts.add(new Fact("Since", Words.when(at, zone))));
    }
    if (finding.kind() != FindingKind.HOST_DOWN) {
      facts.add(new Fact("Address", Clean.line(finding.subject(), 500)));
    }
    return new Item(
        Clean.isolated(entry.title()),
        facts,
        finding.detail().hunks().stream().limit(MOST_HUNKS).toList(),
        links.of(entry));
  }

  private static void trouble(List<Fact> facts, Finding finding, ZoneId zone) {
    facts.add(new Fact("What happened", sentence(finding.explanation().reason())));
    finding
        .detail()
        .note()
        .ifPresent(note -> facts.add(new Fact("The publisher says", sentence(note))));
    facts.add(new Fact(Words.sinceLabel(finding.kind()), Words.when(finding.since(), zone)));
    List<Attempt> tried = finding.detail().tried();
    if (!tried.isEmpty()) {
      facts.add(new Fact("What we tried", tried(tried, zone)));
    }
    facts.add(new Fact("What a reader sees now", sentence(finding.explanation().meaning())));
    facts.add(new Fact("What to do", sentence(finding.explanation().fix())));
    finding
        .detail()
        .replacement()
        .ifPresent(to -> facts.add(new Fact("New address", Clean.line(to, 500))));
  }

  private static String tried(List<Attempt> tried, ZoneId zone) {
    List<Attempt> last = tried.subList(Math.max(0, tried.size() - 5), tried.size());
    return String.join(
        "; ",
        last.stream()
            .map(a -> Words.when(a.at(), zone) + ": " + Clean.line(a.result(), 120))
            .toList());
  }

  private static Optional<String> where(Entry entry) {
    List<PlacementRef> placements = entry.placements();
    if (placements.isEmpty()) {
      return Optional.empty();
    }
    boolean host = entry.finding().kind() == FindingKind.HOST_DOWN;
    List<String> places =
        placements.stream()
            .limit(MOST_PLACEMENTS)
            .map(place -> place(place, host))
            .distinct()
            .toList();
    int more = placements.size() - Math.min(MOST_PLACEMENTS, placements.size());
    return Optional.of(
        String.join("; ", places) + (more > 0 ? "; and " + more + " more places" : ""));
  }

  private static String place(PlacementRef place, boolean withText) {
    String section = Clean.isolated(Clean.line(place.section(), 120));
    String text = Clean.isolated(Clean.line(place.text(), 120));
    return withText || section.isEmpty()
        ? "“" + text + "”" + (section.isEmpty() ? "" : " in " + section)
        : section;
  }

  private static String sentence(String words) {
    return Clean.line(words, 600);
  }

  private static String why(Letter letter) {
    return "You get this because the guide's catalogue names you as its owner"
        + (letter.owner().id().equals(letter.reader().id())
            ? "."
            : ", or because nobody else is named.")
        + " Signpost checks every link of the guide and writes only when something needs doing.";
  }
}
