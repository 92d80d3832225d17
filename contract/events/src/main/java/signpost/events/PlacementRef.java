package signpost.events;

import java.util.Objects;

/**
 * Where a resource stands: the guide, the section's title, the link text, and its place in the
 * guide counted from 1.
 */
public record PlacementRef(String guide, String section, String text, int position) {
  public PlacementRef {
    Objects.requireNonNull(guide, "guide");
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(text, "text");
  }
}
