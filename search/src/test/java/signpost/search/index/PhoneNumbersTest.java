package signpost.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Call 0800 1111 free | 08001111",
        "0808 802 5544, Monday to Friday | 08088025544",
        "Ring (020) 7946 0958. | 02079460958",
        "+44 20 7946 0958 | 02079460958",
        "+44 (0)20 7946 0958 | 02079460958",
        "0044 20 7946 0958 | 02079460958",
        "020-7946-0958 | 02079460958",
        "call 116 123 | 116123"
      })
  void numberIsItsDigitsHoweverItIsWritten(String text, String number) {
    assertThat(PhoneNumbers.in(text)).containsExactly(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "in 2019 and 2020",
        "£4,500",
        "0.5",
        "01/02/2024",
        "an id of a0800111122",
        "0800",
        "10 116 1234",
        "ISBN 9780306406157"
      })
  void otherFiguresAreNone(String text) {
    assertThat(PhoneNumbers.in(text)).isEmpty();
  }

  @Test
  void twoNumbersInARowAreTwo() {
    assertThat(PhoneNumbers.in("0800 1111 or 0808 802 5544"))
        .containsExactly("08001111", "08088025544");
  }

  @Test
  void aTextHasEachNumberAsOneWord() {
    assertThat(PhoneNumbers.joined("(1) 0800 1111 or (0808) 802 5544, not 2019"))
        .isEqualTo("(1)  08001111  or  08088025544 , not 2019");
  }
}
