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

/** How English pages speak of closing, cost, ages and the like. */
final class EnglishMeanings {
  /** The rest of a clause, which a phrase governs. */
  private static final String REST = "[^,;:.!?()\\t–—]{0,80}";

  /** What to do in an emergency is said in the whole sentence. */
  private static final String WHAT_TO_DO = "[^.!?\\t]{0,140}";

  private static final String MONTH =
      "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
          + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
  private static final String DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";

  /** A day or an hour by which something must be done. */
  private static final String WHEN =
      "(?:(?:the|this|next|noon|midday|midnight|on|at) ){0,3}(?:\\d{1,2}(?:st|nd|rd|th)?(?: of)? "
          + MONTH
          + "\\b|"
          + (MONTH + "(?: \\d|\\b)|" + DAY + "|noon\\b|midday\\b|midnight\\b|end of|start of")
          + "|\\d{1,2}[/.]\\d{1,2}[/.]\\d|\\d{4}-\\d\\d|\\d{1,2}(?:[.:]\\d\\d)? ?[ap]m\\b)";

  private static final String IS =
      "\\b(?:is|are|was|were|be|been|being|has|have|had|will|due|set|about|now|likely|going)"
          + "(?: (?:now|also|soon|sadly|to|be|been|being|all|both|temporarily|permanently|currently"
          + "|indefinitely|immediately|unfortunately)){0,4} ";

  private static final String NUMBER =
      "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen"
          + "|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty"
          + "|seventy|eighty)(?:-\\w+)?)";
  private static final String YEARS = "(?:\\d{1,3}+(?![%,.:/]\\d|%)|" + NUMBER + ")";

  /** "Under 5 minutes", "over 20 people" are no ages. */
  private static final String NO_AGE =
      "(?!(?:s|th|st|nd|rd)?(?:[- ](?:and|to|or) \\d+)?(?:[- ](?!and |or |to |with |who |in |at |can"
          + " |may |must |year|children|girls|boys|young|adults|people (?:who|with|in)|living|are )"
          + "\\p{L}|[- ]?%| years? (?:of exp|ago|in )|[ap]m\\b))";

  private static final String PEOPLE =
      "(?:people|anyone|anybody|everyone|everybody|those|parents?|mothers?|fathers?|families|carers?"
          + "|residents?|adults?|children|young (?:people|carers|adults)|teenagers|pupils|students"
          + "|women|men|girls|boys|veterans|patients|members|households|tenants|survivors|workers"
          + "|professionals|practitioners|schools|staff|teachers|pensioners|refugees|claimants)";

  private EnglishMeanings() {}

  static void write(PhraseBook book) {
    dangers(book);
    closings(book);
    openings(book);
    rooms(book);
    deadlines(book);
    costs(book);
    ages(book);
    readers(book);
    labels(book);
    book.phrases(
        NEGATION,
        "not don do can must never no",
        "(?:^|[.!?] )(?:please )?(?:do not|don't|never)\\b" + REST,
        "\\b(?:must|may|can|could|should|do|does|will|need|are|is)(?: not|n't) " + REST,
        "\\b(?:cannot|no longer)\\b" + REST);
  }

  private static void dangers(PhraseBook book) {
    book.phrases(
        EMERGENCY,
        "emerge life threa immedi danger risk harm 999 112 a&e accide urgent suicid crisis stop evacua"
            + " boil tap drink indoor recall wait straig poison overdo hurt safe",
        "\\b(?:in |is |are |an |for )*(?:emergency|emergencies)\\b(?! (?:food|fund|grant|loan|plan"
            + "|contact|cover|account|payment|budget))"
            + WHAT_TO_DO,
        "\\blife[- ]?threatening\\b" + WHAT_TO_DO,
        "\\b(?:immediate|serious|imminent) (?:danger|risk|harm)\\b" + WHAT_TO_DO,
        "\\bin danger\\b" + WHAT_TO_DO,
        "\\b(?:call|ring|phone|dial|text) (?:999|112|111|101)\\b" + WHAT_TO_DO,
        "\\b(?:999|112)\\b" + WHAT_TO_DO,
        "\\b(?:a&e|accident and emergency|emergency department|crisis (?:team|line|number|support"
            + "|service))"
            + WHAT_TO_DO,
        "\\burgent(?:ly)?\\b(?: medical| mental| care| help| advice| appointment)?" + WHAT_TO_DO,
        "\\b(?:suicid(?:e|al)|overdose|poisoning|self-harm)\\b" + WHAT_TO_DO,
        "\\b(?:stop taking|do not drink|don't drink|boil (?:all |your |the |tap )*water|stay indoors"
            + "|evacuate|recall(?:ed|s)?|do not wait|don't wait|straight away|not safe|unsafe)\\b"
            + WHAT_TO_DO);
  }

