package signpost.search.api;

import java.util.Optional;

/** A parameter we cannot make sense of. */
public final class BadRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @org.jspecify.annotations.Nullable String suggestion;

  BadRequestException(String message, Optional<String> suggestion) {
    super(message);
    this.suggestion = suggestion.orElse(null);
  }

  /** What was probably meant. */
  public Optional<String> suggestion() {
    return Optional.ofNullable(suggestion);
  }
}
