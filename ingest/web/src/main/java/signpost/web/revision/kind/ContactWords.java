package signpost.web.revision.kind;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import signpost.events.ChangeKind;
import signpost.web.extract.ContactUrl;
import signpost.web.revision.compare.ChangeSigns;
import signpost.web.revision.compare.ComparablePage.TextLink;
import signpost.web.revision.compare.ContactDetails;
import signpost.web.revision.compare.ContactDetails.ContactDetail;
import signpost.web.revision.compare.ContactDetails.ContactKind;
import signpost.web.revision.compare.LinkChanges;
import signpost.web.revision.kind.ChangeImportance.ClassifiedPlace;
import signpost.web.revision.meaning.ChangeMeaning;

/** Says which numbers, addresses and hours became which: each of them, until it is too many. */
final class ContactWords {
  private static final Pattern HELPLINE =
      Pattern.compile("(?iu)\\bhelp ?lines?\\b|\\bllinell(?:au)? gymorth\\b");

  /** What the words of opening hours seem to say. */
  private static final Set<ChangeMeaning> OF_HOURS =
      EnumSet.of(
          ChangeMeaning.OPENING, ChangeMeaning.DEADLINE, ChangeMeaning.PLACE, ChangeMeaning.AMOUNT);

  /** More names than these are no sentence. */
  private static final int MOST = 6;

  private ContactWords() {}

  /** Each detail that changed in words or behind them; none where none did. */
  static List<TellingClause> of(List<ClassifiedPlace> places, LinkChanges links) {
    List<TellingClause> all = new ArrayList<>();
    Set<String> told = new HashSet<>();
    places.stream()
        .filter(place -> place.kind() == ChangeKind.CONTACT)
        .forEach(place -> {
          HunkText text = HunkText.of(place.hunk());
          told.addAll(ChangeSigns.contacts(text.old() + "\n" + text.young()));
          all.addAll(of(place, text));
        });
    all.addAll(behind(links, told));
    if (all.size() <= MOST) {
      return all;
    }
    int more = all.size() - MOST;
    List<TellingClause> first = new ArrayList<>(all.subList(0, MOST));
    first.add(TellingClause.of(CountedThings.of(more, "other contact detail") + " changed too"));
    return first;
  }

  /** Whether a passage says something beside its details, and is quoted for it. */
  static boolean isBesides(ClassifiedPlace place) {
    return place.kind() == ChangeKind.CONTACT && !OF_HOURS.containsAll(place.meanings());
  }

  private static List<TellingClause> of(ClassifiedPlace place, HunkText text) {
    String heading = place.hunk().heading();
    List<ContactDetail> before = ContactDetails.in(text.old());
    List<ContactDetail> after = ContactDetails.in(text.young());
    List<TellingClause> clauses = new ArrayList<>();
    for (ContactKind kind : ContactKind.values()) {
      List<String> gone = without(found(kind, before), found(kind, after));
      List<String> come = without(found(kind, after), found(kind, before));
      if (kind != ContactKind.HOURS && !(gone.isEmpty() && come.isEmpty())) {
        String what = what(kind, text.old() + " " + text.young());
        clauses.add(new TellingClause(changed(what, gone, come), heading, ""));
      }
    }
    if (isBesides(place)) {
      return clauses;
    }
    if (clauses.isEmpty() || !plain(before).equals(plain(after))) {
      clauses.add(quoted(text, heading, clauses.isEmpty() && plain(before).equals(plain(after))));
    }
    return clauses;
  }

  private static TellingClause quoted(HunkText text, String heading, boolean order) {
    QuotedWords words = QuotedWords.of(text, heading);
    String what = order ? "contact details" : "opening hours or times";
    if (words.old().isEmpty()) {
      return new TellingClause(what + " were added", heading, words.inMarks());
    }
    String happened = words.young().isEmpty() ? " were taken out" : " changed";
    return new TellingClause(what + happened, heading, words.inMarks());
  }

  private static String what(ContactKind kind, String around) {
    return switch (kind) {
      case PHONE -> HELPLINE.matcher(around).find() ? "helpline number" : "phone number";
      case TEXT -> "number to text";
      case MAIL -> "e-mail address";
      case POSTCODE -> "postcode";
      case HOURS -> "time";
    };
  }

  private static String changed(String what, List<String> gone, List<String> come) {
    if (gone.isEmpty() || come.isEmpty()) {
      List<String> all = gone.isEmpty() ? come : gone;
      return named(what, all.size())
          + " "
          + TellingClause.list(all)
          + (all.size() == 1 ? " was " : " were ")
          + (gone.isEmpty() ? "added" : "taken out");
    }
    return named(what, Math.max(gone.size(), come.size()))
        + " changed from "
        + TellingClause.list(gone)
        + " to "
        + TellingClause.list(come);
  }

  private static String named(String what, int count) {
    String one = "the " + what;
    if (count == 1) {
      return one;
    }
    return switch (what) {
      case "number to text" -> "the numbers to text";
      case "e-mail address" -> "the e-mail addresses";
      default -> one + "s";
    };
  }

  private static List<String> plain(List<ContactDetail> details) {
    return details.stream()
        .filter(it -> it.kind() == ContactKind.HOURS)
        .map(ContactDetail::plain)
        .toList();
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

  /** Numbers and addresses that readers reach by a link and do not see; not those told already. */
  private static List<TellingClause> behind(LinkChanges links, Set<String> told) {
    List<TellingClause> all = new ArrayList<>();
    links.retargeted().stream()
        .filter(it -> !told.contains(detail(it.after())))
        .forEach(it -> {
          boolean contact = it.before().contact().isPresent();
          String from = contact ? " from " + detail(it.before()) : "";
          all.add(behind(it.after(), " changed" + from + " to " + detail(it.after())));
        });
    links.removed().stream()
        .filter(it -> !told.contains(detail(it)))
        .forEach(it -> all.add(behind(it, " was taken out: " + detail(it))));
    links.added().stream()
        .filter(it -> !told.contains(detail(it)))
        .forEach(it -> all.add(behind(it, " was added: " + detail(it))));
    return all;
  }

  private static TellingClause behind(TextLink link, String happened) {
    boolean number = link.contact().filter(ContactUrl::isNumber).isPresent();
    String what = number ? "the phone number" : "the e-mail address";
    String behind = link.text().isBlank() ? what : what + " behind “" + link.text() + "”";
    return new TellingClause(behind + happened, link.heading(), "");
  }

  private static String detail(TextLink link) {
    return link.contact().map(ContactUrl::detail).orElse(link.url());
  }
}
