package signpost.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import signpost.url.CanonicalUrl;

/** A confirmed revision of a page. */
public sealed interface ChangeEvent extends Event {

  @Override
  default String topic() {
    return Topics.CHANGES;
  }

  /**
   * One revision, seen twice. {@code revision} counts from 2 (1 is the first sighting); {@code
   * kinds} most important first; {@code importance} 0 to 1; {@code summary} one plain sentence;
   * {@code partial} when the comparison ran out of time.
   */
  record PageChanged(
      CanonicalUrl page,
      String title,
      @JsonProperty(required = true) int revision,
      Instant seenAt,
      Instant confirmedAt,
      List<ChangeKind> kinds,
      @JsonProperty(required = true) double importance,
      String summary,
      List<Hunk> hunks,
      Optional<String> publisherNote,
      @JsonProperty(required = true) boolean placed,
      @JsonProperty(required = true) boolean partial)
      implements ChangeEvent {
    public PageChanged {
      Objects.requireNonNull(page, "page");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(seenAt, "seenAt");
      Objects.requireNonNull(confirmedAt, "confirmedAt");
      kinds = List.copyOf(kinds);
      Objects.requireNonNull(summary, "summary");
      hunks = List.copyOf(hunks);
      Objects.requireNonNull(publisherNote, "publisherNote");
      if (revision < 2) {
        throw new IllegalArgumentException("a change is revision 2 or later, not " + revision);
      }
      if (importance < 0 || importance > 1) {
        throw new IllegalArgumentException("importance is 0 to 1, not " + importance);
      }
    }

    @Override
    public String key() {
      return page.value();
    }

    /** {@code <page> # <n>}. */
    public String revisionId() {
      return page.value() + "#" + revision;
    }
  }

  /** One place that changed, under which heading, as words kept, taken out and put in. */
  record Hunk(HunkKind kind, String heading, List<Segment> segments) {
    public Hunk {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(heading, "heading");
      segments = List.copyOf(segments);
    }
  }

  /** What happened to a block. */
  enum HunkKind {
    @JsonProperty("added")
    ADDED,
    @JsonProperty("removed")
    REMOVED,
    @JsonProperty("changed")
    CHANGED,
    @JsonProperty("moved")
    MOVED
  }

  /**
   * A run of words. Equal and deleted ones in order are the old text, equal and inserted the new.
   */
  record Segment(SegmentKind kind, String text) {
    public Segment {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(text, "text");
    }
  }

  /** What happened to a run of words. */
  enum SegmentKind {
    @JsonProperty("equal")
    EQUAL,
    @JsonProperty("insert")
    INSERT,
    @JsonProperty("delete")
    DELETE
  }
}
