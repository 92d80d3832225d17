package signpost.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import signpost.notifier.Receiver.Got;
import signpost.notifier.Receiver.Manner;
import signpost.notifier.delivery.Deliveries;
import signpost.notifier.delivery.Delivery;
import signpost.notifier.delivery.DeliveryState;

/** Signed webhooks as a channel, with a real receiver. */
class WebhookChannelIT extends ChannelContract {
  private final Receiver receiver;
  private String secret = "";

  WebhookChannelIT() throws IOException {
    receiver = new Receiver();
  }

  @AfterEach
  void end() {
    receiver.close();
  }

  @Override
  Map<String, Object> settings() {
    return Map.of(
        "signpost.webhook.allow",
        List.of("127.0.0.1/32:" + receiver.port()),
        "signpost.webhook.timeout",
        "1s",
        "signpost.webhook.hurry",
        100_000);
  }

  @Override
  String channel() {
    return "webhook";
  }

  @Override
  void choose(String ownToken) {
    JsonNode reply = set(ownToken, receiver.url());
    assertThat(reply.get("outcome").asText()).as(reply.toString()).isEqualTo("done");
    secret = reply.get("words").asText();
  }

  private JsonNode set(String token, String url) {
    return post("/api/own/webhook", Map.of("token", token, "url", url));
  }

  @Override
  List<Arrived> arrived() {
    return receiver.got().stream()
        .map(got ->
            new Arrived(
                got.id(),
                got.json().at("/data/subject").asText()
                    + "\n"
                    + got.json().at("/data/text").asText()))
        .toList();
  }

  @Override
  boolean refuse(boolean now) {
    receiver.behave(now ? Manner.FAILS : Manner.ACCEPTS);
    return true;
  }

  private void breaksLeaflet() {
    notifier.send(Given.breaks(LEAFLET, notifier.now()));
    notifier.settle();
  }

  private Delivery lastHook() {
    return notifier.bean(Deliveries.class).latest(50).stream()
        .filter(delivery -> delivery.channel().equals("webhook"))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  @Test
  void whatIsSentIsSignedAsStandardWebhooksAsk() throws GeneralSecurityException {
    listed(TOOLKIT, LEAFLET);
    choose(token(lastMail(), "/yours"));
    breaksLeaflet();
    Got got = receiver.got().getLast();
    Mac mac = Mac.getInstance("HmacSHA256");
    byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signed = got.id() + "." + got.timestamp() + "." + got.body();
    assertThat(got.signature())
        .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8))));
    assertThat(got.json().at("/data/findings/0/kind").asText()).isEqualTo("broken");
    assertThat(got.json().at("/data/text").asText())
        .as("others may read along")
        .contains("The leaflet.pdf", "/resource?url=")
        .doesNotContain("?t=");
  }

  @Test
  void nothingIsSentToWhoDidNotSayYes() {
    listed(TOOLKIT, LEAFLET);
    receiver.refuseToBeAsked();
    JsonNode reply = set(token(lastMail(), "/yours"), receiver.url());
    assertThat(reply.get("outcome").asText()).isEqualTo("unclear");
    assertThat(reply.get("words").asText()).contains("did not repeat the challenge");
    breaksLeaflet();
    assertThat(receiver.got()).isEmpty();
  }

  @Test
  void anAddressThatIsNobodysBusinessIsRefused() {
    listed(TOOLKIT);
    JsonNode reply = set(token(lastMail(), "/yours"), "http://169.254.169.254/latest/meta-data");
    assertThat(reply.get("outcome").asText()).isEqualTo("unclear");
    assertThat(reply.get("words").asText()).startsWith("We do not send there");
  }

  @Test
  void addressIsAskedAsBrowsersReadIt() {
    listed(TOOLKIT, LEAFLET);
    JsonNode reply = set(token(lastMail(), "/yours"), receiver.url() + "/{x}/y z");
    assertThat(reply.get("outcome").asText()).as(reply.toString()).isEqualTo("done");
    breaksLeaflet();
    assertThat(receiver.paths()).last().isEqualTo("/hook/%7Bx%7D/y%20z");
  }

  @Test
  void whatIsNoWebAddressIsRefusedInWords() {
    listed(TOOLKIT);
    for (String url : List.of("x", "javascript:alert(1)", "https://", "\0", "h".repeat(60_000))) {
      JsonNode reply = set(token(lastMail(), "/yours"), url);
      assertThat(reply.get("outcome").asText()).as(url).isEqualTo("unclear");
      assertThat(reply.get("words").asText()).isNotBlank();
    }
  }

  @Test
  void whoAnswersGoneIsSentNothingMore() {
    listed(TOOLKIT, LEAFLET);
    choose(token(lastMail(), "/yours"));
    notifier.settle();
    int before = receiver.got().size();
    receiver.behave(Manner.GONE);
    breaksLeaflet();
    assertThat(lastHook().state()).isEqualTo(DeliveryState.GIVEN_UP);
    notifier.send(Given.breaks(TOOLKIT, notifier.now()));
    notifier.settle();
    assertThat(receiver.got()).hasSize(before + 1);
    assertThat(subjects()).last().isEqualTo("“The toolkit” no longer works");
  }

  @Test
  void aRedirectIsAFailureAndIsNotFollowed() {
    listed(TOOLKIT, LEAFLET);
    choose(token(lastMail(), "/yours"));
    receiver.behave(Manner.REDIRECTS);
    breaksLeaflet();
    Awaitility.await().until(() -> lastHook().attempts() > 0);
    Awaitility.await().until(() -> lastHook().state() == DeliveryState.GIVEN_UP);
    assertThat(lastHook().attempts()).isEqualTo(10);
    assertThat(lastHook().detail()).contains("302");
  }

  @Test
  void aReceiverThatHangsHoldsUpNoMail() {
    listed(TOOLKIT, LEAFLET);
    choose(token(lastMail(), "/yours"));
    notifier.settle();
    receiver.behave(Manner.HANGS);
    notifier.send(Given.breaks(LEAFLET, notifier.now()));
    assertThat(smtp.waitForIncomingEmail(Duration.ofMinutes(5).toMillis(), 2)).isTrue();
    assertThat(lastHook().state()).isNotEqualTo(DeliveryState.SENT);
    Awaitility.await().until(() -> lastHook().reason().isPresent());
    assertThat(lastHook().reason().orElseThrow().name()).isEqualTo("TIMED_OUT");
  }

  @Test
  void tooManyIsToldApartAndCanBeReplayed() {
    listed(TOOLKIT, LEAFLET);
    choose(token(lastMail(), "/yours"));
    notifier.settle();
    receiver.behave(Manner.TOO_MANY);
    breaksLeaflet();
    Awaitility.await().until(() -> lastHook().state() == DeliveryState.GIVEN_UP);
    assertThat(lastHook().reason().orElseThrow().name()).isEqualTo("RATE_LIMITED");
    receiver.behave(Manner.ACCEPTS);
    post("/api/deliveries/" + lastHook().id() + "/replay", Map.of());
    Awaitility.await().until(() -> lastHook().state() == DeliveryState.SENT);
    assertThat(
            post("/api/deliveries/" + lastHook().id() + "/replay", Map.of())
                .get("outcome")
                .asText())
        .isEqualTo("unknown");
  }
}
