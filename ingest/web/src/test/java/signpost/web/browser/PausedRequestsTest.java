package signpost.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;

/** What is said to a browser that takes an answer, and to one that does not. */
class PausedRequestsTest {
  private static final WebUrl URL = WebUrl.of("https://example.org/a.json");
  private static final Answered ANSWER =
      new Answered(
          URL, URL, 200, List.of(), new Headers(Map.of()), ResponseBody.empty(), Duration.ZERO);

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PausedRequests paused =
      new PausedRequests(DevtoolsPipe.open(InputStream.nullInputStream(), said), "session");
  private final List<String> refused = new ArrayList<>();

  @Test
  void answerThatIsRefusedFailsItsRequest() throws Exception {
    paused.fulfil("request", ANSWER, refused::add);
    int command = told().getFirst().path("id").asInt();

    paused.replied(reply("{'id': " + command + ", 'error': {'message': 'Invalid headers'}}"));
    paused.replied(reply("{'id': " + command + ", 'error': {'message': 'Invalid headers'}}"));

    assertThat(refused).containsExactly("Invalid headers");
    assertThat(told())
        .extracting(it -> it.path("method").asText())
        .containsExactly("Fetch.fulfillRequest", "Fetch.failRequest");
    assertThat(told().getLast().at("/params/requestId").asText()).isEqualTo("request");
  }

  @Test
  void answerThatIsTakenIsDoneWith() throws Exception {
    paused.fulfil("request", ANSWER, refused::add);

    paused.replied(reply("{'id': " + told().getFirst().path("id").asInt() + ", 'result': {}}"));

    assertThat(refused).isEmpty();
    assertThat(told()).hasSize(1);
  }

  private static JsonNode reply(String json) throws Exception {
    return DevtoolsPipe.JSON.readTree(json.replace('\'', '"'));
  }

  private List<JsonNode> told() throws Exception {
    List<JsonNode> commands = new ArrayList<>();
    for (String command : said.toString(StandardCharsets.UTF_8).split("\0", -1)) {
      if (!command.isEmpty()) {
        commands.add(DevtoolsPipe.JSON.readTree(command));
      }
    }
    return commands;
  }
}
