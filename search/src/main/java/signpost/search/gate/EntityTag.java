package signpost.search.gate;

import io.micronaut.http.HttpRequest;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A weak validator of an answer (RFC 9110, section 8.8.3), made of what was answered: it is weak
 * because the same words may be sent compressed.
 *
 * @param text as the header says it
 */
record EntityTag(String text) {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"[^\"]*\"");

  /** The tag of an answer with this body. */
  static EntityTag of(byte[] body) {
    return new EntityTag("W/\"" + UUID.nameUUIDFromBytes(body) + "\"");
  }

  /** Whether a request says which answers its sender has. */
  static boolean isAskedWith(HttpRequest<?> request) {
    return request.getHeaders().contains("if-none-match");
  }

  /** Whether whoever sends a request has this answer already (section 13.1.2). */
  boolean isKnown(HttpRequest<?> request) {
    String known = String.join(",", request.getHeaders().getAll("if-none-match")).strip();
    return known.equals("*")
        || TAG.matcher(known)
            .results()
            .map(MatchResult::group)
            .anyMatch(tag -> weak(tag).equals(text));
  }

  private static String weak(String tag) {
    return tag.startsWith("W/") ? tag : "W/" + tag;
  }
}
