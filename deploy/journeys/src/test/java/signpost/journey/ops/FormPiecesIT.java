package signpost.journey.ops;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import signpost.kit.PatientWaits;

/**
 * A form of many people at once, each in several pieces as networks cut them, means what they sent.
 * Read field by field as it arrives, one in some thousands came to its page still encoded.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FormPiecesIT {
  private static final int PEOPLE = 8;
  private static final int FORMS = 120;

  @Test
  void formsAreReadWholeHoweverTheyArrive(@TempDir Path folder) throws Exception {
    try (SmallMachine machine = SmallMachine.start(folder, Map.of());
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
      int port = machine.addresses().ops();
      List<Callable<List<String>>> work =
          IntStream.range(0, PEOPLE)
              .<Callable<List<String>>>mapToObj(person -> () -> misread(port, person))
              .toList();
      for (Future<List<String>> read : people.invokeAll(work)) {
        assertThat(read.get()).isEmpty();
      }
    }
  }

  /** Answers that name another host than the one that was sent. A late crawler is asked again. */
  private static List<String> misread(int port, int person) throws IOException {
    Random cuts = new Random(person);
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < FORMS; i++) {
      String host = "http://no-host-" + person + "-" + i + ".example";
      String form = "what=host&of=" + encoded(host);
      String answer = send(port, form, cuts);
      while (answer.contains("did=unclear&to=" + encoded(host) + "&")) {
        answer = send(port, form, cuts);
      }
      if (!answer.contains("did=unknown&to=" + encoded(host) + "&")) {
        wrong.add(host + " -> " + answer.lines().limit(3).toList());
      }
    }
    return wrong;
  }

  private static String send(int port, String body, Random cuts) throws IOException {
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      socket.setSoTimeout((int) PatientWaits.LONG.toMillis());
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      out.write(
          """
          POST /crawl/run-now HTTP/1.1
          Host: localhost
          Origin: http://localhost
          Content-Type: application/x-www-form-urlencoded
          Content-Length: %d
          Connection: close

          """
              .formatted(body.length())
              .replace("\n", "\r\n")
              .getBytes(ISO_8859_1));
      for (int at = 0; at < body.length(); ) {
        int end = Math.min(body.length(), at + 1 + cuts.nextInt(body.length()));
        out.write(body.substring(at, end).getBytes(ISO_8859_1));
        out.flush();
        at = end;
      }
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
