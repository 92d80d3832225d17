package signpost.ingest.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import signpost.events.WebUrl;

/** A guide as found in a page or document: headings are sections, links placements. */
public record ImportedGuide(String title, List<Section> sections, List<String> problems) {
  public ImportedGuide {
    Objects.requireNonNull(title, "title");
    sections = List.copyOf(sections);
    problems = List.copyOf(problems);
  }

  /** A heading and the links under it. */
  public record Section(String title, List<Placement> placements) {
    public Section {
      Objects.requireNonNull(title, "title");
      placements = List.copyOf(placements);
    }
  }

  /**
   * A link: its words, where it leads, and the paragraph it stands in. Without URL, or doubtful, a
   * person has to look.
   */
  public record Placement(String text, Optional<WebUrl> url, String paragraph, boolean doubtful) {
    public Placement {
      Objects.requireNonNull(text, "text");
      Objects.requireNonNull(url, "url");
      Objects.requireNonNull(paragraph, "paragraph");
    }
  }

  /** How many links it has. */
  public int links() {
    return sections.stream().mapToInt(section -> section.placements().size()).sum();
  }
}
