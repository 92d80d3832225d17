package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;
import signpost.events.Message;
import signpost.events.Topics;

/** A record that cannot be handled whatever is tried. */
class PoisonedRecordIT extends OnRealParts {
  private static final String POISON = "https://gov.example/poison";

  @Override
  Map<String, Object> database() {
    return Map.of();
  }

  @Test
  void itIsPutAsideAndWhatIsBehindItCounts() {
    listed(TOOLKIT, LEAFLET);
    notifier.stop();
    notifier.execute(
        "CREATE TRIGGER poison BEFORE INSERT ON resource WHEN NEW.url = '"
            + POISON
            + "' BEGIN SELECT RAISE(ABORT, 'poison'); END");
    notifier.start();
    notifier.send(Given.resource(POISON));
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    await().until(() -> notifier.records(Topics.PARKED).contains(POISON));
    notifier.settle();
    assertThat(subjects()).hasSize(2).last().isEqualTo("“The leaflet.pdf” no longer works");
    assertThat(notifier.records(Topics.PARKED)).containsExactly(POISON);
  }

  @Test
  void whatWasTakenAwayAndListedAgainStaysListedWhenAllOfItIsReadAgain() {
    listed(TOOLKIT, LEAFLET);
    notifier.send(Message.tombstone(Topics.RESOURCES, LEAFLET));
    notifier.send(Given.resource(LEAFLET));
    notifier.settle();
    notifier.stop();
    notifier.execute("DELETE FROM position");
    notifier.start();
    notifier.settle();
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    notifier.settle();
    assertThat(subjects()).hasSize(2).last().isEqualTo("“The leaflet.pdf” no longer works");
  }
}
