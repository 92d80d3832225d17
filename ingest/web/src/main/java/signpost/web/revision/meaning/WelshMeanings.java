package signpost.web.revision.meaning;

import static signpost.web.revision.meaning.ChangeMeaning.AGE;
import static signpost.web.revision.meaning.ChangeMeaning.CAPACITY;
import static signpost.web.revision.meaning.ChangeMeaning.CLOSING;
import static signpost.web.revision.meaning.ChangeMeaning.COST;
import static signpost.web.revision.meaning.ChangeMeaning.DEADLINE;
import static signpost.web.revision.meaning.ChangeMeaning.ELIGIBILITY;
import static signpost.web.revision.meaning.ChangeMeaning.EMERGENCY;
import static signpost.web.revision.meaning.ChangeMeaning.NEGATION;
import static signpost.web.revision.meaning.ChangeMeaning.OPENING;

import signpost.web.revision.meaning.MeaningPhrases.PhraseBook;

/**
 * How Welsh pages speak of closing, cost, ages and the like. Words change their first letter after
 * others (cau, gau, chau, nghau), so each stands here in its mutated forms.
 */
final class WelshMeanings {
  private static final String REST = "[^,;:.!?()\\t–—]{0,80}";

  private static final String WHAT_TO_DO = "[^.!?\\t]{0,140}";

  private static final String MONTH =
      "(?:ionawr|chwefror|[mf]awrth|ebrill|[mf]ai|[mf]ehefin|g?orffennaf|awst|[mf]edi|hydref"
          + "|[td]achwedd|rh?agfyr)";
  private static final String WHEN =
      "(?:(?:dd?ydd |nos )?(?:ll?un|[mf]awrth|[mf]ercher|iau|g?wener|sadwrn|sul)\\b|(?:y )?\\d{1,2}"
          + "(?:af|il|ydd|ed|eg|fed|ain)?(?: o)? "
          + MONTH
          + "|(?:dd?iwedd|dd?echrau|[mf]is|canol dydd|hanner (?:dydd|nos)|"
          + MONTH
          + ")\\b|\\d{1,2}[/.]\\d{1,2}[/.]\\d)";

  private static final String PEOPLE =
      "(?:bobl|pobl|rieni|rhieni|[mf]amau|dd?adau|th?euluoedd|deuluoedd|g?ofalwyr|[td]rigolion"
          + "|breswylwyr|preswylwyr|oedolion|b?h?lant|plant|blant|[mf]enywod|[dn]?dynion|ddynion"
          + "|[mf]yfyrwyr|dd?isgyblion|g?leifion|cleifion|aelodau|unrhyw un|b?pawb|bawb|staff"
          + "|ysgolion|weithwyr)";

  private WelshMeanings() {}

  static void write(PhraseBook book) {
    dangers(book);
    closings(book);
    rooms(book);
    deadlines(book);
    costs(book);
    ages(book);
    readers(book);
    labels(book);
    book.phrases(
        NEGATION,
        "peidi pheidi beidi rhaid ni nid nad na mwyach bellac",
        "\\b[pb]h?eidiwch\\b" + REST,
        "\\b(?:ni|na) (?:all(?:wch)?|ellir|ddylech|ddylid|ddylai|chewch|chaiff|chaniateir)\\b"
            + REST,
        "\\brhaid (?:i chi |ichi )?(?:beidio|peidio)\\b" + REST,
        "\\b(?:nid|ni|nad)\\b[^,;.!?]{1,60}\\b(?:mwyach|bellach)\\b");
  }

  private static void dangers(PhraseBook book) {
    book.phrases(
        EMERGENCY,
        "argyfw brys frys perygl mheryg beryg pherygl 999 112 111 bygyth fygyth unwait hunan- ambiwl"
            + " gwenwy wenwyn niwed berwi ferwi berwch",
        "\\bargyfwng\\b" + WHAT_TO_DO,
        "\\bargyfyngau\\b" + WHAT_TO_DO,
        "\\b(?:achos(?:ion)? |ar |yn |gofal |cymorth )?[bf]rys\\b" + WHAT_TO_DO,
        "\\b(?:mewn |ym |yn )?(?:ph?|b|mh)erygl\\b" + WHAT_TO_DO,
        "\\b[bf]ygythiad i fywyd\\b" + WHAT_TO_DO,
        "\\b(?:ffoniwch|deialwch|tecstiwch|ffonio|galwch) (?:999|112|111|101)\\b" + WHAT_TO_DO,
        "\\b(?:999|112)\\b" + WHAT_TO_DO,
        "\\bar unwaith\\b" + WHAT_TO_DO,
        "\\b(?:hunan-niwed|hunan-niweidio|hunanladdiad|ambiwlans|gwenwyno|niwed difrifol)\\b"
            + WHAT_TO_DO,
        "\\bb?f?erw(?:i|ch) (?:eich |y |pob )?dd?[ŵw]r\\b" + WHAT_TO_DO);
  }

