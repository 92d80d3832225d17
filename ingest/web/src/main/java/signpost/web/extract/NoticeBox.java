package signpost.web.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of a page that looks like a notice.
 *
 * @param words what it says: each of its lines is a sentence, though a heading has no full stop
 * @param said what of it is a notice, if anything is
 */
record NoticeBox(
    ElementBox box,
    String words,
    List<BlockWalk.RawLink> links,
    Optional<NoticeWords.FoundNotice> said) {
  /** A line that ends neither a sentence nor an introduction to one. */
  private static final Pattern NO_END = Pattern.compile("[\\p{L}\\p{M}\\p{N}’'\"”)]$");

  /** A line that belongs to the one before it: "Our helpline is closed", "Until 9am on Monday". */
  private static final Pattern GOES_ON =
      Pattern.compile(
          "(?i)(?:until|till|from|for|on|at|between|over|during|tan|hyd|o|ar|rhwng)\\b");

  NoticeBox {
    links = List.copyOf(links);
  }

  static NoticeBox of(PageTree page, ElementBox box) {
    BlockWalk walk = new BlockWalk(page, part -> part.removed || part.hidden).over(box);
    String words = words(walk.blocks);
    return new NoticeBox(
        box,
        words,
        walk.links.stream().map(link -> link.under("")).toList(),
        NoticeWords.inNoticeBox(words));
  }

  boolean speaks() {
    return said.isPresent();
  }

  private static String words(List<PageBlock> lines) {
    StringBuilder words = new StringBuilder();
    boolean open = false;
    for (PageBlock block : lines) {
      String line = block.text().text();
      words.append(open && !GOES_ON.matcher(line).lookingAt() ? ". " : " ").append(line);
      open = NO_END.matcher(line).find();
    }
    return words.append(open ? "." : "").toString().strip();
  }
}
