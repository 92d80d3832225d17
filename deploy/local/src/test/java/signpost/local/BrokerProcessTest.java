package signpost.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.broker.FreePort;
import signpost.tools.CannotStartException;

/** A broker that does not start; {@code BrokerProcessIT} of the journeys has those that die. */
final class BrokerProcessTest {
  @TempDir Path folder;

  @Test
  void brokerThatHangsWhileItStartsIsEnded() {
    assertThatThrownBy(() -> BrokerProcess.start(folder, FreePort.find(), Duration.ofMillis(1)))
        .isInstanceOf(CannotStartException.class);
  }

  @Test
  void brokerWithoutAPortSaysSo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThatThrownBy(() -> BrokerProcess.start(folder, taken.getLocalPort()))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("port " + taken.getLocalPort() + " cannot be had");
    }
  }
}
