package signpost.revision.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds phrases in a text where its words begin. Of hundreds of phrases few begin with the letters
 * that stand there, and only those are tried: trying all takes several times as long.
 */
final class PhraseList {
  /** What stands before a phrase may decide whether it is one. */
  private static final List<String> BEFORE = List.of("", " ", "'", ". ", ": ", "\n", "\t");

  /** So many letters of a text decide which phrases are tried there. */
  private static final int START = 3;

  private final List<Pattern> phrases;
  private final Map<String, Optional<Pattern>> byStart = new ConcurrentHashMap<>();

  PhraseList(List<String> expressions) {
    this.phrases =
        expressions.stream()
            .flatMap(expression -> alternatives(expression).stream())
            .map(Pattern::compile)
            .toList();
  }

  /** Its parts between those "|" that stand in no brackets. */
  private static List<String> alternatives(String expression) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int depth = 0;
    for (int i = 0; i < expression.length(); i++) {
      switch (expression.charAt(i)) {
        case '\\' -> i++;
        case '(', '[' -> depth++;
        case ')', ']' -> depth--;
        case '|' -> {
          if (depth == 0) {
            parts.add(expression.substring(from, i));
            from = i + 1;
          }
        }
        default -> {}
      }
    }
    parts.add(expression.substring(from));
    return parts;
  }

  /** Where a phrase stands. */
  record Span(int from, int to) {
    String in(String text) {
      return text.substring(from, to);
    }
  }

  List<Span> spans(String text) {
    List<Span> spans = new ArrayList<>();
    Map<String, Optional<Matcher>> matchers = new HashMap<>();
    int at = 0;
    while (at < text.length()) {
      int end = begins(text, at) ? end(text, at, matchers) : at;
      if (end > at) {
        spans.add(new Span(at, end));
      }
      at = Math.max(end, at + 1);
    }
    return spans;
  }

  /** Where the phrase ends that begins here; here, if none does. */
  private int end(String text, int at, Map<String, Optional<Matcher>> matchers) {
    return matchers
        .computeIfAbsent(
            text.substring(at, Math.min(at + START, text.length())),
            start -> beginningWith(start).map(it -> matcher(it, text)))
        .map(matcher -> matcher.region(at, text.length()))
        .filter(Matcher::lookingAt)
        .map(Matcher::end)
        .orElse(at);
  }

  private static Matcher matcher(Pattern pattern, String text) {
    return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }

  /** Whether a word begins here, or a sign stands. */
  private static boolean begins(String text, int at) {
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c)
        ? at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))
        : !Character.isWhitespace(c);
  }

  private Optional<Pattern> beginningWith(String start) {
    return byStart.computeIfAbsent(start, this::any);
  }

  private Optional<Pattern> any(String start) {
    String all =
        phrases.stream()
            .filter(phrase -> mayBegin(phrase, start))
            .map(Pattern::pattern)
            .collect(Collectors.joining("|"));
    return all.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(all));
  }

  /** A phrase that fails after these letters for want of more might match if more came. */
  @SuppressWarnings("JdkObsolete") // whether it wants more is what hitEnd tells
  private static boolean mayBegin(Pattern phrase, String start) {
    return BEFORE.stream()
        .map(before ->
            matcher(phrase, before + start)
                .region(before.length(), before.length() + start.length()))
        .anyMatch(matcher -> matcher.lookingAt() || matcher.hitEnd());
  }
}
