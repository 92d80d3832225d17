package signpost.ingest.revision;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.HunkKind;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.events.ChangeKind;
import signpost.ingest.extract.MediaKind;

/**
 * What kind of change it is and how much it matters. The weights are a first model, after the
 * scoring the Environmental Data and Governance Initiative published for its web monitoring.
 */
final class Importance {
  private static final double SITE_ROOT = 0.25;

  private Importance() {}

  static ChangeSummary weigh(
      Reading before,
      Reading after,
      List<Hunk> hunks,
      LinkChanges links,
      boolean partial,
      boolean siteRoot) {
    double share = share(before, after, hunks);
    Set<ChangeKind> kinds = kinds(before, after, hunks, links, share);
    double importance = importance(kinds, share, links.share());
    List<Hunk> shown = new ArrayList<>(hunks);
    return new ChangeSummary(
        List.copyOf(kinds),
        siteRoot ? importance * SITE_ROOT : importance,
        Sentences.of(kinds.iterator().next(), before, after, hunks, links),
        shown,
        partial);
  }

  private static Set<ChangeKind> kinds(
      Reading before, Reading after, List<Hunk> hunks, LinkChanges links, double share) {
    Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    if (identity(before, after, share)) {
      kinds.add(ChangeKind.IDENTITY);
    }
    for (Hunk hunk : hunks) {
      kinds.add(kind(hunk));
    }
    if (!links.isEmpty()) {
      kinds.add(ChangeKind.LINKS);
    }
    boolean document = after.media() == MediaKind.PDF || after.media() == MediaKind.DOCX;
    if (document && (kinds.contains(ChangeKind.SUBSTANTIVE) || before.pages() != after.pages())) {
      kinds.add(ChangeKind.DOCUMENT_REPLACED);
    }
    if (kinds.isEmpty()) {
      kinds.add(ChangeKind.COSMETIC);
    }
    return kinds;
  }

  private static boolean identity(Reading before, Reading after, double share) {
    boolean renamed = !before.title().equalsIgnoreCase(after.title());
    return (renamed && share > 0.5) || share > 0.8;
  }

  private static ChangeKind kind(Hunk hunk) {
    String deleted = words(hunk, SegmentKind.DELETE);
    String inserted = words(hunk, SegmentKind.INSERT);
    if (hunk.kind() == HunkKind.MOVED || Signs.cosmetic(deleted, inserted)) {
      return ChangeKind.COSMETIC;
    }
    if (!contacts(hunk, SegmentKind.DELETE).equals(contacts(hunk, SegmentKind.INSERT))) {
      return ChangeKind.CONTACT;
    }
    if (Signs.dateOnly(deleted) && Signs.dateOnly(inserted)) {
      return ChangeKind.DATE_ONLY;
    }
    return everyWordCosmetic(hunk) ? ChangeKind.COSMETIC : ChangeKind.SUBSTANTIVE;
  }

  /** In the whole passage: often only some digits of a number are what changed. */
  private static List<String> contacts(Hunk hunk, SegmentKind side) {
    return Signs.contacts(text(hunk, side));
  }

  private static boolean everyWordCosmetic(Hunk hunk) {
    List<Segment> segments = hunk.segments();
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      boolean replaced =
          segment.kind() == SegmentKind.DELETE
              && i + 1 < segments.size()
              && segments.get(i + 1).kind() == SegmentKind.INSERT;
      String with = replaced ? segments.get(i + 1).text() : "";
      if (segment.kind() != SegmentKind.EQUAL && !Signs.cosmetic(segment.text(), with)) {
        return false;
      }
      i += replaced ? 1 : 0;
    }
    return true;
  }

  private static String words(Hunk hunk, SegmentKind kind) {
    StringBuilder words = new StringBuilder();
    for (Segment segment : hunk.segments()) {
      if (segment.kind() == kind) {
        words.append(segment.text()).append(' ');
      }
    }
    return words.toString().strip();
  }

  private static String text(Hunk hunk, SegmentKind side) {
    StringBuilder text = new StringBuilder();
    for (Segment segment : hunk.segments()) {
      if (segment.kind() == SegmentKind.EQUAL || segment.kind() == side) {
        text.append(segment.text());
      }
    }
    return text.toString();
  }

  /** How much of the longer text was put in or taken out, 0 to 1. */
  private static double share(Reading before, Reading after, List<Hunk> hunks) {
    long changed =
        hunks.stream()
            .flatMap(hunk -> hunk.segments().stream())
            .filter(segment -> segment.kind() != SegmentKind.EQUAL)
            .mapToLong(segment -> segment.text().length())
            .sum();
    long all = Math.max(1, length(before) + length(after));
    return Math.min(1, (double) changed / all);
  }

  private static long length(Reading reading) {
    return reading.lines().stream().mapToLong(line -> line.text().length()).sum();
  }

  private static double importance(Set<ChangeKind> kinds, double share, double linkShare) {
    double score = 0;
    for (ChangeKind kind : kinds) {
      score =
          Math.max(
              score,
              switch (kind) {
                case END_OF_LIFE, IDENTITY -> 1;
                case CONTACT -> 0.8;
                case SUBSTANTIVE, DOCUMENT_REPLACED -> 0.3 + 0.3 * curve(share);
                case LINKS -> 0.1 + 0.3 * curve(linkShare);
                case DATE_ONLY -> 0.05;
                case COSMETIC -> 0.02;
              });
    }
    return score;
  }

  /** f(r) = ln(1 + (e − 1) r): small shares count for more than their size. */
  private static double curve(double ratio) {
    return Math.log1p((Math.E - 1) * ratio);
  }
}
