package signpost.revision.compare;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import signpost.web.extract.TextBlock;

/**
 * The parts of a page whose heading says that they are renewed day by day: "Latest news", "Quote of
 * the day". Nobody signposts to what stands there this week, so it is noise from the first visit.
 */
final class RenewedSections {
  private static final Pattern HEADING =
      Pattern.compile(
          "(?:(?:our|the|more)\\s+)?(?:latest|recent|newest)\\s+(?:news|posts?|tweets?|stories|blogs?"
              + "|articles|comments|updates|blog posts|from our blog|from (?:twitter|x|facebook))"
              + "|(?:quote|thought|tip|fact|word|photo|picture|poem|question|verse|story)"
              + " (?:of|for) the (?:day|week|month)"
              + "|(?:today|this week)[’']s (?:quote|thought|tip|news|headlines)"
              + "|(?:news|news and events|in the news|news headlines|breaking news)"
              + "|(?:upcoming|forthcoming|next) events?|what[’']s (?:on|new)"
              + "|(?:trending|most (?:read|viewed|popular|shared))(?: (?:now|pages|articles|stories))?"
              + "|popular (?:now|posts|pages|articles|searches)"
              + "|recently (?:viewed|added|updated|published)"
              + "|(?:related|recommended|similar) (?:articles|posts|pages|stories|content|reading|links)"
              + "|you (?:may|might) (?:also )?(?:like|be interested in)|people also (?:read|viewed)"
              + "|newyddion(?: diweddaraf)?|(?:y )?(?:newyddion|straeon) diweddaraf"
              + "|digwyddiadau(?: i ddod)?|dyfyniad y dydd",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int LONGEST = 60;

  private final BitSet blocks = new BitSet();
  private final Set<String> headings = new HashSet<>();

  private RenewedSections() {}

  /**
   * Such a heading and all up to the next of its level or above; never under the page's own title.
   */
  static RenewedSections in(List<TextBlock> blocks) {
    RenewedSections renewed = new RenewedSections();
    int level = 0;
    for (int i = 0; i < blocks.size(); i++) {
      TextBlock block = blocks.get(i);
      boolean heading = block.kind() == TextBlock.BlockKind.HEADING;
      if (heading && (level == 0 || block.level() <= level)) {
        level = block.level() > 1 && says(block.text()) ? block.level() : 0;
      }
      if (level > 0) {
        renewed.blocks.set(i);
        if (heading) {
          renewed.headings.add(block.text());
        }
      }
    }
    return renewed;
  }

  static boolean says(String heading) {
    return heading.length() <= LONGEST
        && HEADING.matcher(heading.strip().replaceAll("[:…!?.]+$", "")).matches();
  }

  boolean block(int index) {
    return blocks.get(index);
  }

  /** Whether what stands under a heading is renewed. */
  boolean under(String heading) {
    return headings.contains(heading);
  }
}
