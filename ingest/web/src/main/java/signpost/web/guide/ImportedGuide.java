package signpost.web.guide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import signpost.catalogue.Guide;
import signpost.url.WebUrl;

/** A guide as found in a page or document: headings are sections, links placements. */
public record ImportedGuide(String title, List<ImportedSection> sections, List<String> problems) {
  public ImportedGuide {
    Objects.requireNonNull(title, "title");
    sections = List.copyOf(sections);
    problems = List.copyOf(problems);
  }

  /** A heading and the links under it. */
  public record ImportedSection(String title, List<ImportedPlacement> placements) {
    public ImportedSection {
      Objects.requireNonNull(title, "title");
      placements = List.copyOf(placements);
    }

    private ImportedSection where(Predicate<ImportedLink> wanted) {
      return new ImportedSection(
          title, placements.stream().filter(it -> wanted.test(ImportedLink.of(this, it))).toList());
    }

    private ImportedSection and(ImportedSection more) {
      return new ImportedSection(
          title, Stream.concat(placements.stream(), more.placements.stream()).toList());
    }
  }

  /**
   * A link: its words, where it leads, and the paragraph it stands in. Without URL, or doubtful, a
   * person has to look.
   */
  public record ImportedPlacement(
      String text, Optional<WebUrl> url, String paragraph, boolean doubtful) {
    public ImportedPlacement {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(paragraph, "paragraph");
    }

    private signpost.catalogue.Placement placed() {
      return signpost.catalogue.Placement.onPage(text, url, Optional.empty());
    }
  }

  /**
   * The same page as far as it can be relied on: a link counts as there once two readings in a row
   * had it, and as gone once two had it not.
   *
   * @param before what was relied on
   * @param last the reading before this one
   */
  public ImportedGuide steadied(ImportedGuide before, ImportedGuide last) {
    Set<ImportedLink> here = allLinks();
    Set<ImportedLink> gone = before.allLinks();
    gone.removeAll(here);
    gone.retainAll(last.allLinks());
    Set<ImportedLink> fresh = new HashSet<>(here);
    fresh.removeAll(before.allLinks());
    fresh.removeAll(last.allLinks());
    List<ImportedSection> steady = new ArrayList<>();
    sections.forEach(it -> steady.add(it.where(link -> !fresh.contains(link))));
    before.sections.forEach(it -> merge(steady, it.where(gone::contains)));
    return new ImportedGuide(
        title, steady.stream().filter(it -> !it.placements().isEmpty()).toList(), problems);
  }

  private static void merge(List<ImportedSection> sections, ImportedSection more) {
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).title().equals(more.title())) {
        sections.set(i, sections.get(i).and(more));
        return;
      }
    }
    sections.add(more);
  }

  /** Whether it has at least half of the links of another reading. */
  public boolean isLike(ImportedGuide other) {
    Set<ImportedLink> shared = other.allLinks();
    int all = shared.size();
    shared.retainAll(allLinks());
    return 2 * shared.size() >= all;
  }

  private Set<ImportedLink> allLinks() {
    Set<ImportedLink> links = new HashSet<>();
    sections.forEach(
        section -> section.placements().forEach(it -> links.add(ImportedLink.of(section, it))));
    return links;
  }

  /** A link by what it is known again. */
  private record ImportedLink(String section, String text, String url) {
    static ImportedLink of(ImportedSection section, ImportedPlacement link) {
      return new ImportedLink(
          section.title(), link.text(), link.url().map(WebUrl::href).orElse(""));
    }
  }

  /** A guide whose live page this is: its links are the resources, every one active. */
  public Guide followedBy(Guide guide) {
    List<signpost.catalogue.Section> live =
        sections.stream()
            .map(it ->
                new signpost.catalogue.Section(
                    it.title(), it.placements().stream().map(ImportedPlacement::placed).toList()))
            .toList();
    return guide.following(title, live);
  }

  /** How many links it has. */
  public int links() {
    return sections.stream().mapToInt(section -> section.placements().size()).sum();
  }
}
