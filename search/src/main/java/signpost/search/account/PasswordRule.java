package signpost.search.account;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What makes a password too easy to guess: being short, or being about us. Nothing else is asked.
 */
public final class PasswordRule {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 128;
  private static final int FEWEST_LETTERS = 5;
  private static final List<String> GUESSED =
      List.of("signpost", "password", "qwerty", "letmein", "welcome", "123456", "abcdef");

  private PasswordRule() {}

  /** Why a password will not do; empty for one that will. */
  public static Optional<String> problem(String name, String password) {
    if (password.length() < SHORTEST) {
      return Optional.of("A password has %d letters or more.".formatted(SHORTEST));
    }
    if (password.length() > LONGEST) {
      return Optional.of("A password has %d letters at most.".formatted(LONGEST));
    }
    String lower = password.toLowerCase(Locale.ROOT);
    boolean easy =
        lower.chars().distinct().count() < FEWEST_LETTERS
            || lower.contains(name.toLowerCase(Locale.ROOT))
            || GUESSED.stream().anyMatch(lower::contains);
    return easy
        ? Optional.of(
            "That password is guessed first. Take some words that have nothing to do with you.")
        : Optional.empty();
  }
}
