package signpost.search.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A weak validator of an answer (RFC 9110, section 8.8.3), made of what was answered: it is weak
 * because the same words may be sent compressed.
 *
 * @param text as the header says it
 */
public record EntityTag(String text) {

  /** The tag of an answer with this body. */
  public static EntityTag of(byte[] body) {
    return new EntityTag("W/\"" + UUID.nameUUIDFromBytes(body) + "\"");
  }

  /** The tag of an answer with this text. */
  public static EntityTag of(String body) {
    return of(body.getBytes(UTF_8));
  }

  /** Whether a request says which answers its sender has. */
  public static boolean isAskedWith(HttpRequest<?> request) {
    return request.getHeaders().contains("if-none-match");
  }

  /** Whether whoever sends a request has this answer already (section 13.1.2). */
  public boolean isKnown(HttpRequest<?> request) {
    List<String> lines = request.getHeaders().getAll("if-none-match");
    return lines.stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .anyMatch(known -> known.equals("*") || weak(known).equals(text));
  }

  private static String weak(String tag) {
    return tag.startsWith("W/") ? tag : "W/" + tag;
  }
}
