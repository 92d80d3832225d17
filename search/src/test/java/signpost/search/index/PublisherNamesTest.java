package signpost.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PublisherNamesTest {
  @Test
  void hostsBelowAKnownOneAreThePublishersToo() {
    PublisherNames publishers = PublisherNames.read(List.of("gov.scot = Scottish Government"));

    assertThat(publishers.of("gov.scot")).isEqualTo("Scottish Government");
    assertThat(publishers.of("www.gov.scot")).isEqualTo("Scottish Government");
    assertThat(publishers.of("notgov.scot")).isEqualTo("notgov.scot");
  }

  @Test
  void theLongestLineWins() {
    PublisherNames publishers =
        PublisherNames.read(List.of("nhs.example = NHS", "phw.nhs.example = Public Health Wales"));

    assertThat(publishers.of("www.phw.nhs.example")).isEqualTo("Public Health Wales");
    assertThat(publishers.of("other.nhs.example")).isEqualTo("NHS");
  }

  @Test
  void hostNobodyNamedGoesByItsOwnNameWithoutWww() {
    PublisherNames publishers = PublisherNames.read(List.of("# nobody"));

    assertThat(publishers.of("www.council.example")).isEqualTo("council.example");
    assertThat(publishers.of("localhost")).isEqualTo("localhost");
  }

  @Test
  void aLineThatIsNoPairAndAHostNamedTwiceStopTheStart() {
    assertThatThrownBy(() -> PublisherNames.read(List.of("gov.scot")))
        .hasMessageContaining("gov.scot");
    assertThatThrownBy(() -> PublisherNames.read(List.of("a.example = A", "a.example = B")))
        .hasMessageContaining("a.example = B");
  }

  @Test
  void theGuidesPublishersAreNamed() {
    PublisherNames known = PublisherNames.known();

    assertThat(known.of("www.gov.uk")).isEqualTo("GOV.UK");
    assertThat(known.of("www.milton-keynes.gov.uk")).isEqualTo("Milton Keynes City Council");
    assertThat(known.of("uktraumacouncil.org")).isEqualTo("UK Trauma Council");
    assertThat(known.of("hybacecymru.com")).isEqualTo(known.of("acehubwales.com"));
  }
}
