package signpost.local.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import signpost.record.LoopHealth;

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
  void brokerThatCannotComeBackIsSaidOnceAndTriedUntilItCan() throws Exception {
    int port = Ports.free();
    Logger logger = (Logger) LoggerFactory.getLogger(LoopHealth.class);
    var said = new ListAppender<ILoggingEvent>();
    said.start();
    logger.addAppender(said);
    try (BrokerProcess broker = BrokerProcess.start(folder, port)) {
      ProcessHandle first = broker.handle();
      first.destroyForcibly();
      try (ServerSocket _ = taken(port)) {
        ProcessHandle second = await().until(broker::handle, it -> !it.equals(first));
        await().until(() -> !broker.handle().equals(second));
      }

      await().until(() -> broker.handle().isAlive() && answers(port));
      assertThat(List.copyOf(said.list))
          .extracting(ILoggingEvent::getFormattedMessage)
          .filteredOn(line -> line.startsWith("Keeping the broker running"))
          .singleElement()
          .asString()
          .contains("fails and is tried again: it died with status", "broker.log");
    } finally {
      logger.detachAppender(said);
    }
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofMinutes(1));
  }

  /** Before the broker that died has it again. */
  private static ServerSocket taken(int port) {
    return await()
        .pollInterval(Duration.ofMillis(10))
        .ignoreExceptions()
        .until(() -> new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1")), it -> true);
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
