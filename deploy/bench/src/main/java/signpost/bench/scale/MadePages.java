package signpost.bench.scale;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.HunkKind;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.events.ChangeKind;
import signpost.events.Event;
import signpost.events.PageEvent.PageLink;
import signpost.events.PageEvent.PageRead;
import signpost.url.CanonicalUrl;

/**
 * Pages as a crawl of many publishers would bring them, made up from a seed: the same number gives
 * the same page again, so none has to be kept.
 */
public final class MadePages {
  private static final int WORDS = 40_000;
  private static final Instant CRAWLED = Instant.parse("2026-11-01T06:00:00Z");
  private static final double WELSH = 0.06;
  private static final double CHANGED = 0.03;

  private final long seed;
  private final int documents;
  private final SyntheticVocabulary english = SyntheticVocabulary.english(WORDS);
  private final SyntheticVocabulary welsh = SyntheticVocabulary.welsh(WORDS / 2);
  private final PageAddresses addresses;
  private final MadeGuides guides;

  public MadePages(long seed, int documents) {
    this.seed = seed;
    this.documents = documents;
    this.addresses = new PageAddresses(seed, documents);
    this.guides = new MadeGuides(seed, documents, addresses, english);
  }

  int documents() {
    return documents;
  }

  int guides() {
    return guides.count();
  }

  CanonicalUrl address(int number) {
    return addresses.of(number);
  }

  /** All that is told when page {@code number} is visited, in the order it is told. */
  public List<Event> events(int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    List<Event> events = new ArrayList<>();
    boolean placed = MadeGuides.places(number);
    if (placed) {
      events.add(guides.resource(number));
    }
    PageRead page = page(number, random);
    events.add(page);
    events.add(MadeHealth.of(page.page(), placed, page.fetchedAt(), random));
    if (random.nextDouble() < CHANGED) {
      events.add(changed(page, placed));
    }
    guides.endingAt(number).ifPresent(events::add);
    return events;
  }

  /** What a reader finds on page {@code number}. */
  PageRead page(int number) {
    return page(number, new SplittableRandom(seed * 1_000_003 + number));
  }

  /** The same page with a title of its own. */
  PageRead page(int number, String title) {
    PageRead page = page(number);
    return new PageRead(
        page.page(),
        page.finalUrl(),
        title,
        page.lead(),
        page.text(),
        page.truncated(),
        page.headings(),
        page.language(),
        page.outlinks(),
        page.media(),
        page.pages(),
        page.fetchedAt(),
        page.changedAt(),
        page.source(),
        page.fingerprint(),
        page.ignored(),
        page.translations());
  }

  private PageRead page(int number, RandomGenerator random) {
    boolean inWelsh = random.nextDouble() < WELSH;
    SyntheticProse prose = new SyntheticProse(inWelsh ? welsh : english, random);
    CanonicalUrl url = addresses.of(number);
    List<String> headings =
        IntStream.range(0, random.nextInt(9)).mapToObj(_ -> prose.phrase(2, 6)).toList();
    String media = media(random);
    Instant at = CRAWLED.minus(Duration.ofMinutes(random.nextInt(30 * 24 * 60)));
    return new PageRead(
        url,
        url.value(),
        prose.phrase(3, 9),
        random.nextInt(5) == 0 ? "" : prose.sentence(),
        prose.text(headings),
        false,
        headings,
        language(inWelsh, random),
        links(prose, headings, random),
        media,
        media.equals("html") ? 0 : 1 + random.nextInt(40),
        at,
        random.nextInt(3) == 0
            ? Optional.of(at.minus(Duration.ofDays(random.nextInt(300))))
            : Optional.empty(),
        Optional.of("source-" + random.nextInt(40)),
        Long.toHexString(random.nextLong()),
        List.of(),
        List.of());
  }

  private List<PageLink> links(
      SyntheticProse prose, List<String> headings, RandomGenerator random) {
    int links = (int) Math.min(150, Math.exp(2.2 + 0.9 * random.nextGaussian()));
    return IntStream.range(0, links)
        .mapToObj(_ ->
            new PageLink(
                addresses.of(random.nextInt(documents)),
                prose.phrase(1, 5),
                headings.isEmpty() ? "" : headings.get(random.nextInt(headings.size()))))
        .toList();
  }

  private static Optional<String> language(boolean inWelsh, RandomGenerator random) {
    if (inWelsh) {
      return Optional.of("cy");
    }
    return switch (random.nextInt(10)) {
      case 0 -> Optional.empty();
      case 1, 2, 3, 4 -> Optional.of("en");
      default -> Optional.of("en-GB");
    };
  }

  private static String media(RandomGenerator random) {
    int share = random.nextInt(100);
    return share < 90 ? "html" : share < 99 ? "pdf" : "docx";
  }

  private static PageChanged changed(PageRead page, boolean placed) {
    String was = page.text().lines().findFirst().orElse("");
    Hunk hunk =
        new Hunk(
            HunkKind.CHANGED,
            "",
            List.of(
                new Segment(SegmentKind.DELETE, "Until lately. "),
                new Segment(SegmentKind.EQUAL, was)));
    return new PageChanged(
        page.page(),
        page.title(),
        2,
        page.fetchedAt().minus(Duration.ofDays(1)),
        page.fetchedAt(),
        List.of(ChangeKind.SUBSTANTIVE),
        0.6,
        "One paragraph changed.",
        List.of(hunk),
        Optional.empty(),
        placed,
        false);
  }
}