  private static void closings(PhraseBook book) {
    String ended =
        "(?:closed?(?! (?:to you|to the|to your|to home|friend|relative|contact|link|by|together|group"
            + "|session|on (?:mon|tues|wednes|thurs|fri|satur|sun|bank)))|closing(?! (?:date|time|rem))"
            + "|shut(?:ting)?(?: down)?|ceas(?:e|ed|ing)"
            + "|(?:end|stop)(?:ed|p?ing|ped)?(?= (?:on|in|at the|for good|after|from|until|run|tak|off"
            + "|prov|oper|accept|ans|work|alto|\\d)|[.,;!]|$)"
            + "|suspend(?:ed|ing)?|paus(?:e|ed|ing)|cancel(?:l?ed|l?ing)?|discontinu(?:e|ed|ing)"
            + "|withdr(?:aw|awn|awing)|decommissioned|scrapped|w(?:ind|ound|inding) (?:up|down)"
            + "|postponed?|unavailable|out of (?:service|action|use)|on hold|dissolved|axed)\\b";
    book.phrases(
        CLOSING,
        "clos shut ceas end stop suspen paus cancel discon withdr decomm finish scrapp wind wound postpo"
            + " unavai out hold dissol axed no for last final until come not",
        IS + ended + REST,
        "\\bcloses\\b(?! (?:at|its|your|the|when|behind) ?\\d?)" + REST,
        "\\b(?:close|ends?|finish(?:es)?|ceases?) (?:on (?:\\d|the \\d|"
            + (DAY + ")|in (?:\\d{4}|" + MONTH + "\\b)|at the end of|for good|permanently)")
            + REST,
        "\\bclosures?\\b" + REST,
        "\\bclos(?:ing|ed) (?:down|on \\d|from|until|for|in|to (?:new|all|the public|visitors)"
            + "|permanently|temporarily|due|because|our|its|soon)\\b"
            + REST,
        "\\bno longer (?:available|offer|provid|run|open|tak|accept|exist|in operation|operat|able"
            + "|meet|funded|support|deliver|part of|answer)\\w*"
            + REST,
        "\\b(?:for good|until further notice|come(?:s)? to an end|came to an end|last ever"
            + "|(?:last|final) (?:session|meeting|service|class|group|day of))\\b"
            + REST,
        "\\bnot (?:currently |now )?(?:available|running|operating|open|able to (?:offer|provide|run))"
            + "\\b"
            + REST);
  }

  private static void openings(PhraseBook book) {
    book.phrases(
        OPENING,
        "open reopen re-ope launch start begin resum availa back restar new now",
        "\\b(?:will|now|soon|has|have|are|is|to) (?:be |been |now |again |also )*(?:re-?)?open(?:s|ed"
            + "|ing)?\\b(?! to\\b)"
            + REST,
        "\\bre-?open(?:s|ed|ing)?\\b" + REST,
        "\\bopens\\b(?! at)" + REST,
        "\\bopen (?:on (?:\\d|the \\d)|in (?:\\d{4}|" + MONTH + "\\b))" + REST,
        "\\b(?:launch|start|begin|resum|restart)(?:e?s|ed|ing|ning)? (?:on|in|from|again|this|next)\\b"
            + REST,
        "\\b(?:will|to) (?:launch|start|begin|resume|restart)\\b" + REST,
        "\\b(?:now|again) available\\b" + REST,
        "\\bback (?:up and )?(?:running|open)\\b" + REST);
  }

