package signpost.bench.moves;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One address that died, and where its page is now.
 *
 * @param accept paths that are right; none where the page is gone
 * @param linkTextIsOwn whether the site itself called it so, and not its title
 * @param text how much of its text is left: {@code same}, {@code edited}, {@code rewritten}
 */
record MovedPage(
    String site,
    String old,
    String linkText,
    boolean linkTextIsOwn,
    Set<String> accept,
    MoveKind kind,
    String evidence,
    String text) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What became of the page. */
  enum MoveKind {
    MOVED,
    /** Sent on to a page that shares neither words, title nor address with it. */
    WEAK,
    GONE
  }

  MovedPage {
    accept = accept.stream().map(MovedPage::place).collect(Collectors.toUnmodifiableSet());
  }

  /** All of a site's folder, as the collection's README describes them. */
  static List<MovedPage> in(Path folder) throws IOException {
    Map<String, JsonNode> cases = new HashMap<>();
    for (JsonNode it : lines(folder.resolve("cases.jsonl"))) {
      cases.put(it.path("old").asText(), it);
    }
    List<MovedPage> pages = new ArrayList<>();
    for (JsonNode truth : lines(folder.resolve("truth.jsonl"))) {
      pages.add(of(truth, Objects.requireNonNull(cases.get(truth.path("old").asText()))));
    }
    return pages;
  }

  private static MovedPage of(JsonNode truth, JsonNode remembered) {
    return new MovedPage(
        truth.path("site").asText(),
        truth.path("old").asText(),
        remembered.path("link_text").asText(),
        remembered.path("link_text_from").asText().equals("history"),
        StreamSupport.stream(truth.path("accept").spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.toSet()),
        kind(truth),
        truth.path("evidence").asText(),
        truth.path("text").asText());
  }

  private static MoveKind kind(JsonNode truth) {
    if (truth.path("kind").asText().equals("gone")) {
      return MoveKind.GONE;
    }
    return truth.path("null_ok").asBoolean() ? MoveKind.WEAK : MoveKind.MOVED;
  }

  private static List<JsonNode> lines(Path file) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    try (Stream<String> lines = Files.lines(file)) {
      for (String line : (Iterable<String>) lines.filter(it -> !it.isBlank())::iterator) {
        nodes.add(JSON.readTree(line));
      }
    }
    return nodes;
  }

  boolean isRight(String path) {
    return accept.contains(place(path));
  }

  /** Addresses are compared by path, without an index's name and a slash at the end. */
  private static String place(String path) {
    String bare = path.endsWith("/index.html") ? path.substring(0, path.length() - 10) : path;
    while (bare.endsWith("/")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    return bare.isEmpty() ? "/" : bare;
  }
}
