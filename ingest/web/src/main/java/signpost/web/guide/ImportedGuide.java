package signpost.web.guide;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
