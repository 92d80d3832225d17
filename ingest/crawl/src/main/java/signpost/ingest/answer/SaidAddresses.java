package signpost.ingest.answer;

import jakarta.inject.Singleton;
import java.util.Optional;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.GuideAnswer;
import signpost.ingest.listing.AddressAnswer;
import signpost.ingest.listing.CatalogueStep;
import signpost.url.WebUrl;

/** What answers say of the addresses of lines: this one, or another. */
@Singleton
final class SaidAddresses {
  private final CatalogueStep catalogue;

  SaidAddresses(CatalogueStep catalogue) {
    this.catalogue = catalogue;
  }

  /** Takes in what a finding's answers say, where it asks about an address. */
  void takeIn(FindingChanged finding) {
    if (finding.kind() != FindingKind.ADDRESS_QUESTION) {
      return;
    }
    for (GuideAnswer answer : finding.answers()) {
      meant(finding, answer)
          .ifPresent(said ->
              finding.placements().stream()
                  .filter(line -> line.guide().equals(answer.guide()))
                  .forEach(line -> catalogue.confirm(line, said, answer.at())));
    }
  }

  private static Optional<AddressAnswer> meant(FindingChanged finding, GuideAnswer answer) {
    return switch (answer.kind()) {
      case KEEP -> finding.replacement().map(AddressAnswer.RightAddress::new);
      case REPLACE ->
          WebUrl.parse(answer.words()).filter(WebUrl::web).map(AddressAnswer.OtherAddress::new);
      case ACKNOWLEDGED, SNOOZED, IGNORED, REMOVE, WRONG -> Optional.empty();
    };
  }
}
