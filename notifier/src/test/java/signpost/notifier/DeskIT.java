package signpost.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import signpost.events.ChangeKind;

/** What people type, paste and try at the desk. */
@Execution(ExecutionMode.CONCURRENT)
class DeskIT extends OnRealParts {
  @Override
  Map<String, Object> database() {
    return Map.of();
  }

  private JsonNode ask(String client, String email) {
    return post(
        "/api/subscriptions", Map.of("client", client, "email", email, "scope", "guide:snap"));
  }

  private static String outcome(JsonNode reply) {
    return reply.get("outcome").asText();
  }

  @Test
  void pastedAddressIsWrittenToAndOneThatNoServerTakesIsNot() {
    listed(TOOLKIT);
    assertThat(outcome(ask("a", "Ann Lee <mailto:Ann@Library.example>; "))).isEqualTo("done");
    notifier.settle();
    assertThat(received()).last().asString().startsWith("Ann@library.example: Do you want");
    for (String bad :
        List.of(
            "ann@library.example.",
            "ann@library..example",
            "ann.@library.example",
            "ann@library_x.example",
            "ann@localhost",
            "ann\0@library.example",
            "ann@library.example bob@library.example",
            "",
            "x".repeat(60_000))) {
      JsonNode reply = ask("a", bad);
      assertThat(outcome(reply)).as(bad).isEqualTo("unclear");
      assertThat(reply.get("words").asText()).contains("email address").hasSizeLessThan(300);
      assertThat(outcome(post("/api/own/link", Map.of("email", bad)))).isEqualTo("unclear");
    }
  }

  @Test
  void mailboxIsOneWhateverItsTags() {
    listed(TOOLKIT);
    for (String email : List.of("a@b.example", "A+1@b.example", "a+2@B.example")) {
      assertThat(outcome(ask(email, email))).isEqualTo("done");
    }
    assertThat(outcome(ask("another", "a+3@b.example"))).isEqualTo("too-often");
    assertThat(outcome(ask("another", "b@b.example"))).isEqualTo("done");
  }

  @Test
  void oneClientCannotTakeWhatIsForAll() {
    listed(TOOLKIT);
    for (int i = 0; i < 300; i++) {
      assertThat(outcome(ask("greedy", "p" + i + "@b.example")))
          .isEqualTo(i < 20 ? "done" : "too-often");
    }
    assertThat(outcome(ask("modest", "p200@b.example"))).isEqualTo("done");
  }

  @Test
  void partThatHoldsWhatNoDatabaseKeepsIsNone() {
    listed(TOOLKIT);
    for (String scope : List.of("guide:sn\0ap", "tag:\0", "guide:" + "x".repeat(60_000), "")) {
      JsonNode reply = post("/api/subscriptions", Map.of("email", "a@b.example", "scope", scope));
      assertThat(outcome(reply)).isEqualTo("unclear");
    }
  }

  @Test
  void onlyAnAddressOfTheWebTakesAnothersPlace() {
    listed(TOOLKIT, LEAFLET);
    notifier.send(Given.breaks(LEAFLET, notifier.now()));
    notifier.settle();
    for (String with :
        List.of(
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://minds.example/",
            "file:///etc/passwd",
            "https:///",
            "https://me:word@minds.example/",
            "http://127.0.0.1/",
            "http://10.0.0.1/",
            "http://[::1]/",
            "http://localhost/",
            "minds.example",
            "\0")) {
      JsonNode reply = answer(lastMail(), Map.of("answer", "replace", "with", with));
      assertThat(outcome(reply)).as(with).isEqualTo("unclear");
      assertThat(reply.get("words").asText()).isNotBlank();
    }
    assertThat(
            outcome(
                answer(
                    lastMail(),
                    Map.of("answer", "replace", "with", " HTTPS://Minds.example/{a} "))))
        .isEqualTo("done");
    assertThat(json("/api/answers?guide=snap").toString())
        .contains("\"with\":\"https://minds.example/%7Ba%7D\"");
  }

  @Test
  void whoSavesDaysAwayStillHearsOfNewContactDetailsAtOnce() {
    listed(TOOLKIT, LEAFLET);
    String own = token(lastMail(), "/yours");
    JsonNode shown = read("/api/own", own).get("byKind");
    assertThat(shown.get("changed").asText()).isEqualTo("usual");
    Map<String, Object> wishes =
        Map.of("token", own, "byKind", shown, "away", "2026-12-20/2027-01-03", "mail", true);
    assertThat(outcome(post("/api/own/wishes", wishes))).isEqualTo("done");
    assertThat(read("/api/own", own).get("byKind")).isEqualTo(shown);
    assertThat(outcome(post("/api/own/wishes", wishes))).isEqualTo("as-before");
    notifier.send(Given.changes(TOOLKIT, 2, 0.9, ChangeKind.CONTACT));
    notifier.settle();
    assertThat(subjects()).last().isEqualTo("“The toolkit” has new contact details or hours");
  }
}