  private static void rooms(PhraseBook book) {
    book.phrases(
        CAPACITY,
        "full wait queue no place space vacanc appoin avail slot room capaci oversu sold booked referr"
            + " taking accept limite demand bed",
        "\\b(?:is|are|now|currently|all|places|course|group|list|groups|courses)(?: (?:now|currently"
            + "|all|both|already)){0,2} full\\b(?! (?:of|time|day|length|range|name|set|price|board))"
            + REST,
        "\\b(?:fully booked|booked up|sold out|over-?subscribed|(?:at|over) capacity|full up)\\b"
            + REST,
        "\\bwait(?:ing)?[- ]?(?:lists?|times?|periods?)\\b" + REST,
        "\\b(?:wait|waiting|queue) (?:is|of|for|about|up to|can be)\\b" + REST,
        "\\bno (?:more |free |new |further |current )?(?:places?|spaces?|vacanc(?:y|ies)|appointments?"
            + "|rooms?|beds?|slots?|availability|capacity)\\b"
            + REST,
        "\\b(?:\\w+ )?(?:places?|spaces?|vacanc(?:y|ies)|appointments?|beds?|slots?) (?:are |is |still "
            + "|now |currently )*(?:left|available|remaining|free|limited)\\b"
            + REST,
        "\\blimited (?:places|spaces|availability|capacity|numbers)\\b" + REST,
        "\\b(?:not |n't |cannot |can't |unable to |no longer |stopped |paused |closed to |open to |now )"
            + "(?:currently |able to |be )*(?:tak(?:e|ing)|accept(?:ing)?)? ?(?:on )?(?:any )?(?:more |new"
            + " |further )?(?:referrals|patients|clients|bookings|members|pupils|families|self-referrals"
            + "|enquiries|requests)\\b"
            + REST,
        "\\b(?:high|heavy|unprecedented) (?:demand|volume)\\b" + REST);
  }

  private static void deadlines(PhraseBook book) {
    book.phrases(
        DEADLINE,
        "deadli clos last cut-of no not expir due by before until till within end later latest rsvp",
        "\\b(?:deadlines?|closing dates?|cut-?off|(?:no|not) later than|expir(?:e|es|ed|y|ing)"
            + "|at the latest|due (?:by|on|before|in)|last (?:date|day|chance) (?:to|for)|rsvp)\\b"
            + "[^;!?]{0,60}",
        "\\b(?:appl(?:y|ications?|ying)|book(?:ings?)?|regist(?:er|rations?)|sign[- ]?ups?|enrol(?:ments?)?"
            + "|respon(?:d|ses?)|repl(?:y|ies)|return|send|submi(?:t|ssions?)|nominat(?:e|ions?)|entr(?:y"
            + "|ies)|order|claims?|renew|consultation|survey|vacancy|tenders?|bids|fund|round|window"
            + "|call for|nominations|offer)\\b[^.;!?]{0,60}?\\b(?:clos(?:e|es|ed|ing)|ends?)\\b"
            + "[^;!?]{0,40}",
        "\\b(?:by|before|until|till) " + WHEN + "[^,;!?]{0,30}",
        "\\bwithin (?:\\d+|"
            + NUMBER
            + ") (?:working |calendar )?(?:hours|days|weeks|months|years)\\b");
  }

  private static void costs(PhraseBook book) {
    book.phrases(
        COST,
        "£ $ € free charge fee fees cost price fare deposi pay paid paying pound pence p discou subsid"
            + " bursar fund afford donati euro waive",
        "[£$€] ?\\d[\\d,]*(?:\\.\\d+)?(?: ?(?:million|billion|bn|[mk])\\b)?"
            + "(?: (?:an?|per|each|every|for each|for every) \\p{L}+)?",
        "\\b\\d+(?:\\.\\d+)? ?(?:pounds?|pence|p|euros?)\\b",
        "(?<![-\\w])(?<!feel )(?<!set )(?<!are )free\\b(?: of charge)?(?![- ](?:time|from|school|flow|to"
            + " (?:choose|leave|decide|ask|express|speak|say|talk|contact)))",
        "(?<=\\bare )free\\b(?: of charge)?(?! (?:to|from|on))",
        "\\b(?:no|without|at no|any|extra|small|full|half|reduced|there (?:is|are)|an?) (?:\\w+ )?(?:charges?"
            + "|fees?|costs?|price)\\b"
            + REST,
        "\\b(?:charges?|fees?|prices?|fares?|costs?|deposits?|donations?)\\b(?: (?:apply|applies|payable"
            + "|is|are|will|has|have|of|from|nothing|starts?|rises?|may)\\b"
            + REST
            + ")",
        "\\b(?:pay|pays|paid|paying)\\b(?! attention)" + REST,
        "\\b(?:discounts?|subsidised|bursar(?:y|ies)|fully funded|donations?|affordable|waived?)\\b"
            + REST);
  }

