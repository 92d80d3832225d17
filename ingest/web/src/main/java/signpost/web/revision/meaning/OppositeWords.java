package signpost.web.revision.meaning;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which words are each other's opposites. "Un-" and its kin turn round only such words as people
 * turn round with them: "informed" is not the opposite of "formed". English and Welsh.
 */
final class OppositeWords {
  private static final Map<String, Set<String>> OPPOSITES =
      Map.ofEntries(
          Map.entry("with", Set.of("without")),
          Map.entry("before", Set.of("after")),
          Map.entry("allowed", Set.of("banned", "forbidden", "prohibited")),
          Map.entry("permitted", Set.of("banned", "forbidden", "prohibited")),
          Map.entry("include", Set.of("exclude")),
          Map.entry("included", Set.of("excluded")),
          Map.entry("includes", Set.of("excludes")),
          Map.entry("including", Set.of("excluding")),
          Map.entry("accept", Set.of("refuse", "reject")),
          Map.entry("optional", Set.of("compulsory", "mandatory", "required")),
          Map.entry("voluntary", Set.of("compulsory", "mandatory")),
          Map.entry("recommended", Set.of("required", "discouraged")),
          Map.entry("safe", Set.of("dangerous", "harmful")),
          Map.entry("increase", Set.of("decrease", "reduce")),
          Map.entry("start", Set.of("stop")),
          Map.entry("continue", Set.of("stop")),
          Map.entry("gyda", Set.of("heb")),
          Map.entry("cyn", Set.of("ôl")),
          Map.entry("dewisol", Set.of("gorfodol")),
          Map.entry("cynnwys", Set.of("eithrio")),
          Map.entry("cymwys", Set.of("anghymwys")),
          Map.entry("gymwys", Set.of("anghymwys")),
          Map.entry("gyfreithlon", Set.of("anghyfreithlon", "anghyfreithiol")),
          Map.entry("derbyniol", Set.of("annerbyniol")),
          Map.entry("dderbyniol", Set.of("annerbyniol")),
          Map.entry("cyfreithlon", Set.of("anghyfreithlon", "anghyfreithiol")),
          Map.entry("cyfreithiol", Set.of("anghyfreithlon", "anghyfreithiol")),
          Map.entry("posibl", Set.of("amhosibl")),
          Map.entry("bosibl", Set.of("amhosibl")),
          Map.entry("priodol", Set.of("amhriodol")),
          Map.entry("diogel", Set.of("anniogel", "peryglus", "beryglus")),
          Map.entry("ddiogel", Set.of("anniogel", "peryglus", "beryglus")),
          Map.entry("caniateir", Set.of("gwaherddir")));

  private static final List<String> PREFIXES =
      List.of("un", "in", "im", "ir", "il", "dis", "non", "an", "di", "di-");

  /** What a word begins with that they turn round. */
  private static final List<String> TURNED =
      List.of(
          ("able accept accessib accompan accredit acknowledg adequate affect allow announc"
                  + " appropriat approv attend author available aware believ book cancel certain certif"
                  + " chang clear compatib complet condition confirm connect contract correct declar depend"
                  + " direct educat effect eligib employ equal expected expir fair fit flexib foreseen"
                  + " frequent friendly funded furnish healthy helpful honest important infect inform insur"
                  + " intend interrupt known lawful legal legib licens likely limit married mature mediat"
                  + " medic member modif necess negotiab occupied official open paid payab permanent polite"
                  + " possib predict prepared prescri protect proven qualif reasonabl recogni recoverab"
                  + " refundab regist regular regulat relat reliab renew reserved resident resolv respons"
                  + " restrict reversib roadworth safe satisf secur settled signed smok staffed stabl suitab"
                  + " supervis support taxed tested transferab treated used usual vaccinat valid verif visib"
                  + " wanted welcome willing wise addas angen")
              .split(" "));

  private OppositeWords() {}

  /** Whether the second is the opposite of the first; asked of both orders, of each other. */
  static boolean are(String word, String other) {
    return OPPOSITES.getOrDefault(word, Set.of()).contains(other)
        || other.equals("non-" + word)
        || (PREFIXES.stream().anyMatch(prefix -> other.equals(prefix + word))
            && TURNED.stream().anyMatch(word::startsWith));
  }
}
