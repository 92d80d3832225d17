package signpost.revision.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import signpost.revision.compare.ComparablePage.TextLine;
import signpost.revision.compare.ComparablePage.TextLink;

/**
 * How the links of two readings differ. Pairing is loose: the same address or the same words are
 * the same link, so a changed target under the same words is one change.
 *
 * @param all how many links the reading with more of them has, at least 1
 */
public record LinkChanges(
    List<LinkRetarget> retargeted, List<TextLink> added, List<TextLink> removed, int all) {

  public LinkChanges {
    retargeted = List.copyOf(retargeted);
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /** The same words, another address. */
  public record LinkRetarget(TextLink before, TextLink after) {}

  public static LinkChanges between(ComparablePage before, ComparablePage after) {
    Set<TextLink> young = without(after.links(), before.links());
    Map<String, Deque<TextLink>> byText = new HashMap<>();
    young.forEach(it -> byText.computeIfAbsent(it.text(), _ -> new ArrayDeque<>()).add(it));
    List<LinkRetarget> retargeted = new ArrayList<>();
    List<TextLink> removed = new ArrayList<>();
    for (TextLink link : without(before.links(), after.links())) {
      Deque<TextLink> same = byText.getOrDefault(link.text(), new ArrayDeque<>());
      if (link.text().isBlank() || same.isEmpty()) {
        removed.add(link);
      } else {
        retargeted.add(new LinkRetarget(link, same.removeFirst()));
      }
    }
    retargeted.forEach(it -> young.remove(it.after()));
    Set<String> writtenBefore = written(before, young);
    Set<String> writtenAfter = written(after, removed);
    removed.removeIf(link -> stands(link, writtenAfter));
    young.removeIf(link -> stands(link, writtenBefore) || wasNotKept(link, before));
    int all = Math.max(1, Math.max(before.links().size(), after.links().size()));
    return new LinkChanges(retargeted, List.copyOf(young), removed, all);
  }

  private static Set<TextLink> without(List<TextLink> links, List<TextLink> others) {
    Set<String> known = others.stream().map(TextLink::place).collect(Collectors.toSet());
    return links.stream()
        .filter(link -> !known.contains(link.place()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The numbers and addresses a reading writes out, where any link leads to one. */
  private static Set<String> written(ComparablePage reading, Collection<TextLink> links) {
    return links.stream().allMatch(link -> link.contact().isEmpty())
        ? Set.of()
        : reading.lines().stream()
            .flatMap(line -> ChangeSigns.contacts(line.text()).stream())
            .collect(Collectors.toSet());
  }

  /** A number or address that is written out is there, linked or not. */
  private static boolean stands(TextLink link, Set<String> written) {
    return link.contact().filter(contact -> written.contains(contact.detail())).isPresent();
  }

  /** Readings stored by older versions have no contact links, though the pages had them. */
  private static boolean wasNotKept(TextLink link, ComparablePage before) {
    return link.contact().isPresent()
        && before.links().stream().allMatch(it -> it.contact().isEmpty())
        && before.lines().stream().map(TextLine::text).anyMatch(text -> text.contains(link.text()));
  }

  /** The numbers and addresses among the links. */
  public LinkChanges contacts() {
    return only(link -> link.contact().isPresent());
  }

  /** The links to pages. */
  public LinkChanges pages() {
    return only(link -> link.contact().isEmpty());
  }

  private LinkChanges only(Predicate<TextLink> wanted) {
    return new LinkChanges(
        retargeted.stream().filter(it -> wanted.test(it.after())).toList(),
        added.stream().filter(wanted).toList(),
        removed.stream().filter(wanted).toList(),
        all);
  }

  public boolean isEmpty() {
    return retargeted.isEmpty() && added.isEmpty() && removed.isEmpty();
  }

  /** 0 to 1. */
  public double share() {
    return Math.min(1, (double) (retargeted.size() + added.size() + removed.size()) / all);
  }
}
