package signpost.web.extract;

import static signpost.web.extract.NoticePhrase.archived;
import static signpost.web.extract.NoticePhrase.superseded;
import static signpost.web.extract.NoticePhrase.withdrawn;

import java.util.List;

/** The Welsh phrases, with their mutations and either apostrophe. */
final class WelshNotices {
  private static final String HWN = "\\b(?:hwn|hon|hyn|yma)\\b";
  private static final String BEEN = "(?:\\bwedi\\b|\\bei\\b|\\beu\\b)";
  private static final String REPLACED = "[dt]?d?isodli\\b";
  private static final String WITHDRAWN = "(?:[dt]ynnu|thynnu)(?:'n| yn) (?:ô|o)l\\b";
  private static final String ARCHIVED = "h?archifo\\b";

  /** "Wedi'i dynnu", "wedi ei thynnu", "wedi'u tynnu", "wedi cael ei dynnu". */
  private static final String HAS_BEEN = "wedi(?:'i|'u| ei| eu| cael ei| cael eu) ";

  private static final String VALID =
      "\\b(?:yn gyfredol|yn ddilys|mewn grym|ar gael|yn berthnasol|yn weithredol)\\b";

  private WelshNotices() {}

  static final List<NoticePhrase> ANYWHERE =
      List.of(
          superseded(HWN + "[^.!?]{0,60}?(?:\\bwedi\\b[^.!?]{0,20}|\\b(?:ei|eu) )" + REPLACED),
          superseded("\\bdisodlwyd\\b[^.!?]{0,80}?" + HWN),
          superseded("\\bwedi (?:disodli|cymryd lle)\\b[^.!?]{0,40}?" + HWN),
          superseded(
              "\\bfersiwn (?:newydd|fwy (?:diweddar|newydd)|ddiweddarach) o[^.!?]{0,30}?"
                  + HWN
                  + " (?:ar gael|wedi)\\b"),
          withdrawn(HWN + "[^.!?]{0,60}?" + BEEN + "[^.!?]{0,20}?" + WITHDRAWN),
          withdrawn("\\btynnwyd\\b[^.!?]{0,80}?" + HWN + "[^.!?]{0,30}?(?:'n| yn) (?:ô|o)l\\b"),
          withdrawn("\\bnid yw['r]*\\b[^.!?]{0,80}?" + HWN + "[^.!?]{0,20}?" + VALID),
          withdrawn("^nid yw (?:bellach|mwyach) " + VALID),
          withdrawn(HWN + "[^.!?]{0,20}? wedi (?:dyddio|dod i ben|cau)\\b"),
          withdrawn(
              "\\bnid (?:ydym|ydyn ni) (?:bellach |mwyach )?yn (?:darparu|cynnig|cynnal|cyhoeddi)"
                  + "\\b[^.!?]{0,30}?"
                  + HWN),
          archived(HWN + "[^.!?]{0,60}?" + BEEN + "[^.!?]{0,20}?" + ARCHIVED),
          archived("\\barchifwyd\\b[^.!?]{0,80}?" + HWN),
          archived("\\bmae " + HWN + " yn [^.!?]{0,30}?\\barchif\\b"),
          archived("\\bmae['r]*\\b[^.!?]{0,40}?" + HWN + " (?:bellach )?yn archif\\b"),
          archived("\\bcynnwys archif yw " + HWN + "|\\btudalen archif yw " + HWN),
          archived(
              "\\bnid yw['r]*\\b[^.!?]{0,80}?"
                  + HWN
                  + "[^.!?]{0,30}?\\bcael (?:ei|eu) (?:d?diweddaru|chynnal|gynnal|cynnal)\\b"));

  /** Headings of notice boxes, which need not name the page. */
  static final List<NoticePhrase> IN_NOTICE_BOX =
      List.of(
          withdrawn("^(?:" + HAS_BEEN + WITHDRAWN + "|tynnwyd(?:'n| yn) (?:ô|o)l\\b)"),
          superseded("^(?:" + HAS_BEEN + REPLACED + "|disodlwyd\\b)"),
          archived("^(?:" + HAS_BEEN + ARCHIVED + "|archifwyd\\b|cynnwys archif\\b)"));

  static final List<NoticePhrase> IN_TITLE =
      List.of(
          withdrawn(mark(HAS_BEEN + WITHDRAWN + "|tynnwyd(?:'n| yn) (?:ô|o)l")),
          superseded(mark(HAS_BEEN + REPLACED + "|disodlwyd")),
          archived(mark(HAS_BEEN + ARCHIVED + "|archifwyd|archif")));

  private static String mark(String words) {
    return "^(?:[\\[(] ?(?:"
        + words
        + ")[^\\])]{0,30}[\\])]|(?:"
        + words
        + ") ?(?:[:–—]|- ))|[\\[(](?:"
        + words
        + ")[\\])](?:$| [|–—-] )";
  }
}
