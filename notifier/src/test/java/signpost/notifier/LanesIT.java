package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import signpost.catalogue.MailAddress;
import signpost.catalogue.Owner;
import signpost.notifier.Receiver.Manner;
import signpost.notifier.delivery.Deliveries;
import signpost.notifier.delivery.Delivery;
import signpost.notifier.delivery.DeliveryState;
import signpost.notifier.delivery.FailureReason;
import signpost.notifier.person.PersonRecords;
import signpost.record.store.Database;

/** Receivers that hang, drip and refuse, and those who must not wait for them. */
@Execution(ExecutionMode.CONCURRENT)
class LanesIT extends OnRealParts {

  private final Receiver hers;
  private final Receiver his;

  LanesIT() throws IOException {
    hers = new Receiver();
    his = new Receiver();
  }

  @AfterEach
  void end() {
    hers.close();
    his.close();
  }

  @Override
  Map<String, Object> database() {
    return Map.of();
  }

  @Override
  Map<String, Object> settings() {
    return Map.of(
        "signpost.webhook.allow",
        List.of("127.0.0.1/32:" + hers.port(), "127.0.0.1/32:" + his.port()),
        // Longer than any test waits: whoever stands behind one that hangs would be missed.
        "signpost.webhook.timeout",
        "10m",
        "signpost.smtp.timeout",
        "1s");
  }

  private List<Delivery> deliveries(String channel, String owner) {
    return notifier.bean(Deliveries.class).latest(50).stream()
        .filter(it -> it.channel().equals(channel) && it.owner().equals(owner))
        .toList();
  }

  private Delivery last(String channel, String owner) {
    return deliveries(channel, owner).getLast();
  }

  private void listedForBoth() throws IOException {
    owners(
        "mk: {name: Mary Kay, email: mk@council.example}",
        "jd: {name: John Dee, email: jd@council.example}");
    notifier.restart();
    notifier.send(Given.guideOf(List.of("mk", "jd"), TOOLKIT, LEAFLET));
    for (String url : List.of(TOOLKIT, LEAFLET)) {
      notifier.send(Given.resourceIn(url, List.of("mk", "jd"), Given.GUIDE));
      notifier.send(Given.healthy(url));
    }
    notifier.settle();
    for (MimeMessage mail : mails()) {
      boolean toMary = received(mail).startsWith("mk@");
      JsonNode reply =
          post(
              "/api/own/webhook",
              Map.of("token", token(mail, "/yours"), "url", (toMary ? hers : his).url()));
      assertThat(reply.get("outcome").asText()).as(reply.toString()).isEqualTo("done");
    }
    notifier.settle();
  }

