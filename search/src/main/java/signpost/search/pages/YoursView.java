package signpost.search.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Somebody's own page as it is shown. */
record YoursView(String token, NotifierApi.Own own, List<Guide> guides, List<Kind> kinds) {
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
  }

  /** What is open in one guide. */
  record Guide(String id, String title, List<NotifierApi.Item> items) {}

  /** A kind of finding, and how soon it is told. */
  record Kind(String name, String words, String frequency) {

    boolean is(String which) {
      return which.equals(frequency);
    }
  }

  static YoursView of(NotifierApi.Own own, String token) {
    Map<String, List<NotifierApi.Item>> byGuide = new LinkedHashMap<>();
    for (NotifierApi.Item item : own.open()) {
      byGuide.computeIfAbsent(item.guide(), _ -> new ArrayList<>()).add(item);
    }
    List<Guide> guides = new ArrayList<>();
    byGuide.forEach((id, items) -> guides.add(new Guide(id, items.getFirst().guideTitle(), items)));
    List<Kind> kinds =
        KINDS.entrySet().stream()
            .map(it ->
                new Kind(
                    it.getKey(), it.getValue(), own.byKind().getOrDefault(it.getKey(), "daily")))
            .toList();
    return new YoursView(token, own, guides, kinds);
  }

  boolean hasGuide(String id) {
    return guides.stream().anyMatch(guide -> guide.id().equals(id));
  }

  String away() {
    return String.join(", ", own.away());
  }
}
