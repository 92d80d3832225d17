package signpost.web.revision.kind;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import signpost.events.ChangeEvent.Hunk;
import signpost.events.ChangeEvent.HunkKind;
import signpost.events.ChangeEvent.Segment;
import signpost.events.ChangeEvent.SegmentKind;
import signpost.events.ChangeKind;
import signpost.web.revision.compare.ChangeSigns;
import signpost.web.revision.compare.ComparablePage;
import signpost.web.revision.compare.ComparablePage.TextLink;
import signpost.web.revision.compare.LinkChanges;
import signpost.web.revision.meaning.ChangeMeaning;
import signpost.web.revision.meaning.PassageMeaning;

/**
 * What kind of change it is and how much it matters. What it means to a reader decides; of the rest
 * the weights are after the scoring the Environmental Data and Governance Initiative published for
 * its web monitoring.
 */
final class ChangeImportance {
  private static final double SITE_ROOT = 0.25;

  /** A document whose words changed in such a way was replaced. */
  private static final Set<ChangeKind> REWORDED =
      EnumSet.of(ChangeKind.IDENTITY, ChangeKind.CONTACT, ChangeKind.SUBSTANTIVE);

  /**
   * Up to this many characters of changed passages, each passage is classified by itself, which
   * takes longer than finding it. Later passages count as a change of words, and the change is
   * marked as partial.
   */
  private static final int MOST_JUDGED = 128 * 1024;

  /** Up to this many characters of changed passages are asked what they mean. */
  private static final int MOST_WEIGHED = 16 * 1024;

  private static final double NEW_EDITION = 0.6;

  private ChangeImportance() {}

  /** One place that changed, what kind of change it is and what it means. */
  record ClassifiedPlace(ChangeKind kind, Hunk hunk, Set<ChangeMeaning> meanings) {
    ClassifiedPlace {
      meanings = Set.copyOf(meanings);
    }
  }

  static ChangeSummary weigh(
      ComparablePage before,
      ComparablePage after,
      List<Hunk> hunks,
      LinkChanges links,
      boolean partial,
      boolean siteRoot) {
    double share = share(before, after, hunks);
    List<ClassifiedPlace> places = places(hunks, links.pages());
    Set<ChangeKind> kinds = kinds(before, after, places, links, share);
    List<Hunk> shown = ShownChanges.of(places);
    return new ChangeSummary(
        List.copyOf(kinds),
        importance(kinds, share, links, meant(before, after, places, links), siteRoot),
        ChangeSentences.of(kinds, before, after, places, links),
        shown,
        partial || shown.size() < hunks.size() || judged(hunks) < hunks.size());
  }

  private static List<ClassifiedPlace> places(List<Hunk> hunks, LinkChanges links) {
    Set<String> gone = words(links.removed());
    Set<String> come = words(links.added());
    int judged = judged(hunks);
    List<ClassifiedPlace> places = new ArrayList<>();
    long read = 0;
    for (Hunk hunk : hunks) {
      if (hunk.kind() == HunkKind.MOVED || places.size() < judged) {
        HunkText text = HunkText.of(hunk);
        read += text.old().length() + text.young().length();
        places.add(place(hunk, text, gone, come, read <= MOST_WEIGHED));
      } else {
        places.add(new ClassifiedPlace(ChangeKind.SUBSTANTIVE, hunk, Set.of()));
      }
    }
    return places;
  }

  /** How many passages, from the first on, are asked for their kind. */
  private static int judged(List<Hunk> hunks) {
    long characters = 0;
    for (int i = 0; i < hunks.size(); i++) {
      if (characters > MOST_JUDGED) {
        return i;
      }
      for (Segment segment : hunks.get(i).segments()) {
        characters += segment.text().length();
      }
    }
    return hunks.size();
  }

  private static Set<String> words(List<TextLink> links) {
    return links.stream().map(link -> ChangeSigns.letters(link.text())).collect(Collectors.toSet());
  }

  private static Set<ChangeKind> kinds(
      ComparablePage before,
      ComparablePage after,
      List<ClassifiedPlace> places,
      LinkChanges links,
      double share) {
    Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    if (!Set.copyOf(before.notices()).equals(Set.copyOf(after.notices()))) {
      kinds.add(ChangeKind.END_OF_LIFE);
    }
    if (PageNames.anotherSubject(before, after, share)) {
      kinds.add(ChangeKind.IDENTITY);
    } else if (!PageNames.same(before.title(), after.title())) {
      kinds.add(
          ChangeSigns.dateOnly(before.title(), after.title())
              ? ChangeKind.DATE_ONLY
              : ChangeKind.SUBSTANTIVE);
    }
    places.forEach(place -> kinds.add(place.kind()));
    if (!links.contacts().isEmpty()) {
      kinds.add(ChangeKind.CONTACT);
    }
    if (!links.pages().isEmpty()) {
      kinds.add(ChangeKind.LINKS);
    }
    boolean reworded = kinds.stream().anyMatch(REWORDED::contains);
    if (after.media().isDocument() && (reworded || before.pages() != after.pages())) {
      kinds.add(ChangeKind.DOCUMENT_REPLACED);
    }
    if (kinds.isEmpty()) {
      kinds.add(ChangeKind.COSMETIC);
    }
    return kinds;
  }

