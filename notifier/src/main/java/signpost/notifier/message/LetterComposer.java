package signpost.notifier.message;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import signpost.catalogue.Owner;
import signpost.events.Attempt;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.PlacementRef;
import signpost.events.ShownHunk;
import signpost.notifier.finding.Finding;
import signpost.notifier.message.MessageBlock.BlockLine;
import signpost.notifier.message.MessageBlock.FactBlock;
import signpost.notifier.message.MessageBlock.FindingBlock;
import signpost.notifier.message.MessageBlock.Heading;
import signpost.notifier.message.MessageBlock.LinesBlock;
import signpost.notifier.message.MessageBlock.Paragraph;
import signpost.notifier.owner.OwnerDirectory;
import signpost.notifier.owner.Owners;
import signpost.notifier.token.LinkTokens;

/** Writes letters: what happened, since when, what we tried, what readers see, what to do. */
public final class LetterComposer {
  /** More than these are named in a sentence with a link. */
  public static final int MOST_ITEMS = 50;

  private static final int MOST_HUNKS = 10;
  private static final int MOST_PLACEMENTS = 5;

  /** An address that is cut leads nowhere, so only what is far beyond any real one is. */
  private static final int LONGEST_ADDRESS = 2500;

  private final SignedLinks links;
  private final String domain;

  /** {@code publicUrl} is where pages live, {@code domain} what message ids end in. */
  public LetterComposer(String publicUrl, String domain, LinkTokens tokens) {
    this.links = new SignedLinks(publicUrl, tokens);
    this.domain = domain;
  }

  /** The id under which mail programs know a delivery. */
  public String messageId(String delivery) {
    return "<" + delivery + "@" + domain + ">";
  }

  /** The letter as it is sent. */
  public OutgoingMail mail(Letter letter) {
    String subject = MailSubjects.of(letter);
    List<MessageBlock> blocks = blocks(letter);
    return new OutgoingMail(
        reader(letter).email(),
        CleanText.line(reader(letter).name(), 80),
        subject,
        MailText.of(blocks),
        MailHtml.of(subject, blocks),
        messageId(letter.delivery()),
        letter.earlier().map(this::messageId),
        letter.now(),
        canLeave(letter) ? Optional.of(links.unsubscribe(reader(letter).id())) : Optional.empty());
  }

  /** A mail that was asked for: a few words and links. */
  public OutgoingMail note(ShortMail note, String delivery, String to, Instant now) {
    List<MessageBlock> blocks = new ArrayList<>();
    for (ShortMail.MailPart part : note.parts()) {
      part.paragraphs().forEach(words -> blocks.add(new Paragraph(CleanText.line(words, 600))));
      blocks.add(
          new LinesBlock(
              part.links().stream()
                  .map(it -> new BlockLine(label(it), Optional.of(it.url())))
                  .toList()));
    }
    String subject = CleanText.line(note.subject(), 150);
    return new OutgoingMail(
        to,
        "",
        subject,
        MailText.of(blocks),
        MailHtml.of(subject, blocks),
        messageId(delivery),
        Optional.empty(),
        now,
        note.unsubscribe());
  }

  private static String label(ShortMail.MailLink link) {
    return CleanText.isolated(CleanText.line(link.label(), 300));
  }

  private static Owner reader(Letter letter) {
    return letter.reader().owner();
  }

  /** Ops is told what nobody else is, so it stays. */
  private static boolean canLeave(Letter letter) {
    return letter.signed() && !reader(letter).id().equals(Owners.OPS);
  }

