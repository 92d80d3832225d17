package signpost.search.pages.owner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import signpost.search.pages.NotifierApi;

/** Somebody's own page as it is shown: what they still have to say something of, and the rest. */
record YoursView(
    String token,
    NotifierApi.OwnPage own,
    List<GuideFindings> open,
    List<GuideFindings> answered,
    List<KindPreference> kinds) {
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("broken", "A link no longer works");
    KINDS.put("gone-in-place", "A page was withdrawn or replaced, or is no longer what it was");
    KINDS.put("host-down", "A whole site does not answer");
    KINDS.put("changed", "A page changed");
    KINDS.put("moved", "A page moved");
    KINDS.put("tls-problem", "A site’s certificate has a problem");
    KINDS.put("reported", "A reader reported a link");
    KINDS.put("review-due", "A link is due for a review");
    KINDS.put("address-question", "It is not certain where a link leads");
  }

  /** Some of what was told of one guide. */
  record GuideFindings(String id, String title, List<NotifierApi.FindingItem> items) {}

  /** A kind of finding, and how soon it is told. */
  record KindPreference(String name, String words, String frequency) {

    boolean is(String which) {
      return which.equals(frequency);
    }
  }

  static YoursView of(NotifierApi.OwnPage own, String token) {
    List<KindPreference> kinds =
        KINDS.entrySet().stream()
            .map(it ->
                new KindPreference(
                    it.getKey(), it.getValue(), own.byKind().getOrDefault(it.getKey(), "daily")))
            .toList();
    return new YoursView(
        token,
        own,
        guides(own, item -> item.answer() == null),
        guides(own, item -> item.answer() != null),
        kinds);
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
