package signpost.tools.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import signpost.tools.WholeFile;

/**
 * What is kept between runs: one JSON object with its kind and version, and an array of entries, a
 * line each, so that two of them can be compared.
 */
final class KeptText {
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final int START = 100;
  private static final long LARGEST = 64L << 20;

  /** It cannot be used; the message says why, as the end of a sentence. */
  static final class NotKept extends Exception {
    private static final long serialVersionUID = 1;

    NotKept(String message) {
      super(message);
    }
  }

  private KeptText() {}

  /**
   * The entries.
   *
   * @param kind what the file must say that it is
   * @param version the only one that is read
   */
  static ArrayNode read(Path file, String kind, int version) throws NotKept {
    JsonNode all = json(file);
    if (!(all.get("entries") instanceof ArrayNode entries)
        || !all.path("kind").asText().equals(kind)) {
      throw new NotKept("it is no " + kind);
    }
    if (all.path("version").asInt() != version) {
      throw new NotKept(
          "it is of version " + all.path("version").asText("?") + ", and this is " + version);
    }
    return entries;
  }

  private static JsonNode json(Path file) throws NotKept {
    try {
      if (Files.size(file) > LARGEST) {
        throw new NotKept("it is larger than 64 MB");
      }
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new NotKept(
          e.getLocation() == null
              ? "it is no JSON"
              : "it is no JSON, or cut, at line " + e.getLocation().getLineNr());
    } catch (IOException _) {
      throw new NotKept(Files.exists(file) ? "it cannot be read" : "it is not there");
    }
  }

  /** Whether writing there costs nobody anything: it is new, empty, or began as one of these. */
  static boolean mayWrite(Path file, String kind) {
    if (!Files.exists(file)) {
      return true;
    }
    try (var in = Files.newInputStream(file)) {
      String start = new String(in.readNBytes(START), StandardCharsets.UTF_8);
      return dense(start).isEmpty() || begins(dense(start), dense(beginning(kind)));
    } catch (IOException _) {
      return false;
    }
  }

  /** However it was laid out since, and where it was cut. */
  private static boolean begins(String start, String beginning) {
    return start.startsWith(beginning) || beginning.startsWith(start);
  }

  private static String dense(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String beginning(String kind) {
    return "{\"kind\": \"" + kind + "\"";
  }

  static void write(Path file, String kind, int version, Iterable<ObjectNode> entries)
      throws IOException {
    var text = new StringBuilder();
    text.append(beginning(kind)).append(", \"version\": ").append(version);
    text.append(", \"entries\": [");
    String between = "\n";
    for (ObjectNode entry : entries) {
      text.append(between).append(JSON.writeValueAsString(entry));
      between = ",\n";
    }
    text.append("\n]}\n");
    WholeFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
