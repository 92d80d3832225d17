package signpost.bench.scale;

import java.util.List;

/** Real words: the most frequent of a language, and those of the pages we signpost to. */
final class RealWords {
  static final List<String> ENGLISH_LITTLE =
      words(
          """
          the of and to in a is for that on with you be are as your or this can it by from have at
          an not will we if their they which may our all more who has about when other what there
          but also how any been do these one than was up so some such no them should out into
          through its us where need only after then those
          """);

  static final List<String> ENGLISH_SUBJECT =
      words(
          """
          child children school support young people health training family trauma care mental
          services help learning parents staff guidance community education work resources teachers
          social practice safeguarding adversity experience wellbeing professionals safe needs
          emotional information recovery abuse behaviour violence domestic service local schools
          early development research approach understanding relationships free online course toolkit
          video webinar practitioners council trust charity nurture attachment resilience stress
          anxiety bereavement grief refugee asylum foster adoption carers youth offending police
          housing neglect sexual exploitation bullying autism disability inclusion nursery college
          university students pupils classroom counselling therapy therapeutic psychology brain
          neuroscience childhood adolescent adult survivor disclosure confidentiality supervision
          leadership policy framework strategy commissioning evaluation evidence outcomes workforce
          wales scotland ireland england welsh cymraeg helpline leaflet poster handbook animation
          podcast worksheet assessment referral pathway prevention intervention informed
          """);

  static final List<String> WELSH_LITTLE =
      words(
          """
          y yn a i o ar yr mae am ac gan at eu sydd ei fod i'r chi wedi bod fel neu hyn eich gyda
          un bydd nid ond pan os rhaid drwy hefyd mewn oedd cael
          """);

  static final List<String> WELSH_SUBJECT =
      words(
          """
          plant ysgol cymorth iechyd hyfforddiant teulu trawma gofal meddwl gwasanaethau addysg
          pobl ifanc rhieni staff cymuned adnoddau athrawon diogelu profiad lles teuluoedd cymru
          cwrs gwybodaeth dysgu datblygiad cefnogaeth trais cam-drin ymarfer fframwaith gwasanaeth
          gwydnwch ymchwil canllawiau llyfryn fideo gweithwyr proffesiynol perthynas plentyndod
          """);

  private RealWords() {}

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