  private static void closings(PhraseBook book) {
    book.phrases(
        CLOSING,
        "cau gau chau nghau caeodd gaeodd caeir caewyd gaewyd ddod dod daw ddaw daeth ddaeth gorffe"
            + " orffen terfyn derfyn therfy atal hatal atali gohiri ohirio ganslo canslo chansl cansl"
            + " rhoi mwyach dros barhao parhao clywir gael olaf pheidi",
        "\\b(?:yn|ar|wedi|bydd|cael ei|wedi'i|i|am|rhaid|gorfod|ei) (?:[cg]au|chau|nghau)\\b(?!'?r? dydd"
            + " (?:llun|mawrth|mercher|iau|gwener|sadwrn|sul))"
            + REST,
        "\\b(?:bydd|mae)\\b[^,;.!?]{1,50}\\b(?:yn|ar|wedi) (?:[cg]au|chau)\\b" + REST,
        "\\b[cg]ae(?:odd|ir|wyd)\\b" + REST,
        "\\b(?:dd?od|dd?aw|dd?aeth)(?:'[rn])?\\b[^,;.!?]{0,50}\\bi ben\\b" + REST,
        "\\b(?:wedi|yn|bydd) (?:gorffen|dirwyn|terfynu|peidio)\\b" + REST,
        "\\b(?:wedi(?:'i|'u| ei| eu)|cael (?:ei|eu)) (?:h?atal|g?ohirio|[cg]h?anslo|[td]erfynu"
            + "|dirwyn i ben|th?ynnu'n ôl|dd?irwyn)\\b"
            + REST,
        "\\b(?:ataliwyd|gohiriwyd|[cg]anslwyd|terfynwyd)\\b" + REST,
        "\\b(?:nid|ni|nad)\\b[^,;.!?]{1,50}\\b(?:ar gael|cynnig|darparu|rhedeg|ar agor)\\b"
            + "(?: (?:mwyach|bellach|ar hyn o bryd))?",
        "\\b(?:rhoi'r gorau|am byth|hyd nes y clywir|nes clywir|yn barhaol|dros dro"
            + "|(?:sesiwn|cyfarfod|diwrnod) olaf)\\b"
            + REST);
    book.phrases(
        OPENING,
        "agor hagor ailago hailag agorod lansio dechra ddechr aildde gael",
        "\\b(?:yn|bydd|i|wedi|cael ei) (?:h?agor)\\b(?! (?:o|i) (?:dd?ydd|\\d))" + REST,
        "\\b(?:h?ailagor|agorodd|agorir|agorwyd|ailagorodd|lansi(?:o|wyd|r))\\b" + REST,
        "\\b(?:yn|bydd|i) (?:dd?echrau|ailddechrau)\\b" + REST,
        "\\b(?:bellach|nawr|eto) ar gael\\b" + REST);
  }

  private static void rooms(PhraseBook book) {
    book.phrases(
        CAPACITY,
        "llawn lawn rhestr restr aros amser lle lleoed llefyd leoedd lefydd le dderby derbyn gau galw"
            + " llenwi apwynt",
        "\\b(?:yn|bellach yn|wedi'u|wedi'i) (?:ll?awn|llenwi)\\b(?! (?:amser|o))" + REST,
        "\\b(?:yn) llawn\\b" + REST,
        "\\brh?estr(?:au|i)? aros\\b" + REST,
        "\\bamser(?:oedd|au)? aros\\b" + REST,
        "\\b(?:dim|heb|oes|ychydig(?: o)?) (?:rhagor o |mwy o |apwyntiadau|ll?eoedd|ll?efydd|ll?e)\\b"
            + REST,
        "\\bll?e(?:oedd|fydd)? (?:gwag |ar ôl|ar gael|yn weddill)\\b" + REST,
        "\\b(?:nid|ni|nad|ddim|methu|peidio â)\\b[^,;.!?]{0,40}\\bdd?erbyn\\b" + REST,
        "\\bar gau i\\b" + REST,
        "\\bgalw (?:mawr|uchel)\\b" + REST);
  }

  private static void deadlines(PhraseBook book) {
    book.phrases(
        DEADLINE,
        "dyddia ddydd erbyn cyn tan hyd fewn hwyrac bellaf cau gau chau ben",
        "\\bdd?yddiad(?:au)? (?:cau|olaf|terfyn)\\b[^;!?]{0,60}",
        "\\berbyn " + WHEN + "[^,;!?]{0,30}",
        "\\b(?:cyn|tan|hyd at) " + WHEN + "[^,;!?]{0,30}",
        "\\b(?:ddim |nid )?(?:hwyrach na|fan bellaf)\\b" + REST,
        "\\bo fewn \\d+ (?:dd?iwrnod|awr|wythnos|mis)\\b",
        "\\b(?:cheisiadau|g?ceisiadau|arolwg|ymgynghoriad|cofrestru|enwebiadau)\\b[^;!?]{0,40}?"
            + "(?:[cg]au|dd?od i ben)\\b[^;!?]{0,40}");
  }

