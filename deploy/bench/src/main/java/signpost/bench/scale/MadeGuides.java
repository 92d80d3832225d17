package signpost.bench.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import signpost.events.PlacementRef;
import signpost.events.PlacementStatus;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.GuideSection;
import signpost.events.ResourceEvent.ResourceListed;

/** Guides of a hundred resources each; every fiftieth page is one. */
final class MadeGuides {
  private static final int APART = 50;
  private static final int SIZE = 100;
  private static final int SECTION = 10;

  private static final List<String> NATIONS =
      List.of("UK", "England", "Wales", "Scotland", "Northern Ireland");
  private static final List<String> TYPES =
      List.of("guidance", "toolkit", "video", "e-learning", "leaflet", "research");
  private static final List<String> ROLES =
      List.of("all", "school", "health", "social-care", "police", "manager");
  private static final List<String> LEVELS = List.of("understanding", "in-depth", "training");

  private final long seed;
  private final int documents;
  private final PageAddresses addresses;
  private final SyntheticVocabulary english;

  MadeGuides(long seed, int documents, PageAddresses addresses, SyntheticVocabulary english) {
    this.seed = seed;
    this.documents = documents;
    this.addresses = addresses;
    this.english = english;
  }

  static boolean places(int page) {
    return page % APART == 0;
  }

  static String id(int guide) {
    return "guide-" + guide;
  }

  int count() {
    return Math.ceilDiv(Math.ceilDiv(documents, APART), SIZE);
  }

  /** The guide whose last resource this page is. */
  Optional<GuideListed> endingAt(int page) {
    int place = page / APART;
    boolean last = place % SIZE == SIZE - 1 || page + APART >= documents;
    return places(page) && last ? Optional.of(guide(place / SIZE)) : Optional.empty();
  }

  ResourceListed resource(int page) {
    int place = page / APART;
    SplittableRandom random = random(place, 1);
    return new ResourceListed(
        addresses.of(page),
        PlacementStatus.ACTIVE,
        List.of(new PlacementRef(id(place / SIZE), section(place), text(place), place % SIZE + 1)),
        List.of("owner-" + place / SIZE % 7),
        Optional.of(any(NATIONS, random)),
        labels(place),
        false);
  }

  private GuideListed guide(int guide) {
    List<GuideSection> sections = new ArrayList<>();
    int end = Math.min((guide + 1) * SIZE, Math.ceilDiv(documents, APART));
    for (int from = guide * SIZE; from < end; from += SECTION) {
      List<GuidePlacement> placements = new ArrayList<>();
      for (int place = from; place < Math.min(from + SECTION, end); place++) {
        placements.add(
            new GuidePlacement(
                text(place),
                Optional.of(addresses.of(place * APART)),
                PlacementStatus.ACTIVE,
                Optional.empty(),
                labels(place)));
      }
      sections.add(new GuideSection(section(from), placements));
    }
    String title = new SyntheticProse(english, random(guide, 2)).phrase(2, 5);
    return new GuideListed(
        id(guide), title, Optional.empty(), true, List.of("owner-" + guide % 7), sections);
  }

  private String section(int place) {
    return new SyntheticProse(english, random(place / SECTION, 3)).phrase(2, 4);
  }

  private String text(int place) {
    return new SyntheticProse(english, random(place, 4)).phrase(3, 8);
  }

  private List<String> labels(int place) {
    SplittableRandom random = random(place, 5);
    return List.of(
        "type:" + any(TYPES, random), "role:" + any(ROLES, random), "level:" + any(LEVELS, random));
  }

  private SplittableRandom random(int number, int what) {
    return new SplittableRandom((seed * 31 + number) * 31 + what);
  }

  private static String any(List<String> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }
}
