package signpost.catalogue;

import java.util.List;
import java.util.Objects;

/** A heading of a guide and what stands under it, in the guide's order. */
public record Section(String title, List<Placement> placements) {
  public Section {
    Objects.requireNonNull(title, "title");
    placements = List.copyOf(placements);
  }
}
