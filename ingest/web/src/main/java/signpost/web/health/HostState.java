package signpost.web.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import signpost.events.FailureClass;

/** What is remembered of a host: whether it is in trouble as a whole. */
public record HostState(Optional<HostIncident> incident) {
  public static final HostState WELL = new HostState(Optional.empty());

  public HostState {
    Objects.requireNonNull(incident, "incident");
  }

  /** More than half of its targets get no answer. {@code told}: its own evidence is in. */
  public record HostIncident(
      FailureClass failure, Instant since, @JsonProperty(required = true) boolean told) {
    public HostIncident {
      Objects.requireNonNull(failure, "failure");
      Objects.requireNonNull(since, "since");
    }
  }
}
