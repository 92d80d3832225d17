package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An owner's feed as a channel: what is in the ledger has arrived. */
class FeedChannelIT extends ChannelContract {
  private String feed = "";
  private String own = "";

  @Override
  String channel() {
    return "feed";
  }

  @Override
  void choose(String ownToken) {
    own = ownToken;
    JsonNode reply = post("/api/own/feed", Map.of("token", ownToken));
    assertThat(reply.get("outcome").asText()).isEqualTo("done");
    feed = reply.get("words").asText();
  }

  @Override
  List<Arrived> arrived() {
    List<Arrived> all = new ArrayList<>();
    read("/api/feed", feed)
        .get("entries")
        .forEach(entry ->
            all.addFirst(
                new Arrived(
                    entry.get("id").asText(),
                    entry.get("subject").asText() + "\n" + entry.get("text").asText())));
    return all;
  }

  @Override
  boolean refuse(boolean now) {
    return false;
  }

  @Test
  void aNewAddressMakesTheOldOneWorthless() {
    listed(TOOLKIT);
    choose(token(lastMail(), "/yours"));
    String old = feed;
    choose(own);
    assertThat(read("/api/feed", old).get("known").asBoolean()).isFalse();
    assertThat(read("/api/feed", feed).get("known").asBoolean()).isTrue();
    assertThat(read("/api/feed", own).get("known").asBoolean()).isFalse();
  }

  @Test
  void feedHoldsNoLinkThatAnswersAndIsReadByNobodyWhoLeft() throws Exception {
    listed(TOOLKIT, LEAFLET);
    choose(token(lastMail(), "/yours"));
    notifier.send(Given.breaks(LEAFLET, notifier.now()));
    notifier.settle();
    assertThat(arrived())
        .last()
        .extracting(Arrived::words)
        .asString()
        .contains("The leaflet.pdf")
        .doesNotContain("?t=");
    owners("jd: {name: Jo Dee, email: jd@council.example}");
    await().until(() -> !read("/api/feed", feed).get("known").asBoolean());
  }
}
