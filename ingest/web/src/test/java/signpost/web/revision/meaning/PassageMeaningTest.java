package signpost.web.revision.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageMeaningTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CLOSING | '' | Our helpline will close for good on 31 January 2027.",
        "CLOSING | The group meets in Leith. | The group has now closed.",
        "CLOSING | '' | The drop-in closes on 31 January.",
        "CLOSING | '' | We no longer offer home visits.",
        "CLOSING | '' | The service is suspended until further notice.",
        "CLOSING | The pool will close on 3 May. | The pool will close on 9 June.",
        "OPENING | '' | Our new centre opens in March.",
        "OPENING | '' | The clinic has reopened.",
        "COST | The course is free. | The course costs £35 for each family.",
        "COST | A place costs £35. | A place costs £95.",
        "COST | Lunch is free. | There is a small charge for lunch.",
        "COST | Pay £5 a week. | Pay £5 a day.",
        "AGE | For people aged 16 and over. | For people aged 18 and over.",
        "AGE | Under-25s can come. | Under-18s can come.",
        "AGE | For 5 to 11 year olds. | For 5 to 14 year olds.",
        "ELIGIBILITY | For parents who live in Wales. | For parents who live in Cardiff.",
        "ELIGIBILITY | Open to anyone. | Only for people on a low income.",
        "ELIGIBILITY | '' | You must be registered with a doctor.",
        "ELIGIBILITY | Anyone may refer a child. | Referral is by a doctor.",
        "DEADLINE | Apply by 5 December 2026. | Apply by 5 January 2027.",
        "DEADLINE | Applications close on 5 May. | Applications close on 12 May.",
        "DEADLINE | The deadline is noon. | The deadline is midnight.",
        "NEGATION | You should take it with food. | You should not take it with food.",
        "NEGATION | You can bring a friend along. | You cannot bring a friend along.",
        "NEGATION | You may bring your own lunch. | You must bring your own lunch.",
        "NEGATION | Take one before meals with water. | Take one after meals with water.",
        "NEGATION | The drug is suitable for babies. | The drug is unsuitable for babies.",
        "NEGATION | '' | Do not bring medicines.",
        "CAPACITY | We have places in spring. | The spring course is now full.",
        "CAPACITY | The waiting list is 6 weeks. | The waiting list is 20 weeks.",
        "CAPACITY | '' | At the moment we are not taking new referrals.",
        "CAPACITY | '' | All sessions are fully booked.",
        "EMERGENCY | '' | If a child is in immediate danger, ring the police.",
        "EMERGENCY | In an emergency, go to A&E. | In an emergency, ring your doctor.",
        "EMERGENCY | '' | Stop taking the tablets and see a doctor straight away.",
      })
  void whatAnEnglishPassageMeansNow(ChangeMeaning meaning, String old, String young) {
    assertThat(PassageMeaning.of("", old, young)).contains(meaning);
    assertThat(PassageMeaning.of("", young, old)).contains(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CLOSING | '' | Bydd ein llinell gymorth yn cau am byth ar 31 Ionawr 2027.",
        "CLOSING | Mae’r grŵp yn cwrdd yma. | Mae’r grŵp wedi cau.",
        "CLOSING | '' | Mae’r ganolfan ar gau nes clywir yn wahanol.",
        "CLOSING | '' | Nid yw’r gwasanaeth hwn ar gael mwyach.",
        "CLOSING | '' | Daw’r prosiect i ben ym mis Mawrth.",
        "CLOSING | '' | Mae’r cwrs wedi’i ganslo.",
        "OPENING | '' | Bydd y ganolfan newydd yn agor yn y gwanwyn.",
        "COST | Mae’r cwrs am ddim. | Mae’r cwrs yn costio £35.",
        "COST | '' | Codir tâl o bum punt.",
        "COST | '' | Y ffi yw £12.",
        "AGE | I bobl 16 oed a throsodd. | I bobl 18 oed a throsodd.",
        "AGE | I blant rhwng 5 ac 11 oed. | I blant rhwng 5 ac 14 oed.",
        "ELIGIBILITY | I rieni yng Nghymru. | I rieni yng Nghaerdydd.",
        "ELIGIBILITY | '' | Rhaid i chi fyw yn y sir.",
        "ELIGIBILITY | '' | Dim ond pobl leol sy’n gymwys.",
        "DEADLINE | Y dyddiad cau yw 5 Mai. | Y dyddiad cau yw 12 Mai.",
        "DEADLINE | Gwnewch gais erbyn 5 Rhagfyr. | Gwnewch gais erbyn 5 Ionawr.",
        "NEGATION | Gallwch ddod â ffrind i’r cwrs. | Ni allwch ddod â ffrind i’r cwrs.",
        "NEGATION | Dylid rhoi hwn i blant bach. | Ni ddylid rhoi hwn i blant bach.",
        "NEGATION | '' | Peidiwch â dod â meddyginiaethau.",
        "CAPACITY | Mae lle ar y cwrs. | Mae’r cwrs yn llawn.",
        "CAPACITY | '' | Mae rhestr aros o ugain wythnos.",
        "CAPACITY | Rydym yn derbyn atgyfeiriadau. | Nid ydym yn derbyn atgyfeiriadau.",
        "EMERGENCY | Mewn argyfwng, ewch i’r ysbyty. | Mewn argyfwng, ffoniwch eich meddyg.",
        "EMERGENCY | '' | Os yw plentyn mewn perygl, ewch at yr heddlu ar unwaith.",
      })
  void whatAWelshPassageMeansNow(ChangeMeaning meaning, String old, String young) {
    assertThat(PassageMeaning.of("", old, young)).contains(meaning);
    assertThat(PassageMeaning.of("", young, old)).contains(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Groups meet in libraries and halls. | Groups meet in libraries and churches.",
        "Feel free to ask. | Feel free to write.",
        "Staff need time to think. | Workers need time to think.",
        "Our free course runs in May. | Our free course runs in June.",
        "It takes over 20 minutes. | It takes over 30 minutes.",
        "He works full time. | He works part time.",
        "Join our closed Facebook group. | Join our closed Facebook group today.",
        "'' | Volunteers receive two days of training and a named supervisor.",
        "Mae’r grŵp yn cwrdd mewn llyfrgell. | Mae’r grŵp yn cwrdd mewn neuadd.",
        "Cysylltwch â ni heddiw. | Cysylltwch â’r tîm heddiw.",
      })
  void otherWordsMeanNothing(String old, String young) {
    assertThat(PassageMeaning.of("", old, young)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ELIGIBILITY | Who can come | Families from Leith. | Families from Perth.",
        "ELIGIBILITY | Pwy all ddod | Teuluoedd o Fangor. | Teuluoedd o Gaernarfon.",
        "COST | How much it costs | Ten pounds. | Twelve pounds.",
        "COST | Faint mae’n ei gostio | Deg punt. | Deuddeg punt.",
        "DEADLINE | Closing date | 5 December 2026 | 5 January 2027",
        "AGE | Ages | 5–11 | 5–14",
        "CAPACITY | Waiting times | Six weeks. | Nine weeks.",
        "EMERGENCY | In a crisis | Ring your nurse. | Ring the ward.",
      })
  void headingSaysWhatThePassageIsAbout(
      ChangeMeaning meaning, String heading, String old, String young) {
    assertThat(PassageMeaning.of(heading, old, young)).contains(meaning);
  }

  @Test
  void nameOfARowSaysWhatItsCellsAreAbout() {
    assertThat(PassageMeaning.of("", "Ages\t5–11", "Ages\t5–14")).contains(ChangeMeaning.AGE);
    assertThat(PassageMeaning.of("", "Oedran\t5–11", "Oedran\t5–14")).contains(ChangeMeaning.AGE);
    assertThat(PassageMeaning.of("", "Fee: ten pounds", "Fee: six pounds"))
        .contains(ChangeMeaning.COST);
  }

  @Test
  void sentencesThatStayedMeanNothing() {
    String stays = "Applications close on 5 May. It costs £5. ";
    assertThat(PassageMeaning.of("", stays + "We meet in Leith.", stays + "We meet in Perth."))
        .isEmpty();
  }

  @Test
  void deadlineIsNoClosing() {
    assertThat(PassageMeaning.of("Applications close on Friday 5 May."))
        .containsExactly(ChangeMeaning.DEADLINE);
  }

  @Test
  void closingMattersMoreThanCostAndSeveralThingsMoreThanOne() {
    double cost = PassageMeaning.weight(Set.of(ChangeMeaning.COST));
    assertThat(PassageMeaning.weight(Set.of(ChangeMeaning.CLOSING))).isGreaterThan(cost);
    assertThat(PassageMeaning.weight(Set.of(ChangeMeaning.COST, ChangeMeaning.AGE)))
        .isGreaterThan(cost)
        .isLessThan(1);
    assertThat(PassageMeaning.weight(Set.of())).isZero();
  }

  @Test
  void hostilePassageIsReadInTime() {
    String words = "closed by for the in free aged 5 to ni ddim oed £ ".repeat(20_000);
    long started = System.nanoTime();
    PassageMeaning.of("", words, words + "x");
    assertThat((System.nanoTime() - started) / 1_000_000).isLessThan(2_000);
  }
}
