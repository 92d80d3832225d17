package signpost.ingest.revision;

import java.util.ArrayList;
import java.util.List;
import signpost.ingest.revision.Reading.Link;

/**
 * How the links of two readings differ. Pairing is loose: the same address or the same words are
 * the same link, so a changed target under the same words is one change.
 */
record LinkChanges(List<Retarget> retargeted, List<Link> added, List<Link> removed, int all) {

  /** The same words, another address. */
  record Retarget(Link before, Link after) {}

  static LinkChanges between(Reading before, Reading after) {
    List<Link> old = without(before.links(), after.links());
    List<Link> young = without(after.links(), before.links());
    List<Retarget> retargeted = new ArrayList<>();
    for (Link link : List.copyOf(old)) {
      young.stream()
          .filter(it -> !it.text().isBlank() && it.text().equals(link.text()))
          .findFirst()
          .ifPresent(it -> {
            retargeted.add(new Retarget(link, it));
            old.remove(link);
            young.remove(it);
          });
    }
    int all = Math.max(1, Math.max(before.links().size(), after.links().size()));
    return new LinkChanges(retargeted, young, old, all);
  }

  private static List<Link> without(List<Link> links, List<Link> others) {
    List<String> known = others.stream().map(Link::url).toList();
    return new ArrayList<>(links.stream().filter(link -> !known.contains(link.url())).toList());
  }

  boolean isEmpty() {
    return retargeted.isEmpty() && added.isEmpty() && removed.isEmpty();
  }

  /** 0 to 1. */
  double share() {
    return Math.min(1, (double) (retargeted.size() + added.size() + removed.size()) / all);
  }
}
