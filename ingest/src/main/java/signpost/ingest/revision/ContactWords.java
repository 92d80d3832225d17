package signpost.ingest.revision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.events.ChangeKind;
import signpost.ingest.revision.Importance.Place;

/** Says which number or address became which, where a passage leaves no doubt. */
final class ContactWords {
  private static final Pattern PHONE =
      Pattern.compile(
          "(?:\\+44\\s?(?:\\(0\\)\\s?)?|\\b0)(?:[\\s().-]{0,2}\\d){8,10}\\b|\\b116\\s?123\\b");

  private static final Pattern MAIL =
      Pattern.compile("(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}");

  private static final Pattern HELPLINE = Pattern.compile("(?i)\\bhelp ?lines?\\b");

  private ContactWords() {}

  /** "The helpline number changed from 0800 1 to 0800 2", without its full stop. */
  static String of(List<Place> places) {
    return places.stream()
        .filter(place -> place.kind() == ChangeKind.CONTACT)
        .findFirst()
        .flatMap(place -> one(place.hunk()))
        .orElse("Contact details or opening hours changed");
  }

  private static Optional<String> one(Hunk hunk) {
    String old = text(hunk, SegmentKind.DELETE);
    String young = text(hunk, SegmentKind.INSERT);
    String number =
        HELPLINE.matcher(old + " " + young).find() ? "The helpline number" : "The phone number";
    Optional<String> phone = told(number, found(PHONE, old), found(PHONE, young));
    Optional<String> mail = told("The e-mail address", found(MAIL, old), found(MAIL, young));
    // Two things at once are more than one sentence says rightly.
    return phone.isPresent() && mail.isPresent() ? Optional.empty() : phone.or(() -> mail);
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

  /** What is found as it is written, by one spelling of it. */
  private static Map<String, String> found(Pattern pattern, String text) {
    UnaryOperator<String> plain =
        pattern == MAIL
            ? mail -> mail.toLowerCase(Locale.UK)
            : phone -> phone.replace("(0)", "").replace("+44", "0").replaceAll("\\D", "");
    Map<String, String> found = new LinkedHashMap<>();
    pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .forEach(it -> found.putIfAbsent(plain.apply(it), it.strip()));
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
