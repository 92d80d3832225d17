package signpost.tools.check;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import signpost.web.extract.PageAnchors;

/** What a page or file holds: its links, what they are relative to, and its fragments if known. */
record FoundLinks(Optional<String> base, List<FoundLink> links, @Nullable PageAnchors anchors) {
  static final FoundLinks NOTHING = new FoundLinks(Optional.empty(), List.of(), null);

  FoundLinks {
    links = List.copyOf(links);
  }

  static FoundLinks of(List<FoundLink> links) {
    return new FoundLinks(Optional.empty(), links, null);
  }
}
