package signpost.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The judged state of a target over time: a closed set. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LinkHealth.Ok.class, name = "ok"),
  @JsonSubTypes.Type(value = LinkHealth.Moved.class, name = "moved"),
  @JsonSubTypes.Type(value = LinkHealth.Suspect.class, name = "suspect"),
  @JsonSubTypes.Type(value = LinkHealth.Broken.class, name = "broken"),
  @JsonSubTypes.Type(value = LinkHealth.Blocked.class, name = "blocked"),
  @JsonSubTypes.Type(value = LinkHealth.GoneInPlace.class, name = "gone-in-place"),
  @JsonSubTypes.Type(value = LinkHealth.TlsProblem.class, name = "tls-problem"),
  @JsonSubTypes.Type(value = LinkHealth.NotChecked.class, name = "not-checked"),
  @JsonSubTypes.Type(value = LinkHealth.Unknown.class, name = "unknown"),
})
public sealed interface LinkHealth {

  /** The one word for it in addresses and APIs. */
  default String token() {
    return switch (this) {
      case Ok _ -> "ok";
      case Moved _ -> "moved";
      case Suspect _ -> "suspect";
      case Broken _ -> "broken";
      case Blocked _ -> "blocked";
      case GoneInPlace gone ->
          switch (gone.kind()) {
            case WITHDRAWN -> "withdrawn";
            case SUPERSEDED -> "superseded";
            case ARCHIVED -> "archived";
            case SOFT_404, REDIRECTED_HOME, OTHER_OWNER, PARKED_DOMAIN, HIJACKED, OTHER_SUBJECT ->
                "gone";
          };
      case TlsProblem _ -> "tls-problem";
      case NotChecked _ -> "not-checked";
      case Unknown _ -> "unknown";
    };
  }

  /** It works. */
  record Ok() implements LinkHealth {}

  /** It works at another address, for good. {@code to} is the final URL. */
  record Moved(String to, Instant since) implements LinkHealth {
    public Moved {
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(since, "since");
    }
  }

  /** It fails, and there is not yet enough evidence. Nobody is told. */
  record Suspect(FailureClass failure, Instant since) implements LinkHealth {
    public Suspect {
      Objects.requireNonNull(failure, "failure");
      Objects.requireNonNull(since, "since");
    }
  }

  /** It fails, and the evidence is in. {@code since} is the first failure. */
  record Broken(FailureClass failure, Instant since) implements LinkHealth {
    public Broken {
      Objects.requireNonNull(failure, "failure");
      Objects.requireNonNull(since, "since");
    }
  }

  /** The host keeps our crawler out; people may well get in. {@code how}: "403", "bot wall", … */
  record Blocked(String how, Instant since) implements LinkHealth {
    public Blocked {
      Objects.requireNonNull(how, "how");
      Objects.requireNonNull(since, "since");
    }
  }

  /** It answers, but is no longer what the guide meant. {@code words} quotes the page. */
  record GoneInPlace(GoneKind kind, Instant since, String words, Optional<String> replacement)
      implements LinkHealth {
    public GoneInPlace {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(since, "since");
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(replacement, "replacement");
    }

    /** Whether another page may be in its place that its publisher does not name. */
    public boolean mayBeElsewhere() {
      return kind.isSearched() && replacement.isEmpty();
    }
  }

  /** Reachable, but its certificate chain is incomplete or ends soon. */
  record TlsProblem(String problem, Optional<Instant> endsAt) implements LinkHealth {
    public TlsProblem {
      Objects.requireNonNull(problem, "problem");
      Objects.requireNonNull(endsAt, "endsAt");
    }
  }

  /** Not asked: robots, manual only, an unsupported scheme, or not visited yet. */
  record NotChecked(String why) implements LinkHealth {
    public NotChecked {
      Objects.requireNonNull(why, "why");
    }
  }

  /** Its host, or our own network, is in trouble; nothing can be said of the link itself. */
  record Unknown(String incident, Instant since) implements LinkHealth {
    public Unknown {
      Objects.requireNonNull(incident, "incident");
      Objects.requireNonNull(since, "since");
    }
  }
}
