package signpost.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import signpost.events.ResourceEvent.GuideListed;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.events.ResourceEvent.GuideSection;
import signpost.url.CanonicalUrl;

/**
 * A line of a guide and its name as the subject of a finding: where its words stand on the guide's
 * page, as a text fragment that browsers scroll to (WICG, Scroll to Text Fragment). Lines of the
 * same words in one guide are one subject.
 *
 * @param position in the guide, counted from 1
 */
public record GuideLine(
    GuideListed guide, GuideSection section, GuidePlacement line, int position) {
  private static final String FRAGMENT = "#:~:text=";

  public GuideLine {
    Objects.requireNonNull(guide, "guide");
    Objects.requireNonNull(section, "section");
    Objects.requireNonNull(line, "line");
  }

  /** The lines of a guide in order. */
  public static List<GuideLine> of(GuideListed guide) {
    List<GuideLine> lines = new ArrayList<>();
    for (GuideSection section : guide.sections()) {
      for (GuidePlacement line : section.placements()) {
        lines.add(new GuideLine(guide, section, line, lines.size() + 1));
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

  /** Its name; in a guide without a page of its own, the guide's key takes the page's place. */
  public String subject() {
    String page = guide.page().map(CanonicalUrl::value).orElse(guide.key());
    String words = URLEncoder.encode(line.text(), UTF_8);
    return page + FRAGMENT + words.replace("+", "%20").replace("-", "%2D");
  }

  /** Whether a finding's subject is a line of a guide. */
  public static boolean isSubject(String subject) {
    return subject.contains(FRAGMENT);
  }

  /** The URL of the guide's page, or the guide's key, of a line that is a subject. */
  public static String guideOf(String subject) {
    return subject.substring(0, subject.indexOf(FRAGMENT));
  }
}
