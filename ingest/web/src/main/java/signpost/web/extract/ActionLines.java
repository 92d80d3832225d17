package signpost.web.extract;

import java.util.regex.Pattern;

/** Tells the lines that are a link by which to get what a page offers: "Apply for a place". */
final class ActionLines {
  private static final Pattern ACTION =
      Pattern.compile(
          "(?i)(?:apply(?: now| online)?(?: for| to)?|start now|(?:self-)?refer|make (?:a|an) (?:self-)?(?:referral"
              + "|application|claim|complaint|appointment|report)|request (?:a|an|help|support)|report (?:a|an)"
              + "|renew your|claim|enrol|book (?:a|an|your|online|now)|register (?:for|with|as|online|now|your)"
              + "|pay (?:your|for|a|online)|nominate|gwn(?:ewch|eud) (?:g?ais|atgyfeiriad|ap[ew]l)|dechrau(?:wch)? nawr"
              + "|(?:hunan)?(?:at)?gyfeirio|cofrestr(?:u|wch)|arch?ebu|archebwch|talu|talwch|adnewyddu"
              + "|rhoi gwybod|hawlio|ymgeisi(?:o|wch))\\b.{0,70}");

  private ActionLines() {}

  /** For each line whether it is one. */
  static boolean[] of(BlockWalk walk) {
    boolean[] actions = new boolean[walk.blocks.size()];
    for (BlockWalk.WalkedLink link : walk.links) {
      if (link.block() >= 0) {
        PageBlock line = walk.blocks.get(link.block());
        actions[link.block()] |= line.linkShare() > 0.9 && isAction(line.text().text());
      }
    }
    return actions;
  }

  private static boolean isAction(String line) {
    return ACTION.matcher(line).matches();
  }
}
