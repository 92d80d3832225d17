package signpost.search.api;

import java.util.Optional;

/** A parameter we cannot make sense of. */
public final class BadRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @org.jspecify.annotations.Nullable String suggestion;

  private final String plain;

  /** {@code message}: what is wrong, as a sentence for whoever sent it. */
  public BadRequestException(String message, Optional<String> suggestion) {
    this(message, message, suggestion);
  }

  BadRequestException(String message, String plain, Optional<String> suggestion) {
    super(message);
    this.plain = plain;
    this.suggestion = suggestion.orElse(null);
  }

  /** The same for people, who did not write the address. */
  public String plain() {
    return plain;
  }

  /** What was probably meant. */
  public Optional<String> suggestion() {
    return Optional.ofNullable(suggestion);
  }
}
