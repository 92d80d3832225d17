package signpost.search.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import signpost.events.ChangeKind;
import signpost.events.FindingEvent.AnswerKind;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;
import signpost.events.FindingEvent.GuideAnswer;
import signpost.events.PlacementRef;

/** The machine's words in people's. */
public final class PageWords {
  private static final Map<String, String> FACETS =
      Map.ofEntries(
          Map.entry("nation", "Nation"),
          Map.entry("publisher", "Publisher"),
          Map.entry("role", "Who it is for"),
          Map.entry("level", "Level"),
          Map.entry("type", "Kind"),
          Map.entry("format", "Format"),
          Map.entry("language", "Language"),
          Map.entry("health", "Does it work?"),
          Map.entry("guide", "Guide"),
          Map.entry("label", "Label"),
          Map.entry("host", "Site"));

  /** Tokens of curators that reading them letter by letter would not make words of. */
  private static final Map<String, String> LABELS =
      Map.of("all", "Everybody", "in-depth", "In depth", "pdf", "PDF", "e-learning", "E-learning");

  private PageWords() {}

  public static String facet(String name) {
    return FACETS.getOrDefault(name, name);
  }

  /** "Social care" for {@code social-care}. */
  public static String label(String token) {
    String words = token.replace('-', ' ');
    return token.isEmpty() || LABELS.containsKey(token)
        ? LABELS.getOrDefault(token, token)
        : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }

  public static String format(String media) {
    return switch (media) {
      case "html" -> "Web page";
      case "pdf" -> "PDF";
      case "docx" -> "Word document";
      case "pptx" -> "Slides";
      case "odt" -> "OpenDocument text";
      case "epub" -> "EPUB";
      default -> media;
    };
  }

  public static String language(String tag) {
    String name = Locale.forLanguageTag(tag).getDisplayLanguage(Locale.UK);
    return name.isBlank() ? tag : name;
  }

  static String change(ChangeKind kind) {
    return switch (kind) {
      case END_OF_LIFE -> "Withdrawn, replaced or archived";
      case IDENTITY -> "About something else";
      case CONTACT -> "Contact details or opening hours";
      case SUBSTANTIVE -> "Content";
      case LINKS -> "Links";
      case DOCUMENT_REPLACED -> "Document replaced";
      case DATE_ONLY -> "Date only";
      case COSMETIC -> "Small correction";
    };
  }

  /** "Contact details or opening hours, links". */
  public static String changes(List<ChangeKind> kinds) {
    String words = String.join(", ", kinds.stream().map(PageWords::change).toList());
    return words.isEmpty()
        ? "Content"
        : words.charAt(0) + words.substring(1).toLowerCase(Locale.UK);
  }

  /** How much a change matters, from 0 to 1, without a number nobody can check. */
  public static String importance(double importance) {
    return importance >= 0.7 ? "Important" : importance >= 0.3 ? "Worth a look" : "Minor";
  }

  /** What a finding is about: the guide's own words for it, else its site or address. */
  public static String subject(FindingChanged finding) {
    return finding.kind().isOfSite()
        ? PageFormat.host(finding.subject())
        : finding.placements().stream()
            .map(PlacementRef::text)
            .filter(text -> !text.isBlank())
            .findFirst()
            .orElseGet(() -> PageFormat.address(finding.subject()));
  }

  /** Our page about it. */
  public static String address(FindingChanged finding) {
    return finding.kind().isOfSite()
        ? PageFormat.source(PageFormat.host(finding.subject()))
        : PageFormat.resource(finding.subject());
  }

  public static String colour(FindingKind kind) {
    return switch (kind) {
      case BROKEN, HOST_DOWN -> "red";
      case GONE_IN_PLACE, TLS_PROBLEM -> "orange";
      case MOVED, DOMAIN_ENDING, REVIEW_DUE, ADDRESS_QUESTION -> "blue";
      case CHANGED, REPORTED -> "purple";
    };
  }

  public static String state(FindingState state) {
    return switch (state) {
      case OPEN -> "open";
      case ACKNOWLEDGED -> "being dealt with";
      case SNOOZED -> "put off";
      case IGNORED -> "ignored";
      case RESOLVED -> "resolved";
    };
  }

  /** What was answered, as its owners read it. */
  public static String given(NotifierApi.GivenAnswer given) {
    AnswerKind kind = AnswerKind.valueOf(given.kind().toUpperCase(Locale.ROOT));
    return answer(
        new GuideAnswer("", kind, given.words(), given.at(), Optional.ofNullable(given.until())));
  }

  /** What a guide's owner answered, without who. */
  public static String answer(GuideAnswer answer) {
    return switch (answer.kind()) {
      case ACKNOWLEDGED -> "The owner is dealing with it.";
      case SNOOZED ->
          "The owner put it off"
              + answer.until().map(until -> " until " + PageFormat.day(until)).orElse("")
              + ".";
      case IGNORED ->
          "The owner ignores it"
              + answer.until().map(until -> " until " + PageFormat.day(until)).orElse("")
              + ": “"
              + PageFormat.brief(answer.words(), 240)
              + "”";
      case KEEP -> "The owner looked at it and keeps the link.";
      case REPLACE -> "The owner replaces the link by " + PageFormat.brief(answer.words(), 300);
      case REMOVE -> "The owner takes the link out.";
      case WRONG -> "The owner says that there is nothing wrong.";
    };
  }
}
