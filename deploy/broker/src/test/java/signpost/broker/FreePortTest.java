package signpost.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreePortTest {
  @Test
  void noConnectionThatGoesOutTakesItBeforeItsServerListens() {
    assertThat(FreePort.find()).isBetween(20_000, 32_767);
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
    int first = FreePort.find();
    try (ServerSocket _ = new ServerSocket(first + 1, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThat(FreePort.isFree(first + 1)).isFalse();
      assertThat(FreePort.find()).isNotEqualTo(first + 1);
    }
  }
}
