package signpost.tools.check;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import signpost.web.extract.Anchors;

/** What a page or file holds: its links, what they are relative to, and its fragments if known. */
record Found(Optional<String> base, List<Link> links, @Nullable Anchors anchors) {
  static final Found NOTHING = new Found(Optional.empty(), List.of(), null);

  Found {
    links = List.copyOf(links);
  }

  static Found of(List<Link> links) {
    return new Found(Optional.empty(), links, null);
  }
}
