package signpost.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortTest {
  /** Where the machine's range is the usual one. */
  @Test
  void noConnectionThatGoesOutTakesItBeforeItsServerListens() throws IOException {
    Path range = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    assumeThat(range).exists();
    int first = Integer.parseInt(Files.readString(range).strip().split("\\s+", -1)[0]);
    assumeThat(first).isGreaterThanOrEqualTo(32_768);
    assertThat(FreePort.find()).isLessThan(first);
  }

  @Test
  void noneIsGivenTwice() {
    Set<Integer> given = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      assertThat(given.add(FreePort.find())).isTrue();
    }
  }

  @Test
  void oneThatIsListenedOnIsPassedOver() throws IOException {
    int taken = FreePort.find();
    try (ServerSocket _ = new ServerSocket(taken, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThatThrownBy(() -> FreePort.tryToListen("127.0.0.1", taken))
          .isInstanceOf(IOException.class);
      for (int tried = 0; tried < 13_000; tried++) {
        assertThat(FreePort.find()).isNotEqualTo(taken);
      }
    }
  }
}
