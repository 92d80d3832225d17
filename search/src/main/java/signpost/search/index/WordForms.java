package signpost.search.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One form of words that are written in several: British and American spelling, acronyms with and
 * without dots. It is nobody's spelling and never shown: pages and questions are both brought to it
 * before their words are stemmed. The rules are those of the Oxford guide to style, where two
 * spellings differ by a pattern; single words stand in a list.
 */
final class WordForms {
  private static final Pattern DOTTED = Pattern.compile("(?:\\p{L}\\.)+\\p{L}");

  /** {@code sign}: letters of each word that fits, which are looked for first. */
  private record FormRule(String sign, Pattern pattern, String form) {
    static FormRule of(String sign, String pattern, String form) {
      return new FormRule(sign, Pattern.compile(pattern), form);
    }
  }

  /** Whole words; the first that fits counts. */
  private static final List<FormRule> PATTERNS =
      List.of(
          FormRule.of("yz", "(\\p{L}{2,})yz(e[ds]?|ing|ers?)", "$1ys$2"),
          FormRule.of("iz", "(\\p{L}{2,})iz(e[ds]?|ing|ers?|ations?|ational|able)", "$1is$2"),
          FormRule.of(
              "our",
              "(\\p{L}{3,}|od)our"
                  + "(s|ed|ing|al|ally|able|ably|ful|hoods?|ists?|ites?|less|ers?|y)?",
              "$1or$2"),
          FormRule.of(
              "re",
              "(\\p{L}*(?:cent|met|theat|lit|fib|calib|spect|lust|meag|somb))re(s?)",
              "$1er$2"),
          FormRule.of(
              "ll",
              "(couns|trav|canc|lab|mod|sign|fu|marv|quarr|tot|init|di|equ|jew)(e|a)ll"
                  + "(ed|ing|ers?|ors?|ous|ery)",
              "$1$2l$3"));

  /** What Greek and Latin left in the middle of words, most of them medical. */
  private static final List<Map.Entry<Pattern, String>> INSIDE =
      List.of(
          Map.entry(Pattern.compile("(?<=p|f|g|dr)ae(?=d|c)"), "e"),
          Map.entry(Pattern.compile("(?<=an|h|uk|c|ch|lyc|ox)ae(?=m)"), "e"),
          Map.entry(Pattern.compile("(?<=an)ae(?=sth)"), "e"),
          Map.entry(Pattern.compile("(?<=gyn)ae(?=c)"), "e"),
          Map.entry(Pattern.compile("(?<=c)ae(?=sar)"), "e"),
          Map.entry(Pattern.compile("(?<=arch|medi)ae(?=[ov])"), "e"),
          Map.entry(Pattern.compile("(?<=f)oe(?=t)|(?<=rrh)oe(?=a)|(?<=man)oe(?=uv)"), "e"),
          Map.entry(Pattern.compile("^oe(?=str|dem|sop)|(?<=^c)oe(?=liac)|(?<=hom)oe(?=o)"), "e"));

  private static final Map<String, String> WORDS = words();

  private WordForms() {}

  /** {@code word}: in small letters. */
  static String of(String word) {
    if (word.indexOf('.') >= 0 && DOTTED.matcher(word).matches()) {
      return word.replace(".", "");
    }
    String listed = WORDS.get(word);
    return listed == null ? inside(spelling(word)) : listed;
  }

  private static String spelling(String word) {
    for (FormRule rule : PATTERNS) {
      if (word.contains(rule.sign())) {
        var fits = rule.pattern().matcher(word);
        if (fits.matches()) {
          return fits.replaceFirst(rule.form());
        }
      }
    }
    return word;
  }

  private static String inside(String word) {
    if (!word.contains("ae") && !word.contains("oe")) {
      return word;
    }
    String now = word;
    for (Map.Entry<Pattern, String> rule : INSIDE) {
      now = rule.getKey().matcher(now).replaceAll(rule.getValue());
    }
    return now;
  }

  private static Map<String, String> words() {
    Map<String, String> words = new HashMap<>();
    String pairs =
        "programme program, programmes programs, grey gray, licence license, licences licenses,"
            + " defence defense, offence offense, offences offenses, pretence pretense,"
            + " practise practice, practised practiced, practises practices, practising practicing,"
            + " enrol enroll, enrols enrolls, enrolment enrollment, fulfil fulfill,"
            + " fulfils fulfills, fulfilment fulfillment, skilful skillful, wilful willful,"
            + " ageing aging, judgement judgment, judgements judgments,"
            + " acknowledgement acknowledgment, mum mom, mums moms, mummy mommy, sceptic skeptic,"
            + " sceptical skeptical, dialogue dialog, dialogues dialogs, catalogue catalog,"
            + " catalogues catalogs, analogue analog, artefact artifact, artefacts artifacts,"
            + " mould mold, plough plow, aluminium aluminum, cosy cozy, pyjamas pajamas,"
            + " sulphur sulfur, moustache mustache, learnt learned, instalment installment,"
            + " instalments installments, jewellery jewelry, storey story, tyre tire, tyres tires";
    for (String pair : pairs.split(", ", -1)) {
      String[] two = pair.split(" ", -1);
      words.put(two[0], two[1]);
    }
    return Map.copyOf(words);
  }
}