  private List<MessageBlock> blocks(Letter letter) {
    List<MessageBlock> blocks = new ArrayList<>();
    if (letter.shadow()) {
      blocks.add(
          new Paragraph(
              "Shadow mode: only ops reads this. It would have gone to the owner "
                  + CleanText.line(letter.owner().id(), 60)
                  + "."));
    }
    Owner addressed = letter.shadow() ? letter.owner() : reader(letter);
    String name = CleanText.isolated(CleanText.line(addressed.name(), 80));
    blocks.add(new Paragraph(name.isEmpty() ? "Hello," : "Dear " + name + ","));
    blocks.add(new Paragraph(LetterOpenings.of(letter)));
    items(letter, blocks);
    letter
        .check()
        .ifPresent(
            check -> blocks.addAll(FirstReport.of(ListedResource.of(check), told(letter), links)));
    blocks.add(new Paragraph(MessageReason.of(letter)));
    if (canLeave(letter)) {
      blocks.add(
          new LinesBlock(
              List.of(
                  new BlockLine(
                      "All that is open for you, and how you want to be told",
                      Optional.of(links.own(reader(letter).id()))),
                  new BlockLine(
                      "No more mails", Optional.of(links.unsubscribe(reader(letter).id()))))));
    }
    return blocks;
  }

  /** What the letter tells of by itself: addresses, and the words of lines it asks about. */
  private static Set<String> told(Letter letter) {
    return letter.entries().stream()
        .filter(entry -> entry.finding().isOpen())
        .flatMap(entry ->
            entry.finding().kind() == FindingKind.ADDRESS_QUESTION
                ? entry.placements().stream().map(PlacementRef::text)
                : Stream.of(entry.finding().subject()))
        .collect(Collectors.toSet());
  }

  private void items(Letter letter, List<MessageBlock> blocks) {
    List<LetterEntry> sorted = letter.entries().stream().sorted(MailSubjects.WORST_FIRST).toList();
    List<String> guides = sorted.stream().map(LetterEntry::guide).distinct().toList();
    int room = MOST_ITEMS;
    for (String guide : guides) {
      List<LetterEntry> here = sorted.stream().filter(e -> e.guide().equals(guide)).toList();
      List<LetterEntry> shown = here.subList(0, Math.min(room, here.size()));
      if (!shown.isEmpty()) {
        blocks.add(new Heading(CleanText.line(here.getFirst().guideTitle(), 120)));
      }
      List<MovedTogether> moved = MovedTogether.of(shown);
      moved.forEach(it -> blocks.add(moved(guide, it, letter)));
      shown.stream()
          .filter(entry -> moved.stream().noneMatch(it -> it.entries().contains(entry)))
          .forEach(entry -> blocks.add(item(entry, letter)));
      room -= shown.size();
    }
    int more = sorted.size() - (MOST_ITEMS - room);
    if (more > 0) {
      blocks.add(new Paragraph("And " + more + " more: " + links.guide(sorted.getLast().guide())));
    }
  }

  /** Strangers have no say in a guide. */
  private static boolean mayAnswer(Letter letter) {
    return letter.signed() && !OwnerDirectory.isSubscriber(reader(letter).id());
  }

  private MessageBlock.MovedBlock moved(String guide, MovedTogether moved, Letter letter) {
    int count = moved.entries().size();
    return new MessageBlock.MovedBlock(
        "%d pages of %s have moved, and we found them".formatted(count, moved.site()),
        moved.entries().stream().flatMap(it -> moved(it).stream()).toList(),
        Optional.of(new ReplaceMatter(guide, moved.host(), letter.owner().id()))
            .filter(_ -> mayAnswer(letter))
            .map(matter -> links.replacements(reader(letter).id(), matter)));
  }

  private static Optional<MessageBlock.MovedPage> moved(LetterEntry entry) {
    Finding finding = entry.finding();
    return finding
        .detail()
        .offer()
        .map(it ->
            new MessageBlock.MovedPage(
                CleanText.isolated(entry.title()),
                FoundPage.address(finding.subject()),
                FoundPage.address(it.url()),
                FoundPage.sentence(it.reason())));
  }

  private FindingBlock item(LetterEntry entry, Letter letter) {
    ZoneId zone = reader(letter).zone();
    Finding finding = entry.finding();
    List<FactBlock> facts = new ArrayList<>();
    where(entry).ifPresent(words -> facts.add(FactBlock.said("Where", words)));
    if (finding.isOpen()) {
      trouble(facts, finding, zone);
    } else {
      facts.add(FactBlock.ours("What happened", MessageWords.recovered(finding)));
      finding
          .resolvedAt()
          .ifPresent(at -> facts.add(FactBlock.ours("Since", MessageWords.when(at, zone))));
    }
    if (entry.escalated() && finding.isOpen()) {
      facts.add(
          FactBlock.ours(
              "Why you", "Whoever is named for this link was told and has not answered."));
    }
    if (finding.kind().hasPage()) {
      facts.add(FactBlock.address("Address", CleanText.line(finding.subject(), LONGEST_ADDRESS)));
    }
    return new FindingBlock(
        CleanText.isolated(entry.title()),
        facts,
        finding.detail().hunks().stream().limit(MOST_HUNKS).map(ShownHunk::new).toList(),
        links.of(entry),
        answer(entry, letter),
        answers(entry, letter),
        finding.isOpen() && finding.detail().offer().isPresent());
  }

