package signpost.web.fetch;

import java.util.List;

/**
 * The head of a request and of its answer as they went over the wire: the start lines, and the
 * fields in their order and spelling. Values are Latin-1, as HTTP has them.
 */
public record WireHeads(
    String requestLine, List<HeaderLine> request, String statusLine, List<HeaderLine> response) {
  public WireHeads {
    request = List.copyOf(request);
    response = List.copyOf(response);
  }

  /** One field. */
  public record HeaderLine(String name, String value) {}
}
