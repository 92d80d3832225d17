package signpost.search.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.ChangeEvent.Segment;
import signpost.search.index.StrangersText;
import signpost.search.query.PageLookup.ListSlice;

/** Changes as JSON, newest first. */
@Serdeable
record ChangesJson(long total, int page, int size, List<ChangeJson> changes) {

  static ChangesJson of(ListSlice<PageChanged> part, int page, int size) {
    return new ChangesJson(
        part.total(), page, size, part.items().stream().map(ChangeJson::of).toList());
  }

  @Serdeable
  record ChangeJson(
      String url,
      String title,
      int revision,
      Instant seenAt,
      Instant confirmedAt,
      List<String> kinds,
      double importance,
      String summary,
      Optional<String> publisherNote,
      List<HunkJson> hunks) {
    static ChangeJson of(PageChanged change) {
      return new ChangeJson(
          change.page().value(),
          StrangersText.of(change.title()),
          change.revision(),
          change.seenAt(),
          change.confirmedAt(),
          change.kinds().stream().map(ChangesJson::token).toList(),
          change.importance(),
          StrangersText.of(change.summary()),
          change.publisherNote().map(StrangersText::of),
          change.hunks().stream().map(HunkJson::of).toList());
    }
  }

  @Serdeable
  record HunkJson(String kind, String heading, List<SegmentJson> segments) {
    static HunkJson of(Hunk hunk) {
      return new HunkJson(
          token(hunk.kind()),
          StrangersText.of(hunk.heading()),
          hunk.segments().stream().map(SegmentJson::of).toList());
    }
  }

  @Serdeable
  record SegmentJson(String kind, String text) {
    static SegmentJson of(Segment segment) {
      return new SegmentJson(token(segment.kind()), StrangersText.whole(segment.text()));
    }
  }

  private static String token(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
