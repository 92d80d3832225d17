package signpost.revision.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactDetailsTest {
  /** Characters: far more than an expression that backtracks or recurses gets through. */
  private static final int LONG = 65_536;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Childline is there for you on 0800 1111. | 08001111
          Call 0800 1111 24 hours if you need to. | 08001111
          Ring 0300 123 3393 or 0345 762 6879.| 03001233393 03457626879
          Helpline: 0808-200-0247 | 08082000247
          Tel. 0131.496.0001 | 01314960001
          Ffôn: (029) 2087 0087 | 02920870087
          Call +44 (0) 131 496 0001 | 01314960001
          Call +44(0)1314960001 | 01314960001
          Call 0044 131 496 0001 | 01314960001
          From Ireland call +353 1 850 1234. | +35318501234
          Phone 496 0001 | 4960001
          Tel: 725 900 | 725900
          Ring us on 01539 72345 ext. 12 | 0153972345x12
          Ffoniwch 01248 351151 estyniad 204 | 01248351151x204
          Call 0131 496 0001 (option 2) | 01314960001x2
          Call 111 and choose option 2 | 111x2
          Text SHOUT to 85258 | 85258
          Tecstiwch SHOUT i 85258 | 85258
          Text YM to 741741 if it is urgent | 741741
          Call 999, or 101 if it can wait. | 999 101
          Ask NHS 111 Wales | 111
          Ffoniwch GIG 111, opsiwn 2 | 111x2
          Samaritans: 116 123, or 116-117 in Germany | 116123 116117
          In a power cut dial 105 | 105
          Textphone: dial 18001 then 0300 123 3393 | 18001 03001233393
          Write to Help@Example.org. | help@example.org
          1 High Street, Cardiff CF10 3AT | CF103AT
          """)
  void numbersAddressesAndPostcodes(String text, String details) {
    assertThat(plain(text)).containsExactlyInAnyOrder(details.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The desk is staffed from half past eight.",
        "Lunch is at quarter to one.",
        "Thursday\t07:45–16:15",
        "We begin at nine o’clock.",
        "Rydym yn dechrau am hanner awr wedi naw.",
        "Mae’r drysau’n agor am ddeg o’r gloch.",
      })
  void timesInWordsAreHours(String text) {
    assertThat(ContactDetails.in(text))
        .extracting(ContactDetails.ContactDetail::kind)
        .contains(ContactDetails.ContactKind.HOURS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In 2024 we reached 111 people and 999 schools.",
        "It costs £0800 or £12.50 a day, 0.123456789 of the whole.",
        "See section 111 of the Act and page 101.",
        "ISBN 0-19-852663-6, ISBN 0306406152, ISBN 978-0-306-40615-7",
        "Reference: 0123456789",
        "Registered charity number 1098765, company no. 01234567",
        "Charity SC012345, sort code 08-12-34, account 12345678",
        "Published on 01.02.2026, 2026-05-12, 5/6/2025",
        "The text runs to 12000 words for 18000 people.",
        "Version 2.0.13, 0 to 18 years, 16-18, 1,000 to 200,000",
        "The years 2019 2020 2021 2022",
        "DOI 10.1016/j.chiabu.2019.104023",
        "Call on 300 000 people to act",
        "We answer within 24 hours, and long hours on Monday tire us.",
      })
  void otherNumbersAreNoContactDetails(String text) {
    assertThat(plain(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ar agor dydd Llun i ddydd Gwener 9yb–5yp | Ar agor dydd Llun i ddydd Iau 9yb–5yp
          Ar agor dydd Llun i ddydd Gwener 9yb–5yp | Ar agor dydd Llun i ddydd Gwener 9yb–4yp
          Oriau agor: 9 y bore tan 5 y prynhawn | Oriau agor: 10 y bore tan 5 y prynhawn
          Mae'r llinell gymorth ar agor 24 awr y dydd | Mae'r llinell gymorth ar agor bob dydd
          The helpline is open until noon | The helpline is open until midnight
          Open 9–5pm | Open 10–5pm
          Open daily | Open weekdays
          We are closed on bank holidays | We are closed on Mondays
          Lines open 9-5 | Lines open 10-5
          Lines open 0900-1700 | Lines open 0900-1600
          Our lines are there day and night. | Our lines are there 9am to 9pm.
          """)
  void hoursDiffer(String old, String young) {
    assertThat(plain(old)).isNotEmpty().isNotEqualTo(plain(young));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Open Monday to Friday, 9am to 5.30pm | Open Mon–Fri, 9.00 a.m. to 5:30 pm
          Open on Tuesdays and Thursdays | Open on Tues and Thurs
          Ring 0131 496 0001 or 0131 496 0002 | Ring 0131 496 0002 or 0131 496 0001
          Open to children aged 9-15 | Open to children aged 9-16
          Helpline open 24/7 | Helpline open 24 hours a day
          Diweddarwyd 3 Medi 2026 am 3:15yp | Diweddarwyd 4 Medi 2026 am 4:20yp
          """)
  void hoursAreTheSame(String old, String young) {
    assertThat(plain(old)).isEqualTo(plain(young));
  }

  @Test
  void hostileTextIsReadInTime() {
    List<String> bits =
        List.of(
            "0", "9", "1 ", "111 ", "0800 ", "+44 ", "text ", "a", "a@", "a.", "9am ", "9-", " ",
            "(0)", "open ");
    for (String bit : bits) {
      String text = "open " + bit.repeat(LONG / bit.length()) + "!";
      assertThat(plain(text)).hasSizeLessThan(LONG);
      assertThat(ChangeSigns.dateOnly(text, text + "1")).isFalse();
    }
  }

  private static List<String> plain(String text) {
    return ChangeSigns.contacts(text);
  }
}
