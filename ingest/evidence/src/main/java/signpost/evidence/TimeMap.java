package signpost.evidence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import signpost.url.CanonicalUrl;

/**
 * The mementos of an address that can be shown, in the words of RFC 7089: which one is nearest to a
 * time, and the list of all as links.
 *
 * @param base where the three resources are, as {@code /api/evidence}: {@code timegate}, {@code
 *     timemap} and {@code memento} below it
 * @param shown oldest first
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7089">RFC 7089</a>
 */
public record TimeMap(CanonicalUrl address, String base, List<Memento> shown) {
  /** The media type of the list (RFC 6690). */
  public static final String MEDIA = "application/link-format";

  /** RFC_1123_DATE_TIME writes days of one digit, which HTTP does not (RFC 9110). */
  private static final DateTimeFormatter HTTP =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  public TimeMap {
    shown = shown.stream().filter(it -> it.removed().isEmpty()).toList();
  }

  /** As HTTP writes times. */
  public static String http(Instant at) {
    return HTTP.format(at);
  }

  /**
   * A time as HTTP writes it.
   *
   * @throws java.time.format.DateTimeParseException if it is none
   */
  public static Instant read(String http) {
    return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(http));
  }

  /** The memento nearest to a time. */
  public Optional<Memento> nearest(Instant wanted) {
    return shown.stream().min(Comparator.comparing(it -> Duration.between(it.at(), wanted).abs()));
  }

  /** The newest memento. */
  public Optional<Memento> newest() {
    return shown.isEmpty() ? Optional.empty() : Optional.of(shown.getLast());
  }

  /** The one captured at this very second. */
  public Optional<Memento> at(Instant at) {
    return shown.stream().filter(it -> it.at().equals(at)).findFirst();
  }

  /** Where a memento is. */
  public String uri(Memento memento) {
    return base + "/memento?at=" + memento.at() + "&url=" + encoded();
  }

  /** The list of all, one link a line. */
  public String links() {
    StringBuilder links = new StringBuilder();
    links.append("<%s>; rel=\"original\",%n".formatted(address.value()));
    links.append(
        "<%s/timemap?url=%s>; rel=\"self\"; type=\"%s\"%s,%n"
            .formatted(base, encoded(), MEDIA, span()));
    links.append("<%s/timegate?url=%s>; rel=\"timegate\"".formatted(base, encoded()));
    for (Memento it : shown) {
      links.append(",%n".formatted()).append(link(it));
    }
    return links.append(System.lineSeparator()).toString();
  }

  /** What the answer with a memento says of its place among the others. */
  public String linksOf(Memento memento) {
    return String.join(
        ", ",
        "<%s>; rel=\"original\"".formatted(address.value()),
        "<%s/timegate?url=%s>; rel=\"timegate\"".formatted(base, encoded()),
        "<%s/timemap?url=%s>; rel=\"timemap\"; type=\"%s\"".formatted(base, encoded(), MEDIA),
        link(memento));
  }

  private String span() {
    return shown.isEmpty()
        ? ""
        : "; from=\"%s\"; until=\"%s\""
            .formatted(http(shown.getFirst().at()), http(shown.getLast().at()));
  }

  private String link(Memento it) {
    boolean first = it.equals(shown.getFirst());
    boolean last = it.equals(shown.getLast());
    String rel = (first ? "first " : "") + (last ? "last " : "") + "memento";
    return "<%s>; rel=\"%s\"; datetime=\"%s\"".formatted(uri(it), rel, http(it.at()));
  }

  private String encoded() {
    return URLEncoder.encode(address.value(), StandardCharsets.UTF_8);
  }
}
