package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import signpost.events.LinkEvent.DomainState;
import signpost.events.LinkEvent.DomainTransition;
import signpost.events.LinkEvent.HostState;
import signpost.events.LinkHealth;
import signpost.events.Topics;
import signpost.events.WireRecord;
import signpost.notifier.backlog.NotifierBacklog;
import signpost.notifier.delivery.Deliveries;
import signpost.notifier.delivery.Delivery;
import signpost.notifier.delivery.DeliveryState;
import signpost.notifier.message.MessageKind;

/** From events on a real broker to mails on a real SMTP server, whichever the database. */
@Execution(ExecutionMode.CONCURRENT)
abstract class NotifierContract extends OnRealParts {
  @Test
  void aNewGuideIsReportedOnce() {
    listed(TOOLKIT, LEAFLET);
    assertThat(subjects()).containsExactly("First report on “Snap Guide”: nothing needs doing");
  }

  @Test
  void aBrokenLinkIsOneMailAndItsRepeatNone() throws Exception {
    listed(TOOLKIT, LEAFLET);
    WireRecord sent = notifier.send(Given.breaks(LEAFLET, Given.NOON));
    notifier.send(sent);
    notifier.settle();
    assertThat(subjects()).hasSize(2).last().isEqualTo("“The leaflet.pdf” no longer works");
    MimeMessage mail = smtp.getReceivedMessages()[1];
    assertThat(mail.getAllRecipients()[0].toString()).contains("mk@council.example");
    assertThat(mail.getMessageID()).matches("<[0-9a-f]{20}@council\\.example>");
    assertThat(GreenMailUtil.getBody(mail)).contains("Remove the link.");
    List<Delivery> deliveries = notifier.bean(Deliveries.class).latest(10);
    assertThat(deliveries).extracting(Delivery::state).containsOnly(DeliveryState.SENT);
    assertThat(deliveries.getLast().told())
        .extracting(Delivery.DeliveredFinding::subject)
        .containsExactly(LEAFLET);
  }

  @Test
  void linkIsToldOfThoughItIsTooLongTogetherWithAPageThatLinksThere() {
    String link = "https://gov.example/" + odd(1_900, 1);
    listed(TOOLKIT, link);
    notifier.send(
        Given.linkedFrom("https://gov.example/" + odd(1_900, 2), Given.breaks(link, Given.NOON)));
    notifier.settle();
    assertThat(subjects()).hasSize(2).last().asString().endsWith("no longer works");
  }

  /** What compresses well fits into an index, however long it is. */
  private static String odd(int length, long seed) {
    return new Random(seed)
        .ints(length, 0, 36)
        .mapToObj(it -> Integer.toString(it, 36))
        .collect(Collectors.joining());
  }

  @Test
  void recoveryIsToldToWhoWasToldAndToNobodyElse() {
    listed(TOOLKIT, LEAFLET);
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    notifier.settle();
    notifier.send(Given.recovers(LEAFLET, Given.NOON));
    notifier.send(Given.recovers(TOOLKIT, Given.NOON));
    notifier.settle();
    assertThat(subjects()).hasSize(3).last().isEqualTo("“The leaflet.pdf” works again");
    assertThat(notifier.bean(Deliveries.class).latest(1).getFirst().kind())
        .isEqualTo(MessageKind.RECOVERY);
  }

  @Test
  void threeHundredLinksOfOneDeadHostAreOneMessage() {
    String[] urls =
        IntStream.range(0, 300).mapToObj(i -> "https://gov.example/p" + i).toArray(String[]::new);
    listed(urls);
    notifier.send(Given.host("https://gov.example", HostState.DOWN, Given.NOON, urls));
    notifier.settle();
    notifier.sendAll(Arrays.stream(urls).map(url -> Given.silent(url, Given.NOON)));
    notifier.settle();
    assertThat(subjects()).hasSize(2).last().isEqualTo("“gov.example” does not answer");
  }

  @Test
  void aRestartGoesOnWhereItStopped() {
    listed(TOOLKIT, LEAFLET);
    notifier.restart();
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    notifier.settle();
    assertThat(subjects()).hasSize(2);
  }

  @Test
  void whatTheServerRefusesIsTriedAgain() {
    int port = smtp.getSmtp().getPort();
    smtp.stop();
    listed(TOOLKIT);
    notifier.send(Given.breaks(TOOLKIT, Given.NOON));
    notifier.settle();
    assertThat(notifier.bean(Deliveries.class).latest(10))
        .extracting(Delivery::state)
        .doesNotContain(DeliveryState.SENT);
    mailServerIsBack(port);
    assertThat(smtp.waitForIncomingEmail(Duration.ofMinutes(5).toMillis(), 2)).isTrue();
    notifier.settle();
    assertThat(subjects()).hasSize(2);
  }

  @Test
  void aHostThatCameBackIsToldAsRecovered() {
    listed(TOOLKIT, LEAFLET);
    notifier.send(Given.host("https://minds.example", HostState.DOWN, Given.NOON, LEAFLET));
    notifier.settle();
    notifier.send(Given.host("https://minds.example", HostState.RECOVERED, Given.NOON, LEAFLET));
    notifier.settle();
    assertThat(subjects())
        .hasSize(3)
        .endsWith("“minds.example” does not answer", "“minds.example” works again");
  }

