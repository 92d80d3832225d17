package signpost.local.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerProcessTest {
  @TempDir Path folder;

  @Test
  void brokerThatIsKilledComesBackOnTheSamePort() {
    int port = Ports.free();
    try (BrokerProcess broker = BrokerProcess.start(folder, port)) {
      ProcessHandle first = broker.handle();
      first.destroyForcibly();

      Awaitility.await().until(() -> !broker.handle().equals(first) && answers(port));
    }
    assertThat(answers(port)).isFalse();
  }

  @Test
  void brokerWithoutAPortSaysSo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThatThrownBy(() -> BrokerProcess.start(folder, taken.getLocalPort()))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("port " + taken.getLocalPort() + " is in use");
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      return socket.isConnected();
    } catch (java.io.IOException e) {
      return false;
    }
  }
}
