package signpost.events;

import java.time.Instant;
import java.util.Objects;

/**
 * One thing we tried and what came of it, in words an owner understands: "The site said that there
 * is no such page (404)".
 */
public record Attempt(Instant at, String result) {
  public Attempt {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(result, "result");
  }
}
