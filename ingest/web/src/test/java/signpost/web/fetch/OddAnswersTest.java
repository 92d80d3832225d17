package signpost.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import signpost.url.WebUrl;

/** Hundreds of answers put together from odd pieces, from a fixed seed: always an outcome. */
final class OddAnswersTest {
  private static final List<String> PIECES =
      List.of(
          "HTTP/1.1 200 OK\r\n",
          "HTTP/1.1 301 Moved\r\n",
          "HTTP/1.1 -5 X\r\n",
          "HTTP/1.1 99999 X\r\n",
          "HTTP/1.1 1 X\r\n",
          "HTTP/1.1 100 Continue\r\n",
          "HTTP/1.1 101 Switching\r\n",
          "HTTP/1.1 200",
          "HTTP/1.1\r\n",
          "HTTP/1.0 200 \r\n",
          "Location: /%zz\r\n",
          "Location: \r\n",
          "Location: #\r\n",
          "Location: http://\r\n",
          "Location: //[::1]:99999/\r\n",
          "Location: \u00ff\u00fe\r\n",
          "Content-Length: -1\r\n",
          "Content-Length: 99999999999999999999\r\n",
          "Content-Length: 3\r\n",
          "Content-Length: 3, 4\r\n",
          "Transfer-Encoding: chunked\r\n",
          "Transfer-Encoding: gzip\r\n",
          "Transfer-Encoding: chunked, identity\r\n",
          "Content-Encoding: gzip\r\n",
          "Content-Encoding: deflate\r\n",
          "Content-Encoding: ,\r\n",
          "Content-Type: \0\r\n",
          ": x\r\n",
          " folded\r\n",
          "\t\r\n",
          "X\u0000Y: z\r\n",
          "Set-Cookie: a=b\r\n",
          "\r\n",
          "\r\n",
          "\r\n",
          "\n",
          "3\r\nabc\r\n",
          "0\r\n\r\n",
          "ffffffffffffffff\r\n",
          "-1\r\n",
          "\u001f\u008b\u0008\0",
          "x",
          "\0");

  private static byte[] odd(Random random) {
    var answer = new StringBuilder(random.nextInt(4) > 0 ? "HTTP/1.1 200 OK\r\n" : "");
    for (int n = random.nextInt(10); n >= 0; n--) {
      answer.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return answer.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void everyAnswerHasAnOutcome() {
    var random = new Random(404);
    try (RawServer server = RawServer.running((_, out, _) -> out.write(odd(random)))) {
      Fetcher fetcher = Fetchers.loopback();
      for (int i = 0; i < 600; i++) {
        FetchOutcome outcome = fetcher.fetch(FetchRequest.of(WebUrl.of(server.url("/" + i))));
        assertThat(outcome.took()).isPositive();
      }
    }
  }
}
