package signpost.web.revision.kind;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.events.ChangeKind;
import signpost.web.extract.ContactUrl;
import signpost.web.revision.compare.ComparablePage.TextLink;
import signpost.web.revision.compare.ContactDetails;
import signpost.web.revision.compare.ContactDetails.ContactDetail;
import signpost.web.revision.compare.ContactDetails.ContactKind;
import signpost.web.revision.compare.LinkChanges;
import signpost.web.revision.kind.ChangeImportance.ClassifiedPlace;

/** Says which number or address became which, where a passage leaves no doubt. */
final class ContactWords {
  private static final Pattern HELPLINE =
      Pattern.compile("(?iu)\\bhelp ?lines?\\b|\\bllinell(?:au)? gymorth\\b");

  private ContactWords() {}

  /** "The helpline number changed from 0800 1 to 0800 2", without its full stop. */
  static String of(List<ClassifiedPlace> places) {
    return places.stream()
        .filter(place -> place.kind() == ChangeKind.CONTACT)
        .findFirst()
        .flatMap(place -> one(place.hunk()))
        .orElse("Contact details or opening hours changed");
  }

  /** The same of numbers and addresses that readers reach by a link, and may not see. */
  static String of(LinkChanges links) {
    int more = links.retargeted().size() + links.added().size() + links.removed().size() - 1;
    String others = more == 0 ? "" : ", and " + more + (more == 1 ? " other" : " others");
    if (!links.retargeted().isEmpty()) {
      TextLink before = links.retargeted().getFirst().before();
      TextLink after = links.retargeted().getFirst().after();
      String from = before.contact().isPresent() ? " from " + detail(before) : "";
      return behind(after) + " changed" + from + " to " + detail(after) + others + under(after);
    }
    return links.added().isEmpty()
        ? behind(links.removed().getFirst())
            + (" was taken out: " + detail(links.removed().getFirst()))
            + (others + under(links.removed().getFirst()))
        : behind(links.added().getFirst())
            + (" was added: " + detail(links.added().getFirst()))
            + (others + under(links.added().getFirst()));
  }

  private static String behind(TextLink link) {
    boolean number = link.contact().filter(ContactUrl::isNumber).isPresent();
    String what = number ? "The phone number" : "The e-mail address";
    return link.text().isBlank() ? what : what + " behind “" + link.text() + "”";
  }

  private static String detail(TextLink link) {
    return link.contact().map(ContactUrl::detail).orElse(link.url());
  }

  private static String under(TextLink link) {
    return link.heading().isBlank() ? "" : " under “" + link.heading() + "”";
  }

  private static Optional<String> one(Hunk hunk) {
    String old = text(hunk, SegmentKind.DELETE);
    String young = text(hunk, SegmentKind.INSERT);
    List<ContactDetail> before = ContactDetails.in(old);
    List<ContactDetail> after = ContactDetails.in(young);
    List<ContactKind> others =
        Arrays.stream(ContactKind.values())
            .filter(kind -> !plain(kind, before).equals(plain(kind, after)))
            .toList();
    // Two things at once are more than one sentence says rightly.
    return others.size() == 1
        ? told(others.getFirst(), old + " " + young, before, after)
        : Optional.empty();
  }

  private static Optional<String> told(
      ContactKind kind, String around, List<ContactDetail> before, List<ContactDetail> after) {
    String what =
        switch (kind) {
          case PHONE ->
              HELPLINE.matcher(around).find() ? "The helpline number" : "The phone number";
          case TEXT -> "The number to text";
          case MAIL -> "The e-mail address";
          case POSTCODE -> "The postcode";
          case HOURS -> "";
        };
    return kind == ContactKind.HOURS
        ? Optional.of("Opening hours or times changed")
        : told(what, found(kind, before), found(kind, after));
  }

  private static List<String> plain(ContactKind kind, List<ContactDetail> details) {
    return details.stream().filter(it -> it.kind() == kind).map(ContactDetail::plain).toList();
  }

  /** Nothing when nothing or more than one detail of a kind went or came. */
  private static Optional<String> told(
      String what, Map<String, String> before, Map<String, String> after) {
    List<String> gone = without(before, after);
    List<String> come = without(after, before);
    if (gone.size() > 1 || come.size() > 1 || gone.size() + come.size() == 0) {
      return Optional.empty();
    }
    if (come.isEmpty()) {
      return Optional.of(what + " " + gone.getFirst() + " was taken out");
    }
    return Optional.of(
        gone.isEmpty()
            ? what + " " + come.getFirst() + " was added"
            : what + " changed from " + gone.getFirst() + " to " + come.getFirst());
  }

  private static List<String> without(Map<String, String> these, Map<String, String> those) {
    return these.entrySet().stream()
        .filter(entry -> !those.containsKey(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Details as they are written, by one spelling of them. */
  private static Map<String, String> found(ContactKind kind, List<ContactDetail> details) {
    Map<String, String> found = new LinkedHashMap<>();
    details.stream()
        .filter(it -> it.kind() == kind)
        .forEach(it -> found.putIfAbsent(it.plain(), it.written()));
    return found;
  }

  private static String text(Hunk hunk, SegmentKind side) {
    StringBuilder text = new StringBuilder();
    for (Segment segment : hunk.segments()) {
      if (segment.kind() == SegmentKind.EQUAL || segment.kind() == side) {
        text.append(segment.text());
      }
    }
    return text.toString();
  }
}
