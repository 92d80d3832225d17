package signpost.ingest.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.catalogue.Catalogue;
import signpost.catalogue.CatalogueReader;
import signpost.catalogue.Guide;
import signpost.events.PlacementRef;
import signpost.ingest.listing.AddressAnswer.OtherAddress;
import signpost.ingest.listing.AddressAnswer.RightAddress;
import signpost.url.WebUrl;
import signpost.web.guide.ConfirmedAddress;
import signpost.web.guide.GuideReconciliation;

/** Which line an answer is about, and what it makes of it. */
final class AskedLineTest {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final String FILE =
      """
      guide: {id: g, title: T, url: 'https://council.test/t'}
      sections:
        - title: S
          resources:
            - {text: Sure, url: 'https://sure.test/', status: active}
            - {text: Find help, status: unverified}
            - {text: Find help, status: unverified}
      """;

  private final Catalogue files = CatalogueReader.read(Map.of("g.yaml", FILE)).catalogue();

  @Test
  void linesOfTheSameWordsAreToldApartByTheirPlace() {
    ConfirmedAddress said = other(3, List.of(), "https://b.test/").orElseThrow();
    assertThat(said.line().nth()).isEqualTo(2);
    assertThat(said.fileSaid()).isEqualTo(" UNVERIFIED");
  }

  @Test
  void whereOtherLinesStandNowWordsThatStandTwiceAreNotGuessed() {
    assertThat(other(9, List.of(), "https://b.test/")).isEmpty();
  }

  @Test
  void whatIsNotAskedIsNotAnswered() {
    PlacementRef sure = new PlacementRef("g", "S", "Sure", 1);
    assertThat(AskedLine.of(watched(List.of()), files, List.of(), sure)).isEmpty();
  }

  @Test
  void anAnswerToAnotherAddressIsNoAnswer() {
    assertThat(answer(2, List.of(), new RightAddress("https://old.test/"))).isEmpty();
  }

  @Test
  void whoSaidAnAddressMaySayAnother() {
    List<ConfirmedAddress> said = List.of(other(2, List.of(), "https://a.test/").orElseThrow());
    assertThat(other(2, said, "https://b.test/").map(ConfirmedAddress::url))
        .contains(WebUrl.of("https://b.test/"));
    assertThat(answer(2, said, new RightAddress("https://old.test/")).map(ConfirmedAddress::url))
        .contains(WebUrl.of("https://old.test/"));
  }

  private Optional<ConfirmedAddress> other(int position, List<ConfirmedAddress> said, String url) {
    return answer(position, said, new OtherAddress(WebUrl.of(url)));
  }

  private Optional<ConfirmedAddress> answer(
      int position, List<ConfirmedAddress> said, AddressAnswer answer) {
    PlacementRef place = new PlacementRef("g", "S", "Find help", position);
    return AskedLine.of(watched(said), files, said, place)
        .flatMap(line -> line.confirmed(answer, NOON));
  }

  private Catalogue watched(List<ConfirmedAddress> said) {
    return files.with(guide -> whole(guide, said));
  }

  private static Guide whole(Guide guide, List<ConfirmedAddress> said) {
    return GuideReconciliation.of(guide, Optional.empty(), said, _ -> Optional.empty());
  }
}