  @Test
  void aNameThatIsAboutToEndIsToldInTheMorningAndItsRenewalToNobody() {
    listed(TOOLKIT, LEAFLET);
    DomainTransition ending =
        Given.domain("https://minds.example", DomainState.ENDING, Given.NOON, LEAFLET);
    notifier.send(ending);
    notifier.settle();
    assertThat(subjects()).hasSize(1);
    notifier.now(Instant.parse("2026-01-06T08:00:00Z"));
    notifier.send(ending);
    notifier.settle();
    notifier.send(Given.domain("https://minds.example", DomainState.RENEWED, Given.NOON, LEAFLET));
    notifier.settle();
    notifier.now(Instant.parse("2026-01-07T08:00:00Z"));
    notifier.settle();
    assertThat(subjects())
        .hasSize(2)
        .last()
        .isEqualTo("Summary: “minds.example” has a name that is in doubt");
  }

  @Test
  void whatIsNotUrgentWaitsForTheMorning() {
    listed(TOOLKIT, LEAFLET);
    notifier.send(
        Given.transition(
            LEAFLET, new LinkHealth.Ok(), Given.moved("https://minds.example/new"), Given.NOON));
    notifier.settle();
    assertThat(subjects()).hasSize(1);
    Instant eight = Instant.parse("2026-01-06T08:00:00Z");
    assertThat(notifier.bean(NotifierBacklog.class).nextWakeAt()).contains(eight);
    notifier.now(eight);
    notifier.settle();
    assertThat(subjects()).hasSize(2).last().isEqualTo("Summary: “The leaflet.pdf” has moved");
  }

  @Test
  void aLinkThatWasBrokenBeforeItWasListedIsInTheFirstReport() {
    notifier.send(Given.unplaced(Given.breaks(LEAFLET, Given.NOON)));
    notifier.settle();
    listed(TOOLKIT, LEAFLET);
    assertThat(subjects()).containsExactly("First report on “Snap Guide”: 1 thing to do");
  }

  @Test
  void aPlacedLinkIsToldOnceThoughItsPageWasKnownBeforeTheGuide() {
    notifier.send(Given.ours(GUIDE_PAGE));
    notifier.settle();
    notifier.send(Given.linkedFrom(GUIDE_PAGE, Given.recovers(LEAFLET, Given.NOON)));
    notifier.settle();
    listed(TOOLKIT, LEAFLET);
    notifier.send(Given.linkedFrom(GUIDE_PAGE, Given.breaks(LEAFLET, Given.NOON)));
    notifier.settle();
    assertThat(subjects())
        .containsExactly(
            "First report on “Snap Guide”: nothing needs doing",
            "“The leaflet.pdf” no longer works");
  }

  @Test
  void aPlacedLinkIsNotToldBeforeItsGuideIsListed() {
    notifier.send(Given.resource(LEAFLET));
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    notifier.settle();
    assertThat(subjects()).isEmpty();
    listed(LEAFLET);
    assertThat(subjects()).containsExactly("First report on “Snap Guide”: 1 thing to do");
  }

  @Test
  void aLinkThatBrokeBeforeItsPageBecameOursIsTold() {
    String link = "https://other.example/x";
    notifier.send(
        Given.unplaced(
            Given.linkedFrom("https://council.example/own", Given.breaks(link, Given.NOON))));
    notifier.settle();
    notifier.send(Given.ours("https://council.example/own"));
    notifier.settle();
    assertThat(subjects()).singleElement().asString().contains("no longer works");
  }

  @Test
  void whatNobodyPlacedIsNotTold() {
    listed(TOOLKIT);
    notifier.send(Given.unplaced(Given.breaks("https://other.example/x", Given.NOON)));
    notifier.settle();
    assertThat(subjects()).hasSize(1);
  }

  @Test
  void aMalformedRecordIsParkedAndTheNextOneHandled() {
    listed(TOOLKIT);
    notifier.send(
        WireRecord.of(
            Topics.LINKS, "x", Map.of("ce_type", "signpost.link.transition.v1"), new byte[] {1}));
    notifier.send(
        WireRecord.of(
            Topics.LINKS, "x", Map.of("ce_type", "signpost.link.newer.v9"), new byte[] {1}));
    notifier.send(Given.breaks(TOOLKIT, Given.NOON));
    notifier.settle();
    assertThat(subjects()).hasSize(2);
    assertThat(notifier.records(Topics.PARKED)).hasSize(1);
    assertThat(notifier.records(Topics.FINDINGS)).hasSize(1);
  }

  @Test
  void theApiShowsWhatIsOpenAndWhatWasTold() throws Exception {
    listed(TOOLKIT, LEAFLET);
    notifier.send(Given.breaks(LEAFLET, Given.NOON));
    notifier.settle();
    assertThat(get("/api/findings")).contains(LEAFLET, "\"kind\":\"broken\"", "\"state\":\"open\"");
    assertThat(get("/api/deliveries")).contains("mk@council.example", "\"state\":\"sent\"");
    assertThat(get("/api/status")).contains("\"telling\":\"mail\"", "\"undelivered\":0");
    assertThat(get("/health/readiness")).contains("\"status\":\"UP\"");
    assertThat(get("/prometheus"))
        .contains("signpost_records_total{outcome=\"handled\",part=\"notifier\"");
  }
}
