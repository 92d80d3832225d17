package signpost.web.revision.kind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import signpost.web.WrittenPage;

class ContactWordsTest {
  private static final String PROSE =
      "Trauma can affect anyone. It helps to know that support is near, and how to ask for it.";

  private static String told(String before, String after) {
    return WrittenPage.saying(PROSE, "# Get help", before, PROSE)
        .to(WrittenPage.saying(PROSE, "# Get help", after, PROSE))
        .sentence();
  }

  @Test
  void helplineChangesItsNumber() {
    assertThat(
            told(
                "Call the helpline on 0808 157 0123. It is free.",
                "Call the helpline on 0808 157 0987. It is free."))
        .isEqualTo(
            "The helpline number changed from 0808 157 0123 to 0808 157 0987 under “Get help”.");
  }

  @Test
  void numberThatIsNoHelplinesAndOneThatGoes() {
    assertThat(told("Call 0131 496 0001 or write.", "Call 0131 496 0002 or write."))
        .isEqualTo(
            "The phone number changed from 0131 496 0001 to 0131 496 0002 under “Get help”.");
    assertThat(told("Call us on 0131 496 0001 or write.", "Call us or write."))
        .isEqualTo("The phone number 0131 496 0001 was taken out under “Get help”.");
  }

  @Test
  void mailAddressChanges() {
    assertThat(told("Write to help@old.example today.", "Write to help@new.example today."))
        .isEqualTo(
            "The e-mail address changed from help@old.example to help@new.example under “Get help”.");
  }

  @Test
  void eachDetailIsNamed() {
    assertThat(
            told(
                "Call 0131 496 0001 or 0131 496 0002 now.",
                "Call 0131 496 0003 or 0131 496 0004 now."))
        .isEqualTo(
            "The phone numbers changed from 0131 496 0001 and 0131 496 0002 to 0131 496 0003 and 0131"
                + " 496 0004 under “Get help”.");
    assertThat(told("The helpline is open 9am to 5pm.", "The helpline is open 10am to 4pm."))
        .isEqualTo(
            "Opening hours or times changed under “Get help”: “The helpline is open 9am to 5pm.” became"
                + " “The helpline is open 10am to 4pm.”");
    assertThat(
            told(
                "Call 0131 496 0001 or write to a@old.example.",
                "Call 0131 496 0002 or write to a@new.example."))
        .isEqualTo(
            "The phone number changed from 0131 496 0001 to 0131 496 0002; the e-mail address changed"
                + " from a@old.example to a@new.example under “Get help”.");
  }

  @Test
  void numbersToTextAndPostcodesAreNamed() {
    assertThat(told("Text SHOUT to 85258 any time.", "Text SHOUT to 85259 any time."))
        .isEqualTo("The number to text changed from 85258 to 85259 under “Get help”.");
    assertThat(
            told(
                "Come to 1 High Street, Cardiff CF10 3AT.",
                "Come to 1 Low Road, Cardiff CF11 9XX."))
        .isEqualTo("The postcode changed from CF10 3AT to CF11 9XX under “Get help”.");
  }

  @Test
  void detailsOfSeveralPassagesAreAllNamed() {
    String sentence =
        WrittenPage.saying(PROSE, "Open 9am to 5pm.", PROSE, "Call 0131 496 0001.", PROSE)
            .to(WrittenPage.saying(PROSE, "Open 9am to 4pm.", PROSE, "Call 0131 496 0002.", PROSE))
            .sentence();
    assertThat(sentence).contains("4pm", "0131 496 0001", "0131 496 0002");
  }

  @Test
  void numberInAnEmergencyIsToldWithWhatToDo() {
    assertThat(told("Ring us if you are worried.", "If a child is in danger, call 999."))
        .isEqualTo(
            "The phone number 999 was added; the text about what to do in an emergency and who it is"
                + " for changed under “Get help”: “Ring us if you are worried.” was taken out, “If a"
                + " child is in danger, call 999.” was added.");
  }

  @Test
  void numberToldInWordsIsNotToldAgainBehindThem() {
    assertThat(
            WrittenPage.saying(PROSE, "Call 0131 496 0001.")
                .linking("0131 496 0001", "tel:01314960001")
                .to(
                    WrittenPage.saying(PROSE, "Call 0131 496 0002.")
                        .linking("0131 496 0002", "tel:01314960002"))
                .sentence())
        .isEqualTo("The phone number changed from 0131 496 0001 to 0131 496 0002.");
  }

  @Test
  void numberOfAWelshHelplineIsItsOwn() {
    assertThat(
            told(
                "Ffoniwch y llinell gymorth ar 0800 1111.",
                "Ffoniwch y llinell gymorth ar 0800 2222 222."))
        .isEqualTo("The helpline number changed from 0800 1111 to 0800 2222 222 under “Get help”.");
  }
}