  private static String received(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString().replaceAll(".*<|>.*", "");
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void breaksLeaflet() {
    notifier.send(Given.breaks(LEAFLET, notifier.now()));
  }

  /** Another server takes the mail server's place. */
  private StubbornServer stubborn(StubbornServer.Manner manner) throws IOException {
    int port = smtp.getSmtp().getPort();
    smtp.stop();
    return onceFree(() -> new StubbornServer(manner, port));
  }

  @Test
  void webhookThatHangsHoldsUpNoOtherWebhook() throws IOException {
    listedForBoth();
    int before = deliveries("webhook", "jd").size();
    hers.behave(Manner.HANGS);
    breaksLeaflet();
    Awaitility.await().until(() -> last("webhook", "mk").state() == DeliveryState.SENDING);
    String hanging = last("webhook", "mk").id();
    notifier.send(Given.breaks(TOOLKIT, notifier.now()));
    Awaitility.await()
        .until(() ->
            deliveries("webhook", "jd").size() == before + 2
                && last("webhook", "jd").state() == DeliveryState.SENT);
    assertThat(deliveries("webhook", "mk"))
        .filteredOn(it -> it.id().equals(hanging))
        .extracting(Delivery::state)
        .containsExactly(DeliveryState.SENDING);
  }

  @Test
  void mailServerThatSaysNothingIsLeftInTime() throws IOException {
    listedForBoth();
    try (StubbornServer silent = stubborn(StubbornServer.Manner.SAYS_NOTHING)) {
      int before = deliveries("webhook", "jd").size();
      breaksLeaflet();
      Awaitility.await()
          .until(() ->
              deliveries("webhook", "jd").size() == before + 1
                  && last("webhook", "jd").state() == DeliveryState.SENT);
      Awaitility.await().until(() -> silent.calls() > 3);
      assertThat(last("email", "mk").reason()).contains(FailureReason.TIMED_OUT);
    }
  }

  @Test
  void mailServerThatDripsIsLeftInTimeAndTheMailComesOnceItServes() throws IOException {
    listed(TOOLKIT, LEAFLET);
    int port = smtp.getSmtp().getPort();
    try (StubbornServer drips = stubborn(StubbornServer.Manner.DRIPS)) {
      breaksLeaflet();
      Awaitility.await().until(() -> last("email", "mk").reason().isPresent() && drips.calls() > 0);
      assertThat(last("email", "mk").reason()).contains(FailureReason.TIMED_OUT);
    }
    mailServerIsBack(port);
    forgetSeen();
    Awaitility.await().until(() -> last("email", "mk").state() == DeliveryState.SENT);
    assertThat(subjects()).containsExactly("“The leaflet.pdf” no longer works");
  }

  /** The mail server is away meanwhile; nobody else was to hear of it. */
  @Test
  void newsThatWaitsForWhoeverWantsToBeForgottenReachesOpsAndNotThem() throws IOException {
    listed(TOOLKIT, LEAFLET);
    int port = smtp.getSmtp().getPort();
    smtp.stop();
    breaksLeaflet();
    Awaitility.await().until(() -> last("email", "mk").reason().isPresent());
    Owner mary = new Owner("mk", "Mary Kay", "mk@council.example", ZoneId.of("Europe/London"));
    new PersonRecords(notifier.bean(Database.class), folder, List.of(mary), List.of())
        .remove(MailAddress.parse("MK@council.example").orElseThrow(), notifier.now());
    mailServerIsBack(port);
    forgetSeen();
    Awaitility.await().until(() -> received().size() == 1);

    assertThat(received())
        .singleElement()
        .asString()
        .startsWith("ops@signpost.localhost: Could not be delivered to mk");
    assertThat(deliveries("email", "mk")).as("nothing is kept of it").isEmpty();
  }

  @Test
  void mailThatCannotBeWrittenIsGivenUpAndReachesOpsAndTheNextOneItsReader() throws IOException {
    listed(TOOLKIT, LEAFLET);
    int port = smtp.getSmtp().getPort();
    smtp.stop();
    breaksLeaflet();
    Awaitility.await().until(() -> deliveries("email", "mk").size() == 2);
    String bad = last("email", "mk").id();
    notifier.stop();
    notifier.execute(
        "UPDATE delivery SET attempts = 0, state = 'PENDING', next_attempt_at = 0, mail ="
            + " replace(mail, 'mk@council.example', 'mk@council..example') WHERE id = '"
            + bad
            + "'");
    mailServerIsBack(port);
    forgetSeen();
    notifier.start();
    notifier.send(Given.breaks(TOOLKIT, notifier.now()));
    notifier.settle();
    Delivery given =
        deliveries("email", "mk").stream()
            .filter(it -> it.id().equals(bad))
            .findAny()
            .orElseThrow();
    assertThat(given.state()).isEqualTo(DeliveryState.GIVEN_UP);
    assertThat(given.reason()).contains(FailureReason.UNWRITABLE);
    assertThat(given.attempts()).isEqualTo(1);
    assertThat(given.detail()).contains("mk@council..example", "two dots stand together");
    assertThat(received())
        .containsExactlyInAnyOrder(
            "ops@signpost.localhost: Could not be delivered to mk: “The leaflet.pdf” no longer"
                + " works",
            "mk@council.example: “The toolkit” no longer works");
  }

  @Test
  void whatWasBeingSentIsTakenUpWhenItsLeaseIsOverAndNotBefore() {
    listed(TOOLKIT, LEAFLET);
    breaksLeaflet();
    notifier.settle();
    String id = last("email", "mk").id();
    notifier.stop();
    long lease = System.currentTimeMillis() + 3_000;
    notifier.execute(
        "UPDATE delivery SET state = 'SENDING', next_attempt_at = "
            + lease
            + " WHERE id = '"
            + id
            + "'");
    notifier.start();
    Awaitility.await().until(() -> last("email", "mk").state() == DeliveryState.SENT);
    assertThat(System.currentTimeMillis()).isGreaterThanOrEqualTo(lease);
    assertThat(last("email", "mk").attempts()).isEqualTo(2);
  }
}