  private static void costs(PhraseBook book) {
    book.phrases(
        COST,
        "£ ddim rhad dâl tâl thâl nhâl di-dâl ddi-dâ cost gost chost nghost ffi ffioed pris bris phris"
            + " mhris talu dalu thalu codi godir codir chodir punt bunt phunt mhunt ceinio geinio",
        "£ ?\\d[\\d,]*(?:\\.\\d+)?(?: (?:y|yr|i bob|am bob|bob) \\p{L}+)?",
        "\\b(?:rhad ac )?am ddim\\b",
        "(?<!\\p{L})(?:ddi-dâl|di-dâl|(?:heb|unrhyw|codi|codir|chodir|godir)(?: unrhyw)? (?:[td]h?âl|ffi))",
        "(?<!\\p{L})[td]h?âl(?:iadau)?(?!\\p{L})" + REST,
        "\\b(?:c|g|ch|ngh)ost(?:au|io|iodd|ia)?\\b" + REST,
        "\\b(?:ffi|ffioedd)\\b" + REST,
        "\\b(?:p|b|ph|mh)ris(?:iau)?\\b" + REST,
        "\\b(?:t|d|th)alu\\b" + REST,
        "\\b\\d+ ?(?:[pb]unt|[cg]einiog)\\b");
  }

  private static void ages(PhraseBook book) {
    book.phrases(
        AGE,
        "oed mlwydd blwydd flwydd dros dan oedran rhwng pen-bl",
        "\\b(?:(?:o dan|dan|dros|rhwng|hyd at|o) )?\\d{1,3}(?: ?(?:-|–|i|a|ac|hyd at) ?\\d{1,3})?"
            + " (?:(?:[mb]l|fl)wydd )?oed\\b(?: (?:a throsodd|neu (?:hŷn|iau|drosodd)|a hŷn|ac iau))?",
        "\\b(?:o dan|dan|dros) \\d{1,3}(?! ?(?:%|munud|awr|diwrnod|wythnos|mis|mlynedd|o |y cant))"
            + "(?: oed)?",
        "\\boedran\\b" + REST,
        "\\bpen-blwydd yn \\d+\\b");
  }

  private static void readers(PhraseBook book) {
    book.phrases(
        ELIGIBILITY,
        "cymwys gymwys chymwy meini feini hawl agor gael ar byw rhaid os unig atgyfe hatgyf cyfeir"
            + " gyfeir credyd gallwc allwch unrhyw i preswy bresw trigol drigol pawb bawb hunang"
            + " gyfer cewch",
        "\\b(?:c|g|ch|ngh)ymwys(?:edd|ter)?\\b" + REST,
        "\\b(?:cymhwys|gymhwys|chymhwys)\\w*" + REST,
        "\\b[mf]eini prawf\\b" + REST,
        "\\b(?:yr? |â |'r )?hawl(?:iau)? i\\b" + REST,
        "\\bar (?:agor|gael|gyfer)(?: i| yn unig i)? (?:" + PEOPLE + ")\\b" + REST,
        "\\bi (?:bob |holl )?" + PEOPLE + "\\b" + REST,
        "\\b(?:yn|sy'n|sydd yn) byw\\b" + REST,
        "\\brhaid (?:i chi|ichi|i'r|bod|eich)\\b" + REST,
        "\\b(?:os|lle) (?:ydych|oes|yw|ydy|rydych)\\b" + REST,
        "\\byn unig\\b" + REST,
        "\\b(?:h?atgyfeiri\\w*|hunangyfeirio|hunanatgyfeirio)\\b" + REST,
        "\\b(?:[cg]redyd cynhwysol|incwm isel)\\b" + REST,
        "\\b(?:gallwch|gall unrhyw un|gall pawb|cewch) (?:\\w+ )?(?:gais|ymuno|ddod|gael|ymgeisio|fynychu"
            + "|gyfeirio|ofyn)\\b"
            + REST);
  }

  private static void labels(PhraseBook book) {
    book.label(EMERGENCY, "\\b(?:argyfwng|[bf]rys|perygl)\\b");
    book.label(CLOSING, "\\b(?:cau|ar gau)\\b(?<!dyddiad cau)(?<!ddyddiad cau)");
    book.label(CAPACITY, "\\baros\\b|\\bar gael\\b|\\bll?e(?:oedd|fydd)\\b");
    book.label(DEADLINE, "\\bdd?yddiad(?:au)? (?:cau|pwysig|allweddol|olaf)|\\berbyn\\b");
    book.label(
        COST,
        "\\b(?:cost|gost|ffi|ffioedd|pris|bris|talu|dalu)|(?<!\\p{L})[td]âl|\\bfaint (?:mae|yw|fydd)");
    book.label(AGE, "\\boed(?:ran|rannau)?\\b");
    book.label(
        ELIGIBILITY,
        "\\b(?:i|ar gyfer)? ?bwy\\b|\\bpwy (?:all|sy|gaiff|sydd|yw|ddylai)|\\bcymhwys|\\bcymwys"
            + "|\\bmeini prawf|\\bgofynion");
  }
}
