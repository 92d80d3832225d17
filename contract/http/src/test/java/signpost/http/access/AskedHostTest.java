package signpost.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedHostTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8083",
        "127.0.0.1:8083",
        "0x7f.1",
        "[::1]:80",
        "ops.localhost"
      })
  void thisMachineIsKnownInEverySpelling(String header) {
    assertThat(AskedHost.of(header)).hasValueSatisfying(it -> assertThat(it.isLoopback()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost.rebound.example",
        "127.0.0.1.rebound.example",
        "localhost.",
        "rebound.example:8083",
        "192.0.2.7",
        "[::ffff:192.0.2.7]"
      })
  void anotherNameIsNotThisMachine(String header) {
    assertThat(AskedHost.of(header).filter(AskedHost::isLoopback)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "127.0.0.1/", "me@127.0.0.1", "127.0.0.1#x", "a b", "[::1", "\\"})
  void whatNamesNoHostIsNone(String header) {
    assertThat(AskedHost.of(header)).isEmpty();
  }

  @Test
  void originsAreReadAsHostsAre() {
    assertThat(AskedHost.ofOrigin("https://Signpost.example"))
        .contains(new AskedHost("signpost.example", "signpost.example"));
    assertThat(AskedHost.ofOrigin("http://127.0.0.1:8083"))
        .contains(AskedHost.of("127.0.0.1:8083").orElseThrow());
    assertThat(AskedHost.ofOrigin("null")).isEmpty();
    assertThat(AskedHost.ofOrigin("file:///etc")).isEmpty();
  }
}
