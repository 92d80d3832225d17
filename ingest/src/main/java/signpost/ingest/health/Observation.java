package signpost.ingest.health;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import signpost.events.FailureClass;
import signpost.events.GoneKind;

/** What one visit says about a target's health; {@code words} for the list of what was tried. */
public sealed interface Observation {
  String words();

  /**
   * It answered with what it has. {@code movedTo}: where permanent redirects led, when that is
   * another address to a reader; {@code ending}: what the page says of its own end.
   */
  record Works(String words, Optional<String> movedTo, Optional<Ending> ending)
      implements Observation {
    public Works {
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(movedTo, "movedTo");
      Objects.requireNonNull(ending, "ending");
    }
  }

  /**
   * It answered without a page to read. {@code same}: the server says that what was read last still
   * stands; otherwise (unread, doubtful, too large) notices are neither there nor gone.
   */
  record StillThere(String words, Optional<String> movedTo, boolean same) implements Observation {
    public StillThere {
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(movedTo, "movedTo");
    }
  }

  /**
   * Browsers get through, some with a warning: its certificate chain lacks a link, or ends soon. We
   * did not ask for the page, so nothing is known of it.
   */
  record Insecure(String words, String problem, Optional<Instant> endsAt) implements Observation {
    public Insecure {
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(problem, "problem");
      Objects.requireNonNull(endsAt, "endsAt");
    }
  }

  /** It failed. */
  record Fails(String words, FailureClass failure) implements Observation {
    public Fails {
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(failure, "failure");
    }
  }

  /**
   * The host keeps our crawler out, which says nothing of the page. {@code certain}: a wall's own
   * mark or a status that is a wall by itself, not a rate limit that may pass.
   */
  record Walled(String words, String how, boolean certain) implements Observation {
    public Walled {
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(how, "how");
    }
  }

  /** We did not ask. */
  record NotAsked(String words, String why) implements Observation {
    public NotAsked {
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(why, "why");
    }
  }

  /** A page's own notice that it is withdrawn, superseded or archived. */
  record Ending(GoneKind kind, String words, Optional<String> replacement) {
    public Ending {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(replacement, "replacement");
    }
  }
}