  private Optional<String> answer(LetterEntry entry, Letter letter) {
    return entry.finding().isOpen() && mayAnswer(letter)
        ? Optional.of(links.answer(reader(letter).id(), entry))
        : Optional.empty();
  }

  private List<BlockLine> answers(LetterEntry entry, Letter letter) {
    return answer(entry, letter).stream()
        .flatMap(url ->
            AnswerActions.of(entry.finding()).stream()
                .map(kind ->
                    new BlockLine(
                        AnswerActions.words(entry.finding(), kind),
                        Optional.of(SignedLinks.chosen(url, kind)))))
        .toList();
  }

  private static void trouble(List<FactBlock> facts, Finding finding, ZoneId zone) {
    facts.add(FactBlock.said("What happened", sentence(finding.explanation().reason())));
    finding
        .detail()
        .note()
        .ifPresent(note -> facts.add(FactBlock.said("The publisher says", sentence(note))));
    facts.add(
        FactBlock.ours(
            MessageWords.sinceLabel(finding.kind()), MessageWords.when(finding.since(), zone)));
    List<Attempt> tried = finding.detail().tried();
    if (!tried.isEmpty()) {
      facts.add(FactBlock.said("What we tried", tried(tried, zone)));
    }
    facts.add(
        FactBlock.said(
            MessageWords.meaningLabel(finding.kind()), sentence(finding.explanation().meaning())));
    facts.add(FactBlock.ours("What to do", advice(finding)));
    finding.detail().successor().map(FoundPage::facts).ifPresent(facts::addAll);
    finding
        .detail()
        .replacement()
        .ifPresent(to ->
            facts.add(
                FactBlock.address(
                    newAddress(finding.kind()), CleanText.line(to, LONGEST_ADDRESS))));
  }

  private static String advice(Finding finding) {
    return finding
        .detail()
        .successor()
        .flatMap(FoundPage::advice)
        .orElseGet(() -> CleanText.line(finding.explanation().fix(), 2 * LONGEST_ADDRESS));
  }

  private static String tried(List<Attempt> tried, ZoneId zone) {
    List<Attempt> last = tried.subList(Math.max(0, tried.size() - 5), tried.size());
    return String.join(
        "; ",
        last.stream()
            .map(a -> MessageWords.when(a.at(), zone) + ": " + CleanText.line(a.result(), 120))
            .toList());
  }

  private static Optional<String> where(LetterEntry entry) {
    List<PlacementRef> placements = entry.placements();
    if (placements.isEmpty()) {
      return Optional.empty();
    }
    boolean site = entry.finding().kind().isOfSite();
    List<String> places =
        placements.stream()
            .limit(MOST_PLACEMENTS)
            .map(place -> place(place, site))
            .distinct()
            .toList();
    int more = placements.size() - Math.min(MOST_PLACEMENTS, placements.size());
    return Optional.of(
        String.join("; ", places) + (more > 0 ? "; and " + more + " more places" : ""));
  }

  private static String place(PlacementRef place, boolean withText) {
    String section = CleanText.isolated(CleanText.line(place.section(), 120));
    String text = CleanText.isolated(CleanText.line(place.text(), 120));
    return withText || section.isEmpty()
        ? "“" + text + "”" + (section.isEmpty() ? "" : " in " + section)
        : section;
  }

  private static String newAddress(FindingKind kind) {
    return kind == FindingKind.ADDRESS_QUESTION ? "Address" : "New address";
  }

  private static String sentence(String words) {
    return CleanText.line(words, 600);
  }
}
