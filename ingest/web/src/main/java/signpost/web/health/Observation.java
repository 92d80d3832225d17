package signpost.web.health;

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
   * another address to a reader; {@code ending}: what the page says of its own end, or what shows
   * that it is no longer there behind its 200; {@code face}: what it was known by, if it was read.
   */
  record TargetWorks(
      String words,
      Optional<String> movedTo,
      Optional<PageEnded> ending,
      Optional<PageFace> face,
      Optional<Instant> certificateEndsAt)
      implements Observation {
    public TargetWorks {
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(movedTo, "movedTo");
      Objects.requireNonNull(ending, "ending");
      Objects.requireNonNull(face, "face");
      Objects.requireNonNull(certificateEndsAt, "certificateEndsAt");
    }

    /** Over plain HTTP, without a face. */
    public TargetWorks(String words, Optional<String> movedTo, Optional<PageEnded> ending) {
      this(words, movedTo, ending, Optional.empty(), Optional.empty());
    }
  }

  /**
   * It answered without a page to read. {@code same}: the server says that what was read last still
   * stands; otherwise (unread, doubtful, too large) notices are neither there nor gone.
   */
  record StillThere(
      String words, Optional<String> movedTo, boolean same, Optional<Instant> certificateEndsAt)
      implements Observation {
    public StillThere {
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(movedTo, "movedTo");
      Objects.requireNonNull(certificateEndsAt, "certificateEndsAt");
    }

    /** Over plain HTTP. */
    public StillThere(String words, Optional<String> movedTo, boolean same) {
      this(words, movedTo, same, Optional.empty());
    }
  }

  /**
   * Browsers get through, some with a warning: its certificate chain lacks a link, or ends soon. We
   * did not ask for the page, so nothing is known of it.
   */
  record InsecureTarget(String words, String problem, Optional<Instant> endsAt)
      implements Observation {
    public InsecureTarget {
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(problem, "problem");
      Objects.requireNonNull(endsAt, "endsAt");
    }
  }

  /**
   * It failed.
   *
   * @param elsewhere at another host, to which the target's own had redirected us
   */
  record TargetFails(String words, FailureClass failure, boolean elsewhere) implements Observation {
    public TargetFails {
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(failure, "failure");
    }

    /** At the target's own host. */
    public TargetFails(String words, FailureClass failure) {
      this(words, failure, false);
    }

    /** Whether the target's host gave no answer. */
    boolean isSilence() {
      return failure.isSilence() && !elsewhere;
    }
  }

  /**
   * The host keeps our crawler out, which says nothing of the page. {@code certain}: a wall's own
   * mark or a status that is a wall by itself, not a rate limit that may pass.
   */
  record WalledTarget(String words, String how, boolean certain) implements Observation {
    public WalledTarget {
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

  /** A page's own notice that it has ended, or what shows so without its saying it. */
  record PageEnded(GoneKind kind, String words, Optional<String> replacement) {
    public PageEnded {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(replacement, "replacement");
    }
  }

  /**
   * What a page is known by while it is well: its title, the publisher's domain it was read on,
   * whether its words are those of gambling or pornography, and the page that it says it belongs
   * to.
   */
  record PageFace(String title, String site, boolean vulgar, Optional<String> holder) {
    public PageFace {
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(site, "site");
      Objects.requireNonNull(holder, "holder");
    }
  }
}
