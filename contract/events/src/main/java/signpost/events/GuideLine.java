package signpost.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.GuideSection;
import signpost.url.CanonicalUrl;

/**
 * A line of a guide and its name as the subject of a finding: an address on the guide's page whose
 * text fragment browsers scroll to (WICG, Scroll to Text Fragment).
 *
 * @param position in the guide, counted from 1
 * @param nth of the lines of these words under this heading, counted from 1
 */
public record GuideLine(
    GuideListed guide, GuideSection section, GuidePlacement line, int position, int nth) {
  private static final String MARK = "#line-";
  private static final int SHOWN = 30;

  public GuideLine {
    Objects.requireNonNull(guide, "guide");
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(line, "line");
  }

  /** The lines of a guide in order. */
  public static List<GuideLine> of(GuideListed guide) {
    List<GuideLine> lines = new ArrayList<>();
    for (GuideSection section : guide.sections()) {
      Map<String, Integer> times = new HashMap<>();
      for (GuidePlacement line : section.placements()) {
        int nth = times.merge(line.text(), 1, Integer::sum);
        lines.add(new GuideLine(guide, section, line, lines.size() + 1, nth));
      }
    }
    return lines;
  }

  /** Those whose address is asked about. */
  public static List<GuideLine> asked(GuideListed guide) {
    return of(guide).stream().filter(it -> it.line().question().isPresent()).toList();
  }

  /** Where it stands. */
  public PlacementRef place() {
    return new PlacementRef(guide.guide(), section.title(), line.text(), position);
  }

  /**
   * Its name: the same for as long as guide, heading and words stay, and no longer than an index
   * can hold. In a guide without a page of its own, the guide's key takes the page's place.
   */
  public String subject() {
    String page = guide.page().map(CanonicalUrl::value).orElse(guide.key());
    return page + mark(guide.guide(), section.title(), line.text(), nth);
  }

  /** What stands behind the page's address in the name of a line. */
  public static String mark(String guide, String section, String text, int nth) {
    String name = String.join("\u0000", guide, section, text, Integer.toString(nth));
    UUID digest = UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    return MARK + digest + ":~:text=" + encoded(ShortenedText.to(SHOWN, text));
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, UTF_8).replace("+", "%20").replace("-", "%2D");
  }

  /** Whether a finding's subject is a line of a guide. */
  public static boolean isSubject(String subject) {
    return subject.contains(MARK);
  }

  /** The URL of the guide's page, or the guide's key, of a line that is a subject. */
  public static String guideOf(String subject) {
    return subject.substring(0, subject.indexOf(MARK));
  }
}
