package signpost.search.query;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.search.index.JoinedPage;

/** A guide and how everything in it fares, section by section. */
public record GuideState(GuideListed guide, List<SectionState> sections) {
  public GuideState {
    sections = List.copyOf(sections);
  }

  /** One heading. */
  public record SectionState(String title, List<PlacementState> placements) {
    public SectionState {
      placements = List.copyOf(placements);
    }
  }

  /** One line; without a page where its address is unknown. */
  public record PlacementState(GuidePlacement line, Optional<JoinedPage> page) {}

  /** All lines in order. */
  public Stream<PlacementState> placements() {
    return sections.stream().flatMap(section -> section.placements().stream());
  }
}
