package signpost.events;

import java.time.Instant;
import java.util.Objects;

/** One thing we tried and what came of it, in words an owner understands ("GET: 404 Not Found"). */
public record Attempt(Instant at, String result) {
  public Attempt {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(result, "result");
  }
}
