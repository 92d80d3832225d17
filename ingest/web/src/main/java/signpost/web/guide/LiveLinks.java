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

/** The links of a guide's live page, each claimed by at most one line of its file. */
final class LiveLinks {
  /** What sites add to the words of a link: kind and size of a file, where it opens. */
  private static final Pattern ADDED =
      Pattern.compile(
          "(?i)[\\s,]*[(\\[](?:[^()\\[\\]]*\\b(?:pdf|docx?|pptx?|xlsx?|odt|[km]i?b|opens?|new (?:tab|window)"
              + "|external)\\b[^()\\[\\]]*)[)\\]]\\s*$");

  private final List<LiveLink> links = new ArrayList<>();
  private final Set<LiveLink> claimed = new HashSet<>();

  /**
   * A link of the page.
   *
   * @param at its place among all, from 0
   */
  record LiveLink(int at, String section, String text, WebUrl url, boolean doubtful) {
    private boolean leadsTo(WebUrl other) {
      return place(url).equals(place(other));
    }

    private boolean says(String words) {
      return !doubtful && plain(text).equals(plain(words));
    }

    private boolean isUnder(String heading) {
      return plain(section).equals(plain(heading));
    }
  }

  LiveLinks(ImportedGuide page) {
    page.sections()
        .forEach(section ->
            section.placements().forEach(link -> link.url().ifPresent(url -> add(section, link))));
  }

  private void add(ImportedGuide.ImportedSection section, ImportedGuide.ImportedPlacement link) {
    links.add(
        new LiveLink(
            links.size(), section.title(), link.text(), link.url().orElseThrow(), link.doubtful()));
  }

  /** An address as it is compared: with or without TLS is the same. */
  static String place(WebUrl url) {
    return CanonicalUrl.identity(url).replaceFirst("^https?:", "");
  }

  /** Words as they are compared: spaces, case and what sites add to them do not count. */
  static String plain(String words) {
    return ADDED.matcher(ImportDraft.clean(words)).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /**
   * The link to the same resource, if possible under the same words and heading. One link stands
   * for all lines of a file that lead there.
   */
  Optional<LiveLink> sameResource(String section, Placement line) {
    return line.url()
        .flatMap(url ->
            first(
                List.of(
                    it -> isFree(it) && it.leadsTo(url) && it.says(line.text()),
                    it -> isFree(it) && it.leadsTo(url) && it.isUnder(section),
                    it -> it.leadsTo(url))));
  }

  /** A free link under the same words, under the same heading if there is one. */
  Optional<LiveLink> sameWords(String section, Placement line) {
    return first(
        List.of(
            it -> isFree(it) && it.says(line.text()) && it.isUnder(section),
            it -> isFree(it) && it.says(line.text())));
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

  /** What no line of the file claimed and no line leads to. */
  List<LiveLink> unclaimed() {
    Set<CanonicalUrl> known = new HashSet<>();
    claimed.forEach(link -> known.add(CanonicalUrl.of(link.url())));
    return links.stream()
        .filter(link -> isFree(link) && known.add(CanonicalUrl.of(link.url())))
        .toList();
  }
}
