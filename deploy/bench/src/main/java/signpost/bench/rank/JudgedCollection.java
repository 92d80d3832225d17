package signpost.bench.rank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A judged collection in BEIR's form: {@code corpus.jsonl} and {@code queries.jsonl} with {@code
 * _id}, {@code title}, {@code text} a line, judgements as {@code query, document, grade} a line,
 * separated by tabs, with or without a heading (TREC's four columns are read too).
 */
final class JudgedCollection {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JudgedCollection() {}

  record CollectionEntry(String id, String title, String text) {}

  /** Reads one entry after another, so that no corpus need fit into memory. */
  static void entries(Path file, Consumer<CollectionEntry> each) throws IOException {
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          each.accept(entry(file, number, line));
        }
      }
    } catch (CharacterCodingException _) {
      throw new UnreadableException(file, number, "it is not UTF-8");
    }
  }

  /** Queries by id, in the order of the file. */
  static Map<String, String> queries(Path file) throws IOException {
    Map<String, String> queries = new LinkedHashMap<>();
    entries(file, entry -> queries.put(entry.id(), entry.text()));
    return queries;
  }

  /** Grades by query and document. */
  static Map<String, Map<String, Integer>> judgements(Path file) throws IOException {
    Map<String, Map<String, Integer>> judgements = new HashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank() && !isHeading(number, line)) {
        judge(judgements, file, number, line);
      }
    }
    return judgements;
  }

  private static void judge(
      Map<String, Map<String, Integer>> judgements, Path file, int number, String line) {
    String[] parts = line.strip().split("[\t ]+", -1);
    if (parts.length < 3 || parts.length > 4) {
      throw new UnreadableException(file, number, "expected query, document and grade");
    }
    String document = parts[parts.length - 2];
    try {
      int grade = Integer.parseInt(parts[parts.length - 1]);
      judgements.computeIfAbsent(parts[0], _ -> new HashMap<>()).put(document, grade);
    } catch (NumberFormatException _) {
      throw new UnreadableException(file, number, "the grade is not a whole number");
    }
  }

  private static boolean isHeading(int number, String line) {
    return number == 1 && line.startsWith("query-id");
  }

  private static CollectionEntry entry(Path file, int number, String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (!node.hasNonNull("_id") || !node.hasNonNull("text")) {
        throw new UnreadableException(file, number, "\"_id\" or \"text\" is missing");
      }
      return new CollectionEntry(
          node.get("_id").asText(), node.path("title").asText(""), node.get("text").asText());
    } catch (JsonProcessingException _) {
      throw new UnreadableException(file, number, "it is not JSON");
    }
  }

  /** A file that is not what it should be; the message names the line. */
  static final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableException(Path file, int line, String why) {
      super(file + ", line " + line + ": " + why);
    }
  }
}
