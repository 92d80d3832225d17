package signpost.notifier.finding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import signpost.events.Attempt;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeKind;
import signpost.events.GoneKind;
import signpost.events.PageSuccessor;
import signpost.notifier.store.WireName;

/**
 * What was tried, what changed in words and in which revision, the publisher's own note and the
 * page put in its place.
 *
 * @param change of a revision, the most important kind of change
 * @param rule what decided that it is told, as ops counts rules: {@code broken/not-found}
 * @param domain of a registration that ends, the name
 * @param successor what the search for where a page went that ended came to; nothing where {@code
 *     replacement} says it
 */
public record FindingDetail(
    List<Attempt> tried,
    List<Hunk> hunks,
    Optional<ChangeKind> change,
    Optional<Integer> revision,
    Optional<String> note,
    Optional<String> replacement,
    Optional<String> rule,
    Optional<String> domain,
    Optional<PageSuccessor> successor) {
  public static final FindingDetail NONE = tried(List.of(), Optional.empty());

  public FindingDetail {
    tried = List.copyOf(tried);
    hunks = List.copyOf(hunks);
    successor = replacement.isPresent() ? Optional.empty() : successor;
  }

  /** Of trouble with a link. */
  public static FindingDetail tried(List<Attempt> tried, Optional<String> replacement) {
    return new FindingDetail(
        tried,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        replacement,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Of a name whose registration ends. */
  public static FindingDetail ending(String domain) {
    return new FindingDetail(
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(domain),
        Optional.empty());
  }

  /** Of a question about an address; empty where nobody knows one. */
  public static FindingDetail asked(String why, Optional<String> address) {
    return tried(List.of(), address).by(why);
  }

  /** Of a page's revision. */
  public static FindingDetail revised(
      ChangeKind change, int revision, List<Hunk> hunks, Optional<String> note) {
    return new FindingDetail(
        List.of(),
        hunks,
        Optional.of(change),
        Optional.of(revision),
        note,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** How a page ended in its place, where the rule that told it says so. */
  Optional<GoneKind> gone() {
    return Arrays.stream(GoneKind.values())
        .filter(kind -> rule.filter(WireName.of(kind)::equals).isPresent())
        .findFirst();
  }

  /** The same of a page whose most important change is this. */
  FindingDetail about(ChangeKind kind) {
    return new FindingDetail(
        tried, hunks, Optional.of(kind), revision, note, replacement, rule, domain, successor);
  }

  /** The same, raised by this rule. */
  FindingDetail by(String name) {
    return new FindingDetail(
        tried, hunks, change, revision, note, replacement, Optional.of(name), domain, successor);
  }

  /** The same of a page that was found there. */
  public FindingDetail at(Optional<PageSuccessor> found) {
    return new FindingDetail(
        tried, hunks, change, revision, note, replacement, rule, domain, found);
  }

  /** The page that is offered in the subject's place. */
  public Optional<PageSuccessor.Offered> offer() {
    return successor
        .filter(PageSuccessor.Offered.class::isInstance)
        .map(PageSuccessor.Offered.class::cast);
  }

  /** The address put in the subject's place by its publisher, or offered. */
  public Optional<String> newAddress() {
    return replacement.or(() -> offer().map(PageSuccessor.Offered::url));
  }
}
