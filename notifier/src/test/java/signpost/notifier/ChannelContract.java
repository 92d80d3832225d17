package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import signpost.notifier.delivery.Deliveries;
import signpost.notifier.delivery.Delivery;
import signpost.notifier.delivery.DeliveryState;
import signpost.record.camel.RouteFigures;

/** What every way out must hold to; a further channel is another subclass. */
@Execution(ExecutionMode.CONCURRENT)
abstract class ChannelContract extends OnRealParts {
  /** Something that arrived: its stable id, and its words. */
  record Arrived(String id, String words) {}

  /** The channel's name in the ledger. */
  abstract String channel();

  /** Makes the channel one of Mary's, as she would. */
  abstract void choose(String ownToken);

  /** What arrived since it was chosen, repeats included. */
  abstract List<Arrived> arrived();

  /** Makes the receiver refuse, and later accept; false where nobody could refuse. */
  abstract boolean refuse(boolean now) throws IOException;

  @Override
  Map<String, Object> database() {
    return Map.of();
  }

  private void chosen() {
    listed(TOOLKIT, LEAFLET);
    choose(token(lastMail(), "/yours"));
    notifier.settle();
  }

  private void breaks(String url) {
    notifier.send(Given.breaks(url, notifier.now()));
    notifier.settle();
  }

  private List<Delivery> deliveries() {
    return notifier.bean(Deliveries.class).latest(50).stream()
        .filter(delivery -> delivery.channel().equals(channel()))
        .toList();
  }

  private Delivery last() {
    return deliveries().getLast();
  }

  @Test
  void whatIsToldArrivesOnceUnderTheIdOfItsDelivery() {
    chosen();
    breaks(LEAFLET);
    assertThat(arrived())
        .filteredOn(it -> it.words().contains(LEAFLET))
        .singleElement()
        .satisfies(it -> assertThat(it.id()).contains(last().id()));
    assertThat(last().state()).isEqualTo(DeliveryState.SENT);
  }

  @Test
  void whatIsRefusedIsTriedAgainUnderTheSameId() throws IOException {
    chosen();
    assumeTrue(refuse(true), "nobody could refuse");
    breaks(LEAFLET);
    Awaitility.await().until(() -> last().attempts() > 1 && last().reason().isPresent());
    assertThat(last().detail()).isNotEmpty();
    refuse(false);
    Awaitility.await().until(() -> last().state() == DeliveryState.SENT);
    assertThat(arrived().stream().filter(it -> it.words().contains(LEAFLET)).map(Arrived::id))
        .isNotEmpty()
        .allMatch(id -> id.contains(last().id()));
  }

  @Test
  void aCrashInFlightRepeatsUnderTheSameIdAndLosesNothing() {
    chosen();
    breaks(LEAFLET);
    String id = last().id();
    notifier.stop();
    notifier.execute(
        "UPDATE delivery SET state = 'SENDING', next_attempt_at = 0 WHERE id = '" + id + "'");
    notifier.start();
    Awaitility.await().until(() -> last().state() == DeliveryState.SENT && last().attempts() == 2);
    assertThat(arrived().stream().filter(it -> it.words().contains(LEAFLET)).map(Arrived::id))
        .isNotEmpty()
        .allMatch(it -> it.contains(id));
  }

  @Test
  void strangersWordsArriveAsWords() {
    notifier.send(Given.guide(TOOLKIT));
    notifier.send(Given.resource(TOOLKIT));
    notifier.send(Given.healthy(TOOLKIT));
    notifier.settle();
    choose(token(lastMail(), "/yours"));
    notifier.send(
        Given.saying(
            Given.breaks(TOOLKIT, notifier.now()), "“404\r\nBcc: x@y”, \u202Egnp <b>&\u0007"));
    notifier.settle();
    String words = arrived().getLast().words().replaceAll("\\s+", " ");
    assertThat(words).contains("404 Bcc: x@y").doesNotContain("\u202E", "\u0007");
  }

  @Test
  void whatIsToldGoesByTheRouteOfItsChannel() {
    chosen();
    breaks(LEAFLET);
    String route = "delivery-" + (channel().equals("email") ? "mail" : channel());
    assertThat(notifier.bean(RouteFigures.class).all())
        .filteredOn(it -> it.route().equals(route))
        .singleElement()
        .satisfies(it -> assertThat(it.through()).isPositive());
  }

  @Test
  void recoveryIsToldToo() {
    chosen();
    breaks(LEAFLET);
    notifier.send(Given.recovers(LEAFLET, notifier.now()));
    notifier.settle();
    assertThat(arrived()).last().extracting(Arrived::words).asString().contains("works again");
  }
}
