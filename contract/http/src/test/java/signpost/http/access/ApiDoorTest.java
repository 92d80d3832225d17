package signpost.http.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiDoorTest {
  private static final String TOKEN = "a-token-long-enough";

  private final ApiDoor local = ApiDoor.at("notifier", "127.0.0.1", "");
  private final ApiDoor guarded = ApiDoor.at("notifier", "0.0.0.0", TOKEN);

  @Test
  void programOnThisMachineIsLetIn() {
    assertThat(local.refuses(asker(Map.of("host", "127.0.0.1:8082")))).isEmpty();
    assertThat(local.refuses(asker(Map.of("host", "localhost:8082")))).isEmpty();
  }

  @Test
  void personAtThisMachineMayTypeTheAddress() {
    assertThat(local.refuses(asker(Map.of("host", "localhost:8082", "sec-fetch-site", "none"))))
        .isEmpty();
  }

  @Test
  void pageOfTheWebIsKeptOutHoweverItAsks() {
    assertThat(
            local.refuses(asker(Map.of("host", "127.0.0.1:8082", "origin", "https://a.example"))))
        .isPresent();
    assertThat(local.refuses(asker(Map.of("host", "127.0.0.1:8082", "origin", "null"))))
        .isPresent();
    assertThat(
            local.refuses(asker(Map.of("host", "127.0.0.1:8082", "sec-fetch-site", "cross-site"))))
        .isPresent();
    assertThat(local.refuses(asker(Map.of("host", "rebound.example:8082")))).isPresent();
    assertThat(local.refuses(asker(Map.of()))).isPresent();
  }

  @Test
  void tokenOpensFromAnywhereAndNothingElseDoes() {
    assertThat(guarded.refuses(asker(Map.of("authorization", "Bearer " + TOKEN)))).isEmpty();
    assertThat(guarded.refuses(asker(Map.of("authorization", "bearer " + TOKEN)))).isEmpty();
    assertThat(guarded.refuses(asker(Map.of("authorization", "Bearer " + TOKEN + "x"))))
        .isPresent();
    assertThat(guarded.refuses(asker(Map.of("authorization", TOKEN)))).isPresent();
    assertThat(guarded.refuses(asker(Map.of("host", "127.0.0.1:8082")))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7", "", "no-such-name.invalid"})
  void addressThatOthersReachNeedsAToken(String host) {
    assertThatThrownBy(() -> ApiDoor.at("ingest", host, ""))
        .isInstanceOf(UnguardedAddress.class)
        .hasMessageContaining("ingest")
        .hasMessageContaining(ApiDoor.TOKEN_KEY);
  }

  @Test
  void tokenThatIsGuessedInADayIsRefused() {
    assertThatThrownBy(() -> ApiDoor.at("ingest", "127.0.0.1", "sesame"))
        .isInstanceOf(UnguardedAddress.class)
        .hasMessageContaining("too short");
  }

  private static RequestOrigin asker(Map<String, String> headers) {
    return RequestOrigin.of(headers::get);
  }
}
