package signpost.search.pages.owner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import signpost.events.FindingEvent.FindingKind;
import signpost.search.pages.NotifierApi;
import signpost.search.pages.PageFormat;

/** Somebody's own page as it is shown: what they still have to say something of, and the rest. */
record YoursView(
    OwnKey key,
    NotifierApi.OwnPage own,
    List<GuideFindings> open,
    List<GuideFindings> answered,
    List<KindPreference> kinds) {
  /** Some of what was told of one guide. */
  record GuideFindings(String id, String title, List<NotifierApi.FindingItem> items) {
    /**
     * Where it is answered, or shown to those who have no say; a site's and a line's page is its
     * guide's.
     */
    String link(NotifierApi.FindingItem item) {
      if (!item.token().isEmpty()) {
        return "/answer?t=" + item.token();
      }
      return FindingKind.named(item.finding().kind()).filter(FindingKind::hasPage).isPresent()
          ? PageFormat.resource(item.finding().subject())
          : PageFormat.guide(id);
    }
  }

  /** A kind of finding, and how soon it is told; {@code mixed} where only some of it is urgent. */
  record KindPreference(String name, String words, String frequency, boolean mixed) {

    boolean is(String which) {
      return which.equals(frequency);
    }
  }

  static YoursView of(NotifierApi.OwnPage own, OwnKey key) {
    List<KindPreference> kinds =
        Arrays.stream(FindingKind.values())
            .map(it ->
                new KindPreference(
                    it.wireName(),
                    words(it),
                    own.byKind().getOrDefault(it.wireName(), "daily"),
                    it.isUrgent().isEmpty()))
            .toList();
    return new YoursView(
        key,
        own,
        guides(own, item -> item.answer() == null),
        guides(own, item -> item.answer() != null),
        kinds);
  }

  private static String words(FindingKind kind) {
    return switch (kind) {
      case BROKEN -> "A link no longer works";
      case GONE_IN_PLACE -> "A page was withdrawn or replaced, or is no longer what it was";
      case HOST_DOWN -> "A whole site does not answer";
      case CHANGED -> "A page changed";
      case MOVED -> "A page moved";
      case DOMAIN_ENDING -> "The name of a site is in doubt";
      case TLS_PROBLEM -> "A site’s certificate has a problem";
      case REPORTED -> "A reader reported a link";
      case REVIEW_DUE -> "A link is due for a review";
      case ADDRESS_QUESTION -> "It is not certain where a link leads";
    };
  }

  /** Every guide of which something is open. */
  List<GuideFindings> guides() {
    return guides(own, _ -> true);
  }

  private static List<GuideFindings> guides(
      NotifierApi.OwnPage own, Predicate<NotifierApi.FindingItem> wanted) {
    Map<String, List<NotifierApi.FindingItem>> byGuide = new LinkedHashMap<>();
    own.open().stream()
        .filter(wanted)
        .forEach(item -> byGuide.computeIfAbsent(item.guide(), _ -> new ArrayList<>()).add(item));
    List<GuideFindings> guides = new ArrayList<>();
    byGuide.forEach(
        (id, items) -> guides.add(new GuideFindings(id, items.getFirst().guideTitle(), items)));
    return guides;
  }

  boolean hasGuide(String id) {
    return own.open().stream().anyMatch(item -> item.guide().equals(id));
  }

  String away() {
    return String.join(", ", own.away());
  }
}
