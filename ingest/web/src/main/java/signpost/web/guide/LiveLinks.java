package signpost.web.guide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import signpost.catalogue.Placement;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.extract.Outlink;

/** The links of a guide's live page, each claimed by at most one line of its file. */
final class LiveLinks {
  /** What sites add to the words of a link: kind and size of a file, where it opens. */
  private static final Pattern ADDED =
      Pattern.compile(
          "(?i)\\b(?:pdf|docx?|pptx?|xlsx?|odt|[km]i?b|opens?|new (?:tab|window)|external)\\b");

  private final List<LiveLink> links = new ArrayList<>();
  private final Set<LiveLink> claimed = new HashSet<>();

  /**
   * A link of the page.
   *
   * @param at its place among all, from 0
   */
  record LiveLink(
      int at, String section, String text, WebUrl url, String place, String words, String heading) {

    static LiveLink of(
        int at, ImportedGuide.ImportedSection section, ImportedGuide.ImportedPlacement link) {
      WebUrl url = link.url().orElseThrow();
      return new LiveLink(
          at,
          section.title(),
          link.text(),
          url,
          LiveLinks.place(url),
          link.doubtful() ? "" : plain(link.text()),
          plain(section.title()));
    }
  }

  LiveLinks(ImportedGuide page) {
    page.sections()
        .forEach(section ->
            section.placements().forEach(link -> link.url().ifPresent(url -> add(section, link))));
  }

  private void add(ImportedGuide.ImportedSection section, ImportedGuide.ImportedPlacement link) {
    links.add(LiveLink.of(links.size(), section, link));
  }

  /** An address as it is compared, as links of a page are from visit to visit. */
  static String place(WebUrl url) {
    return Outlink.place(CanonicalUrl.identity(url));
  }

  /** Words as they are compared: spaces, case and what sites add to them do not count. */
  static String plain(String words) {
    String clean = ImportDraft.clean(words).toLowerCase(Locale.ROOT);
    int opens = Math.max(clean.lastIndexOf(" ("), clean.lastIndexOf(" ["));
    boolean added = opens > 0 && (clean.endsWith(")") || clean.endsWith("]"));
    return added && ADDED.matcher(clean.substring(opens)).find()
        ? clean.substring(0, opens).strip()
        : clean;
  }

  /**
   * The link to the same resource, if possible under the same words and heading. One link stands
   * for all lines of a file that lead there.
   */
  Optional<LiveLink> sameResource(String section, Placement line) {
    String words = plain(line.text());
    String heading = plain(section);
    return line.url()
        .map(LiveLinks::place)
        .flatMap(place ->
            first(
                List.of(
                    it -> isFree(it) && it.place.equals(place) && it.words.equals(words),
                    it -> isFree(it) && it.place.equals(place) && it.heading.equals(heading),
                    it -> it.place.equals(place))));
  }

  /**
   * A free link under the same words and heading; under another heading only where the page has
   * these words once.
   *
   * @param alone whether the file has them once
   */
  Optional<LiveLink> sameWords(String section, Placement line, boolean alone) {
    String words = plain(line.text());
    String heading = plain(section);
    return first(
        List.of(
            it -> isFree(it) && it.words.equals(words) && it.heading.equals(heading),
            it -> alone && isFree(it) && it.words.equals(words) && isAlone(words)));
  }

  private boolean isAlone(String words) {
    return links.stream().filter(it -> it.words.equals(words)).count() == 1;
  }

  private Optional<LiveLink> first(List<Predicate<LiveLink>> wanted) {
    Optional<LiveLink> found =
        wanted.stream().flatMap(it -> links.stream().filter(it).findFirst().stream()).findFirst();
    found.ifPresent(claimed::add);
    return found;
  }

  private boolean isFree(LiveLink link) {
    return !claimed.contains(link);
  }

  /** What no line of the file claimed and no line leads to, but pages of the guide's own site. */
  List<LiveLink> unclaimed(Optional<WebUrl> page) {
    Set<String> known = new HashSet<>();
    claimed.forEach(link -> known.add(link.place()));
    return links.stream()
        .filter(link -> page.filter(own -> own.host().equals(link.url().host())).isEmpty())
        .filter(link -> isFree(link) && known.add(link.place()))
        .toList();
  }
}
