package signpost.journey.ops;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.broker.FreePort;
import signpost.kit.LogLines;
import signpost.local.BrokerProcess;
import signpost.record.LoopHealth;

/** A broker that dies beside what runs. */
final class BrokerProcessIT {
  @TempDir Path folder;
  private final LogLines log = new LogLines(LoopHealth.class);

  @AfterEach
  void listenNoMore() {
    log.close();
  }

  @Test
  void brokerThatIsKilledComesBackOnTheSamePort() {
    int port = FreePort.find();
    try (BrokerProcess broker = BrokerProcess.start(folder, port)) {
      ProcessHandle first = broker.handle();
      first.destroyForcibly();

      await().until(() -> !broker.handle().equals(first) && answers(port));
    }
    assertThat(answers(port)).isFalse();
  }

  @Test
  void brokerThatCannotComeBackIsSaidOnceAndTriedUntilItCan() throws Exception {
    int port = FreePort.find();
    try (BrokerProcess broker = BrokerProcess.start(folder, port)) {
      ProcessHandle first = broker.handle();
      first.destroyForcibly();
      try (ServerSocket _ = taken(port)) {
        ProcessHandle second = await().until(broker::handle, it -> !it.equals(first));
        await().until(() -> !broker.handle().equals(second));
      }

      await().until(() -> broker.handle().isAlive() && answers(port));
      assertThat(said())
          .singleElement()
          .asString()
          .contains("fails and is tried again: it died with status");
    }
  }

  @Test
  void lastWordsOfABrokerThatDiedAreSaidAndItsLogIsKept() throws Exception {
    int port = FreePort.find();
    Path older = folder.resolve("broker.log.1");
    try (BrokerProcess broker = BrokerProcess.start(folder, port)) {
      ProcessHandle first = broker.handle();
      Files.writeString(
          folder.resolve("broker.log"),
          "x".repeat(100_000) + "\nIt is over.\n\tat some.Place\n",
          APPEND);
      first.destroyForcibly();

      await().until(() -> !broker.handle().equals(first));
      assertThat(said()).singleElement().asString().contains(older + " and ends: It is over.");
      assertThat(older).content().contains("It is over.");
    }
  }

  @Test
  void brokerThatDiedIsStartedAgainAlthoughItsLogCannotBeRead() throws Exception {
    int port = FreePort.find();
    try (BrokerProcess broker = BrokerProcess.start(folder, port)) {
      ProcessHandle first = broker.handle();
      Files.delete(folder.resolve("broker.log"));
      first.destroyForcibly();

      await().until(() -> !broker.handle().equals(first) && answers(port));
      assertThat(said()).singleElement().asString().contains("it died with status");
    }
  }

  /** What was said of keeping it running. */
  private List<String> said() {
    return log.starting("Keeping the broker running");
  }

  /** Before the broker that died has it again. */
  private static ServerSocket taken(int port) {
    return await()
        .pollInterval(Duration.ofMillis(10))
        .ignoreExceptions()
        .until(() -> new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1")), it -> true);
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      return socket.isConnected();
    } catch (java.io.IOException e) {
      return false;
    }
  }
}
