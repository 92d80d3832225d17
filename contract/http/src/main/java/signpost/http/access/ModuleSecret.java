package signpost.http.access;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * What our own modules know and no other program does, not even on this machine: by it one of them
 * shows another that it is one. It is {@code signpost.api.token}, or what {@code run} made when it
 * started them; where there is neither nobody can show it.
 */
@Singleton
public final class ModuleSecret {
  /** Where {@code run} puts what it made. */
  public static final String MADE_KEY = "signpost.api.made-token";

  private final Optional<String> secret;

  /**
   * What is configured, or else what was made.
   *
   * @param token {@code signpost.api.token}
   * @param made by {@code run}; either may be empty
   */
  public ModuleSecret(
      @Value("${signpost.api.token:}") String token,
      @Value("${signpost.api.made-token:}") String made) {
    this.secret = Optional.of(token.isEmpty() ? made : token).filter(it -> !it.isEmpty());
  }

  /** What a module sends with its calls. */
  public Optional<String> words() {
    return secret;
  }

  /** Whether whoever asks is one of our modules. */
  public boolean isShownBy(RequestOrigin asker) {
    return secret.filter(asker::bears).isPresent();
  }
}
