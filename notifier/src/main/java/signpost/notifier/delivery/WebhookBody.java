package signpost.notifier.delivery;

import java.time.Instant;
import java.util.List;
import signpost.events.RecordJson;
import signpost.notifier.store.WireName;

/** What a webhook is told, in one line of JSON. */
record WebhookBody(String type, Instant timestamp, WebhookData data) {

  record WebhookData(
      String id, String kind, String subject, String text, List<WebhookFinding> findings) {}

  record WebhookFinding(String id, String guide, String subject, String kind, String state) {}

  static String of(Delivery delivery) {
    List<WebhookFinding> findings =
        delivery.told().stream()
            .map(told ->
                new WebhookFinding(
                    told.finding(),
                    told.guide(),
                    told.subject(),
                    WireName.of(told.kind()),
                    WireName.of(told.state())))
            .toList();
    WebhookData data =
        new WebhookData(
            delivery.id(),
            WireName.of(delivery.kind()),
            delivery.mail().subject(),
            delivery.mail().text(),
            findings);
    return RecordJson.write(new WebhookBody("signpost.message", delivery.decidedAt(), data));
  }
}