  /** Judged by whole passages: often only some digits of a number or a date are what changed. */
  private static ClassifiedPlace place(
      Hunk hunk, HunkText text, Set<String> gone, Set<String> come, boolean weighed) {
    ChangeKind kind = kind(hunk, text);
    Set<ChangeMeaning> meanings =
        weighed && kind != ChangeKind.COSMETIC
            ? PassageMeaning.of(hunk.heading(), text.old(), text.young())
            : Set.of();
    if (kind == ChangeKind.DATE_ONLY) {
      return isContent(text, meanings)
          ? new ClassifiedPlace(ChangeKind.SUBSTANTIVE, hunk, meanings)
          : new ClassifiedPlace(kind, hunk, Set.of());
    }
    boolean link = isLink(text.old(), gone) && isLink(text.young(), come);
    return kind == ChangeKind.SUBSTANTIVE
            && link
            && PassageMeaning.ofLink(text.old(), text.young()).stream()
                .noneMatch(ChangeMeaning::isGrave)
        ? new ClassifiedPlace(ChangeKind.LINKS, hunk, Set.of())
        : new ClassifiedPlace(kind, hunk, meanings);
  }

  /** Whether a date matters though it is all that differs: a deadline, and no "last updated". */
  private static boolean isContent(HunkText text, Set<ChangeMeaning> meanings) {
    return !meanings.isEmpty()
        && (!ChangeSigns.ofThePage(text.old(), text.young())
            || !PassageMeaning.of("", text.old(), text.young()).isEmpty());
  }

  private static ChangeKind kind(Hunk hunk, HunkText text) {
    if (!ChangeSigns.sameContacts(text.old(), text.young())) {
      return ChangeKind.CONTACT;
    }
    if (ChangeSigns.layoutOnly(text.old(), text.young())) {
      return ChangeKind.COSMETIC;
    }
    if (ChangeSigns.dateOnly(text.old(), text.young())) {
      return ChangeKind.DATE_ONLY;
    }
    return everyWordCosmetic(hunk) ? ChangeKind.COSMETIC : ChangeKind.SUBSTANTIVE;
  }

  /** Nothing at all, or nothing but the words of a link that came or went. */
  private static boolean isLink(String text, Set<String> links) {
    return text.isBlank() || links.contains(ChangeSigns.letters(text));
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
      if (segment.kind() != SegmentKind.EQUAL && !ChangeSigns.cosmetic(segment.text(), with)) {
        return false;
      }
      i += replaced ? 1 : 0;
    }
    return true;
  }

  /** How much of the longer text was put in or taken out, 0 to 1. */
  private static double share(ComparablePage before, ComparablePage after, List<Hunk> hunks) {
    long changed =
        hunks.stream()
            .flatMap(hunk -> hunk.segments().stream())
            .filter(segment -> segment.kind() != SegmentKind.EQUAL)
            .mapToLong(segment -> segment.text().length())
            .sum();
    long all = Math.max(1, length(before) + length(after));
    return Math.min(1, (double) changed / all);
  }

  private static long length(ComparablePage reading) {
    return reading.lines().stream().mapToLong(line -> line.text().length()).sum();
  }

  /** How much it matters what all of it means, 0 to 1. */
  private static double meant(
      ComparablePage before,
      ComparablePage after,
      List<ClassifiedPlace> places,
      LinkChanges links) {
    Set<ChangeMeaning> meanings = EnumSet.noneOf(ChangeMeaning.class);
    places.forEach(place -> meanings.addAll(place.meanings()));
    meanings.addAll(PassageMeaning.of("", before.title(), after.title()));
    boolean edition =
        NewEditions.ofTitle(before, after).isPresent()
            || !NewEditions.ofLinks(links.pages()).isEmpty();
    return Math.max(PassageMeaning.weight(meanings), edition ? NEW_EDITION : 0);
  }

  /**
   * A home page changes all the time, so other words on it matter less; what means something, or
   * changes what the page is, matters there as anywhere.
   */
  private static double importance(
      Set<ChangeKind> kinds, double share, LinkChanges links, double meant, boolean siteRoot) {
    double kept = meant;
    double score = 0;
    for (ChangeKind kind : kinds) {
      switch (kind) {
        case END_OF_LIFE, IDENTITY -> kept = 1;
        case CONTACT -> kept = Math.max(kept, 0.8);
        case SUBSTANTIVE, DOCUMENT_REPLACED -> score = Math.max(score, 0.3 + 0.3 * curve(share));
        case LINKS -> score = Math.max(score, 0.1 + 0.3 * curve(links.pages().share()));
        case DATE_ONLY -> score = Math.max(score, 0.05);
        case COSMETIC -> score = Math.max(score, 0.02);
      }
    }
    return Math.max(kept, siteRoot ? score * SITE_ROOT : score);
  }

  /** f(r) = ln(1 + (e − 1) r): small shares count for more than their size. */
  private static double curve(double ratio) {
    return Math.log1p((Math.E - 1) * ratio);
  }
}
