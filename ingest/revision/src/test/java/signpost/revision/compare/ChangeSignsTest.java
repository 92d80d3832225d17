package signpost.revision.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeSignsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Call 0131 496 0001 now | Call 0131 496 0002 now",
        "Write to help@example.org | Write to advice@example.org",
        "Write to a.b@example.org | Write to ab@example.org",
        "Open 9am to 5pm | Open 9am to 6pm",
        "Open Monday to Friday | Open Monday to Thursday",
        "Hours: 09:00 - 17:00 | Hours: 09:00 - 16:00",
        "Call 116 123 | Call NHS 111",
        "Call 116 123 at any time | Call your GP at any time",
        "Text SHOUT to 85258 | Text SHOUT to 85259",
        "The helpline is there 24 hours a day | The helpline is there all day",
      })
  void contactDetailsDiffer(String old, String young) {
    assertThat(ChangeSigns.contacts(old)).isNotEqualTo(ChangeSigns.contacts(young));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Call 0131 496 0001 now | Call (0131) 496 0001 now",
        "Call 0131 496 0001 | Call +44 131 496 0001",
        "Call 0131 496 0001 | Call +44 (0)131 496 0001",
        "Write to Help@Example.org | Write to help@example.org.",
        "Open 9.30am | Open 9:30 am",
        "Updated 12 May 2026 at 3:15pm | Updated 13 May 2026 at 4:20pm",
        "We answer within 24 hours | We answer within 48 hours",
        "A course of 12 weeks | A course of 16 weeks",
      })
  void contactDetailsAreTheSame(String old, String young) {
    assertThat(ChangeSigns.contacts(old)).isEqualTo(ChangeSigns.contacts(young));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Last updated 12 May 2026 | Last updated 3 June 2026",
        "Updated: 2026-05-12 | Updated: 2026-06-03",
        "Published on Friday 5 December 2025 | Published on Monday 8 December 2025",
        "12 May 2026 | 3 June 2026",
        "Updated 3 days ago | Updated 4 days ago",
        "Updated 3 days ago | Updated 3 weeks ago",
        "Last updated: Monday 5 May 2025 | Last updated: Tuesday 5 May 2025",
        "Last updated March 2026 | Last updated April 2026",
        "Diweddarwyd 3 wythnos yn ôl | Diweddarwyd 3 mis yn ôl",
        "Page last reviewed: 12 May 2026 | ''",
        "'' | Next review due: June 2027",
        "© Scottish Government 2025 | © Scottish Government 2026",
        "Diweddarwyd: 3 Medi 2026 | Diweddarwyd: 12 Tachwedd 2026",
        "Diweddarwyd y dudalen hon ddiwethaf ar 3 Fedi 2026 | Diweddarwyd y dudalen hon ddiwethaf ar 1 Hydref 2026",
        "Adolygwyd ddydd Llun 5ed o Fai 2025 | Adolygwyd ddydd Gwener 8fed o Fai 2026",
        "Cyhoeddwyd gyntaf: Mehefin 2025 | Cyhoeddwyd gyntaf: Gorffennaf 2025",
        "'' | Dyddiad adolygu nesaf: Mehefin 2027",
        "Diweddarwyd 3 diwrnod yn ôl | Diweddarwyd 4 diwrnod yn ôl",
      })
  void onlyADateOfThePageMoved(String old, String young) {
    assertThat(ChangeSigns.dateOnly(old, young)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A course of 12 weeks | A course of 16 weeks",
        "For those aged 18 and over | For those aged 16 and over",
        "The service closes on 5 December 2026 | The service closes on 5 January 2027",
        "Updated 12 May 2026 for nurses | Updated 3 June 2026 for teachers",
        "'' | The policy was reviewed by nobody",
        "Mae'r gwasanaeth yn cau ar 5 Mai 2026 | Mae'r gwasanaeth yn cau ar 5 Mehefin 2026",
        "Cwrs o 12 wythnos | Cwrs o 16 wythnos",
      })
  void moreThanADateMoved(String old, String young) {
    assertThat(ChangeSigns.dateOnly(old, young)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "recieve | receive",
        "organization | organisation",
        "organisation | organisations",
        "Trauma-informed | trauma informed",
        "their | ''",
        "'' | in",
        "e-mail | email",
        "behavior recieved | behaviour received",
        "2020-2024 | 2020–2024",
        "cafés | cafés",
        "café | cafe",
        "counselling | counseling",
        "paediatric centre | pediatric center",
        "programme | program",
        "licence | license",
        "analyse behaviours | analyze behaviors",
        "ageing | aging",
        "judgement | judgment",
        "whilst | while",
        "fulfil | fulfill",
        "accomodation | accommodation",
        "enviroment | environment",
        "seperate | separate",
        "suprise | surprise",
        "definately | definitely",
        "teh | the",
        "thier | their",
        "well-being | wellbeing",
        "well being | well-being",
        "do not | don't",
        "cannot | can’t",
        "1,500 people | 1500 people",
        "Help 🎉 | Help",
        "More → | More",
        "yn y | yn",
      })
  void wordsDifferInSpellingOrLayout(String old, String young) {
    assertThat(ChangeSigns.cosmetic(old, young)).isTrue();
    assertThat(ChangeSigns.cosmetic(young, old)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "should | shouldn’t",
        "could | couldn't",
        "'' | not",
        "and | or",
        "is | was",
        "hypertension | hypotension",
        "prescribe | proscribe",
        "1.5 | 15",
        "50 | 50%",
        "£50 | $50",
        "12 | 16",
        "increase | decrease",
        "Moray | Mora7",
        "under 16s | under 18s",
        "£12 | £15",
        "may | must",
        "should | must",
        "can | cannot",
        "with | without",
        "employer | employee",
        "county | country",
        "contact | contract",
        "abuser | abused",
        "eight | eighty",
        "mediation | medication",
        "morning | mourning",
        "woman | women",
        "marital | martial",
        "harmful | harmless",
        "we | you",
        "1,500 | 1,5",
        "✓ | ✗",
        "ni | neu",
        "gallwch | ni allwch",
        "dim | ''",
      })
  void wordsDifferInMeaning(String old, String young) {
    assertThat(ChangeSigns.cosmetic(old, young)).isFalse();
    assertThat(ChangeSigns.cosmetic(young, old)).isFalse();
  }
}
