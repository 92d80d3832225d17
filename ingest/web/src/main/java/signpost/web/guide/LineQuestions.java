package signpost.web.guide;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import signpost.catalogue.Placement;
import signpost.events.AddressQuestion;
import signpost.events.AddressQuestion.QuestionReason;
import signpost.events.Explanation;
import signpost.url.WebUrl;

/** What a guide's owner is asked about the address of a line, in words of theirs. */
final class LineQuestions {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int SHORT = 2;

  private LineQuestions() {}

  static AddressQuestion found(Placement line, WebUrl there) {
    String known =
        line.url()
            .map(guess -> "Signpost’s list only guesses " + guess.href())
            .orElse("Signpost’s list has no address for it");
    return ask(
        QuestionReason.FOUND_ON_PAGE,
        leads(line.text(), there) + "; " + known + ".",
        "Signpost watches that address from now on.",
        "Say whether it is the right one.");
  }

  static AddressQuestion differs(Placement line, WebUrl there) {
    return ask(
        QuestionReason.DIFFERS_ON_PAGE,
        leads(line.text(), there)
            + "; Signpost’s list says "
            + line.url().map(WebUrl::href).orElse("nothing")
            + ".",
        "Readers follow the page, so Signpost watches the address they are led to.",
        "Say whether it is the right one. If not, correct the page.");
  }

  static AddressQuestion onlyOnPage(String text, WebUrl there) {
    return ask(
        QuestionReason.ONLY_ON_PAGE,
        leads(text, there) + ", and Signpost’s list does not have this link.",
        "Readers follow it, so Signpost watches it.",
        "Say whether it belongs to the guide.");
  }

  static AddressQuestion notOnPage(Placement line) {
    return ask(
        QuestionReason.NOT_ON_PAGE,
        "Signpost’s list has “"
            + line.text()
            + "” ("
            + line.url().map(WebUrl::href).orElse("without an address")
            + "), and the guide’s page has no such link.",
        "It is still watched, though no reader may meet it.",
        "Say whether it belongs to the guide.");
  }

  static AddressQuestion unknown(Placement line) {
    return ask(
        QuestionReason.UNKNOWN,
        "Nobody has said where “" + line.text() + "” leads.",
        "It cannot be watched.",
        "Find it, and say its address.");
  }

  /** Of an address that is a guess, once it has been visited. */
  static AddressQuestion probable(Placement line, WebUrl guess, SeenAddress seen) {
    return ask(
        QuestionReason.PROBABLE,
        "It is a guess that “"
            + line.text()
            + "” leads to "
            + guess.href()
            + ". "
            + stands(line, seen),
        "Until somebody confirms it, you are not told when it breaks.",
        "Open it, and say whether it is the right one.");
  }

  private static String stands(Placement line, SeenAddress seen) {
    return seen.title()
        .map(title ->
            "The page there is called “"
                + title
                + (fits(line.text(), title) ? "”, which fits." : "”, which does not look like it."))
        .or(() -> seen.trouble().map(why -> "Nothing could be read there: " + why))
        .orElse("Nothing could be read there.");
  }

  /** Whether at least half of the link's longer words stand in the title. */
  static boolean fits(String text, String title) {
    Set<String> wanted = words(text);
    Set<String> there = words(title);
    long shared = wanted.stream().filter(there::contains).count();
    return !wanted.isEmpty() && 2 * shared >= wanted.size();
  }

  private static Set<String> words(String text) {
    return NO_WORD
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() > SHORT)
        .collect(Collectors.toSet());
  }

  private static String leads(String text, WebUrl there) {
    return "The guide’s page leads “" + text + "” to " + there.href();
  }

  private static AddressQuestion ask(QuestionReason why, String seen, String means, String fix) {
    return new AddressQuestion(why, new Explanation(seen, means, fix));
  }
}
