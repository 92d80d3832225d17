package signpost.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.FindingEvent.FindingState;

class FindingNameTest {

  @Test
  void noTwoFindingsAreCalledAlike() {
    assertThat(Arrays.stream(FindingName.values()).map(FindingName::label)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(FindingName.values()).map(it -> it.label() + it.happened()))
        .allMatch(words -> words.length() < 80);
  }

  @ParameterizedTest
  @EnumSource(names = {"SOFT_404", "REDIRECTED_HOME", "OTHER_OWNER", "PARKED_DOMAIN", "HIJACKED"})
  void aPageSomebodyElseFilledWasNotWithdrawn(GoneKind kind) {
    assertThat(FindingName.of(kind).label()).isEqualTo("No longer what it was");
  }

  @ParameterizedTest
  @EnumSource
  void anOlderRecordIsCalledAfterItsKind(FindingKind kind) {
    assertThat(finding(kind, Optional.empty()).called()).isEqualTo(FindingName.of(kind));
  }

  @ParameterizedTest
  @EnumSource
  void theNameTravels(FindingName name) {
    Envelope sent =
        Envelope.of(
            finding(FindingKind.CHANGED, Optional.of(name)), "signpost/test", Instant.EPOCH, 1);

    assertThat(EventCodec.decode(EventCodec.encode(sent)))
        .isEqualTo(new DecodedRecord.KnownEvent(sent));
  }

  private static FindingChanged finding(FindingKind kind, Optional<FindingName> name) {
    return new FindingChanged(
        "f",
        "https://example.org/",
        kind,
        name,
        FindingState.OPEN,
        "",
        new Explanation("", "", ""),
        Instant.EPOCH,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void aStateIsCalledLikeTheFindingItOpens() {
    var gone = new LinkHealth.GoneInPlace(GoneKind.WITHDRAWN, Instant.EPOCH, "", Optional.empty());

    assertThat(FindingName.of(gone)).contains(FindingName.WITHDRAWN);
    assertThat(FindingName.of(new LinkHealth.Ok())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyPageThatIsNoLongerWhatWasMeantIsCalledSo(GoneKind kind) {
    assertThat(FindingName.of(kind).gone()).isPresent();
  }
}
