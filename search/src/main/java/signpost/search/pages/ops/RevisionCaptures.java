package signpost.search.pages.ops;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.search.pages.PageFormat;
import signpost.search.pages.ops.EvidenceApi.KeptCapture;

/**
 * What was kept of a page, oldest first, as seen from one of its revisions.
 *
 * @param revision to which before and after are marked, or 0
 */
record RevisionCaptures(String url, int revision, List<KeptCapture> captures) {
  RevisionCaptures {
    captures = List.copyOf(captures);
  }

  /** The last capture of what the page said before the revision. */
  Optional<KeptCapture> before() {
    return shown().filter(it -> it.revision() < revision).reduce((_, later) -> later);
  }

  /** The first capture of what it has said since. */
  Optional<KeptCapture> after() {
    return shown().filter(it -> revision > 1 && it.revision() >= revision).findFirst();
  }

  private Stream<KeptCapture> shown() {
    return captures.stream().filter(it -> it.removed() == null);
  }

  /** Whether there is something to look at: a file has its words alone. */
  public boolean hasLooks() {
    return Stream.concat(before().stream(), after().stream()).anyMatch(it -> !it.isFile());
  }

  /** What a capture is to the revision, or nothing. */
  public String mark(KeptCapture capture) {
    if (before().filter(capture::equals).isPresent()) {
      return "Before revision " + revision;
    }
    if (after().filter(capture::equals).isPresent()) {
      return "After revision " + revision;
    }
    return capture.last() ? "Read last" : "";
  }

  /** Where a capture can be seen. */
  public String copy(KeptCapture capture) {
    return "/evidence/copy" + named(capture);
  }

  /** Where its bytes can be taken away. */
  public String file(KeptCapture capture) {
    return "/evidence/file" + named(capture);
  }

  /** Where its picture is. */
  public String picture(KeptCapture capture) {
    return "/evidence/picture" + named(capture);
  }

  private String named(KeptCapture capture) {
    return "?url=" + PageFormat.encoded(url) + "&at=" + capture.at();
  }
}
