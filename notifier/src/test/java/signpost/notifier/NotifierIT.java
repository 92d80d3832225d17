package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.LinkEvent.HostState;
import signpost.events.Message;
import signpost.notifier.delivery.Delivery;
import signpost.notifier.delivery.DeliveryState;
import signpost.notifier.message.MessageKind;

/** From events on a real broker to mails on a real SMTP server. */
class NotifierIT {
  private static final String TOOLKIT = "https://gov.example/toolkit";
  private static final String LEAFLET = "https://minds.example/leaflet.pdf";

  @TempDir Path folder;
  private GreenMail smtp;
  private RunningNotifier notifier;

  @BeforeEach
  void start(TestInfo test) throws IOException {
    smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    smtp.start();
    Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
    Files.writeString(
        catalogue.resolve("snap.yml"),
        "owners:\n  mk: {name: Mary Kay, email: mk@council.example, zone: Europe/London}\n");
    String prefix = test.getTestMethod().orElseThrow().getName() + ".";
    notifier =
        new RunningNotifier(
            prefix,
            folder,
            Map.of(
                "signpost.smtp.host", "127.0.0.1",
                "signpost.smtp.port", smtp.getSmtp().getPort(),
                "signpost.smtp.from", "signpost@council.example",
                "signpost.smtp.retry", "200ms"));
  }

  @AfterEach
  void stop() {
    notifier.close();
    smtp.stop();
  }

  private void listed(String... urls) {
    notifier.send(Given.guide(urls));
    Arrays.stream(urls).forEach(url -> notifier.send(Given.resource(url)));
    Arrays.stream(urls).forEach(url -> notifier.send(Given.healthy(url)));
    notifier.settle();
  }

  private List<String> subjects() {
    return Arrays.stream(smtp.getReceivedMessages()).map(NotifierIT::subject).toList();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aNewGuideIsReportedOnce() {
    listed(TOOLKIT, LEAFLET);
    assertThat(subjects()).containsExactly("First report on “Snap Guide”: nothing needs doing");
  }

  @Test
  void aBrokenLinkIsOneMailAndItsRepeatNone() throws Exception {
    listed(TOOLKIT, LEAFLET);
    Message sent = notifier.send(Given.breaks(LEAFLET, Given.NOON));
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
        .extracting(Delivery.Told::subject)
        .containsExactly(LEAFLET);
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
    Arrays.stream(urls).forEach(url -> notifier.send(Given.breaks(url, Given.NOON)));
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
    smtp = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    smtp.start();
    assertThat(smtp.waitForIncomingEmail(Duration.ofSeconds(20).toMillis(), 2)).isTrue();
    notifier.settle();
    assertThat(subjects()).hasSize(2);
  }
}
