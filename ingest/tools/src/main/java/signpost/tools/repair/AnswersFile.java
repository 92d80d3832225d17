package signpost.tools.repair;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import signpost.tools.repair.LinkAnswer.LinkAnswerKind;
import signpost.url.AddressGuard;
import signpost.url.WebUrl;

/** Reads answers from JSON: an array of objects, in which nothing may be unknown. */
public final class AnswersFile {
  private static final long LARGEST = 10 << 20;
  private static final Set<String> KEYS = Set.of("target", "answer", "with", "by", "at");
  private static final Map<String, LinkAnswerKind> KINDS =
      Map.of(
          "replace",
          LinkAnswerKind.REPLACE,
          "remove",
          LinkAnswerKind.REMOVE,
          "keep",
          LinkAnswerKind.KEEP);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private AnswersFile() {}

  /**
   * @param guard says where readers may be sent, as it does to the notifier that took the answers
   * @throws RefusedException if it cannot be read; an answer that means nothing is set aside
   */
  public static AnswersByAddress read(Path file, AddressGuard guard) throws RefusedException {
    try {
      if (!Files.isRegularFile(file)) {
        throw new RefusedException(
            file + (Files.exists(file) ? " is no file." : " does not exist."));
      }
      if (Files.size(file) > LARGEST) {
        throw new RefusedException(file + " is larger than 10 MiB; no list of answers is.");
      }
      return parse(Files.readAllBytes(file), file.toString(), guard);
    } catch (IOException e) {
      throw new RefusedException(file + " cannot be read (" + FileReasons.of(e) + ").");
    }
  }

  /**
   * @param name of the file, for messages
   */
  static AnswersByAddress parse(byte[] json, String name, AddressGuard guard)
      throws RefusedException {
    JsonNode array;
    try {
      array = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      String place =
          at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new RefusedException(
          name
              + " is no JSON"
              + place
              + ": "
              + PlainOutput.line(e.getOriginalMessage(), 200)
              + ".");
    } catch (IOException e) {
      throw new RefusedException(name + " is no JSON: " + FileReasons.of(e) + ".");
    }
    if (!array.isArray()) {
      throw new RefusedException(name + " holds no array of answers: [{\"target\": …}, …].");
    }
    List<LinkAnswer> answers = new ArrayList<>();
    List<String> setAside = new ArrayList<>();
    int number = 0;
    for (JsonNode each : array) {
      number++;
      try {
        answers.add(answer(each, name + ", answer " + number + ": ", guard));
      } catch (RefusedException e) {
        setAside.add(String.valueOf(e.getMessage()));
      }
    }
    return AnswersByAddress.of(answers, setAside);
  }

  private static LinkAnswer answer(JsonNode node, String where, AddressGuard guard)
      throws RefusedException {
    if (!node.isObject()) {
      throw new RefusedException(where + "it is no object.");
    }
    refuseUnknown(node, where);
    WebUrl target = url(node, "target", where);
    String word = text(node, "answer", where).orElse("");
    LinkAnswerKind kind = KINDS.get(word);
    if (kind == null) {
      throw new RefusedException(
          where
              + "\"answer\" is '"
              + PlainOutput.line(word, 60)
              + "', not replace, remove or keep.");
    }
    if (node.has("with") != (kind == LinkAnswerKind.REPLACE)) {
      throw new RefusedException(
          where
              + (kind == LinkAnswerKind.REPLACE
                  ? "\"replace\" needs \"with\", the new address."
                  : "\"with\" goes with \"replace\" only."));
    }
    Optional<WebUrl> with =
        kind == LinkAnswerKind.REPLACE
            ? Optional.of(replacement(node, where, guard))
            : Optional.empty();
    String at = text(node, "at", where).orElse("");
    if (!at.isEmpty() && !instant(at)) {
      throw new RefusedException(where + "\"at\" is no time like 2026-11-24T09:30:00Z.");
    }
    return new LinkAnswer(target, kind, with, text(node, "by", where).orElse(""), at);
  }

  private static void refuseUnknown(JsonNode node, String where) throws RefusedException {
    Set<String> unknown = new TreeSet<>();
    node.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new RefusedException(
          where
              + "'"
              + PlainOutput.line(unknown.iterator().next(), 60)
              + "' means nothing; an answer has target, answer, with, by and at.");
    }
  }

  private static boolean instant(String text) {
    try {
      return OffsetDateTime.parse(text).getYear() > 0;
    } catch (DateTimeException _) {
      return false;
    }
  }

  private static WebUrl replacement(JsonNode node, String where, AddressGuard guard)
      throws RefusedException {
    WebUrl with = url(node, "with", where);
    Optional<String> refusal = guard.linkRefusal(with);
    if (refusal.isPresent()) {
      String shown = PlainOutput.line(with.href(), 200);
      throw new RefusedException(where + "\"with\" is '" + shown + "': " + refusal.get() + ".");
    }
    return with;
  }

  private static WebUrl url(JsonNode node, String key, String where) throws RefusedException {
    String text = text(node, key, where).orElse("");
    return WebUrl.parse(text)
        .filter(WebUrl::web)
        .orElseThrow(() ->
            new RefusedException(
                where
                    + "\""
                    + key
                    + "\" is "
                    + (text.isEmpty() ? "missing" : "'" + PlainOutput.line(text, 200) + "'")
                    + "; it must be an address with http:// or https://."));
  }

  private static Optional<String> text(JsonNode node, String key, String where)
      throws RefusedException {
    JsonNode value = node.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new RefusedException(where + "\"" + key + "\" must be text in quotes.");
    }
    return Optional.of(value.textValue());
  }
}
