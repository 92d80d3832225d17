package signpost.sample.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Something that happens on the sample web at an instant of the demo's clock.
 *
 * @param what a short sentence without its full stop, for the table
 * @param dues what owners must be told because of it; empty when they must hear nothing
 */
public record SampleHappening(
    String id, Instant at, String publisher, String what, List<ExpectedAlert> dues) {
  public SampleHappening {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(publisher, "publisher");
    Objects.requireNonNull(what, "what");
    dues = List.copyOf(dues);
  }
}