  private static void ages(PhraseBook book) {
    String range =
        "(?: ?(?:-|–|to|and|or|up to) ?(?:" + YEARS + "|over|under|above|older|younger|up))*";
    book.phrases(
        AGE,
        "age aged ages under over up betwee year old birthd above below adult + 1 2 3 4 5 6 7 8 9 0"
            + " mont",
        "\\bage(?:d|s)?(?: range| group| limit)?:? (?:of |is |between |from |under |over |up to |at least"
            + " )*"
            + (YEARS + range + "\\+?"),
        "\\b(?:under|over|above|below)[- ](?:the age of )?" + YEARS + NO_AGE + "s?" + range,
        YEARS + range + "[- ](?:years?|months?)[- ](?:olds?|of age)\\b",
        YEARS + range + "[- ]year[- ]olds?\\b",
        "\\b" + YEARS + "s? (?:and|or) (?:over|under|above|older|younger)\\b",
        "\\b\\d{1,2}s and (?:over|under)\\b",
        "\\b\\d{1,2}\\+(?!\\d)",
        "\\b(?:\\d{1,3}(?:st|nd|rd|th)|\\w+teenth) birthday\\b");
  }

  private static void readers(PhraseBook book) {
    book.phrases(
        ELIGIBILITY,
        "eligib qualif entitl criter only open availa must need is are for who live living reside refer"
            + " self-r regist receip income you anyon anybod everyo everyb referr priori regard invita"
            + " member if provid whoeve",
        "\\b(?:eligib(?:le|ility)|qualif(?:y|ies|ied)|entitled|criteria)\\b" + REST,
        "\\b(?:open|available|offered|limited|restricted)(?: only)? to (?!book|download)" + REST,
        "\\b(?:only|just) (?:for|to|if|when|by|through|where) " + REST,
        "\\b(?:is|are|courses?|groups?|help|support|sessions?|services?) for (?:all |any |adult |local |single"
            + " |new |expectant |disabled |young |older )*"
            + PEOPLE
            + "\\b"
            + REST,
        "\\bfor (?:\\w+ ){0,2}" + PEOPLE + " (?:who|living|aged|with|from|in) " + REST,
        "\\b(?:live|lives|living|resident|residents|registered|work|study) (?:in|of|with|within|at) "
            + REST,
        "\\b(?:you|they|applicants|parents|families|carers|patients) (?:must|need to|have to|do not"
            + " need|don't need) "
            + REST,
        "\\b(?:you|anyone|anybody|everyone|everybody|they) (?:can|may|could) (?:apply|join|come|use|get|claim"
            + "|attend|refer|self-refer|ask|take part|be referred)\\b"
            + REST,
        "\\b(?:self-)?refer(?:ral|rals|red)\\b" + REST,
        "\\b(?:in receipt of|on (?:a )?low incomes?|universal credit|regardless of|by invitation|members"
            + " only|whoever|priority (?:is|will|for|to)) ?"
            + REST,
        "\\b(?:if|provided) (?:you|they|your (?:child|family)) (?:are|have|live|receive|hold|were|is|has)\\b"
            + REST);
  }

  private static void labels(PhraseBook book) {
    book.label(EMERGENCY, "\\b(?:emergenc|crisis|urgent|in danger|at risk)");
    book.label(CLOSING, "\\b(?:closures?|closing(?! (?:date|time))|service changes)\\b");
    book.label(CAPACITY, "\\b(?:waiting|vacanc|places available|availability|capacity)");
    book.label(
        DEADLINE,
        "\\b(?:deadlines?|closing dates?|key dates|important dates|apply by|last date|expir)");
    book.label(
        COST,
        "\\b(?:costs?|pric(?:es?|ing)|fees?|charges?|how much|pay(?:ment|ing)?|tariffs?|what you pay)\\b");
    book.label(AGE, "^ages?\\b|\\bage (?:range|group|limit|from|to)|\\bages\\b");
    book.label(
        ELIGIBILITY,
        "\\bwho (?:can|is|are|may|it|this|we|should|qualif|could)|\\beligib|\\bcriteria\\b"
            + "|\\b(?:can|do) (?:i|you) (?:apply|get|qualify|come|join)|\\brequirements?\\b|\\bfor whom\\b"
            + "|\\bwho(?:'s| is)? it(?:'s)? for");
  }
}
