package signpost.web.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Chromium's DevTools protocol over a pair of pipes: JSON, each message ended by a zero byte. Who
 * floods it waits; who sends one message without end is cut off.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
final class DevtoolsPipe implements AutoCloseable {
  static final JsonMapper JSON = JsonMapper.builder().build();

  /** How it says that a message was cut off. */
  static final String TOO_LONG = "a message of more than ";

  /** The longest page that is read, with a few of its characters escaped. */
  private static final int LONGEST = 12 << 20;

  /** Events carry what a page sends: an answer may be long, an event may not. */
  private static final int LONGEST_EVENT = 1 << 20;

  private static final byte[] ANSWER = "{\"id\"".getBytes(StandardCharsets.US_ASCII);
  private static final int WAITING = 16;

  private final InputStream from;
  private final OutputStream to;
  private final BlockingQueue<PipeMessage> received = new ArrayBlockingQueue<>(WAITING);
  private final AtomicInteger sent = new AtomicInteger();
  private final Thread reader;

  /** What the pipe brings next. */
  sealed interface PipeMessage {}

  /** An event, or the answer to a command. */
  record PipeReply(JsonNode json) implements PipeMessage {}

  /** Nothing came in the time that was given. */
  record PipeSilence() implements PipeMessage {}

  /** Nothing will come any more. */
  record PipeEnd(String why) implements PipeMessage {}

  private DevtoolsPipe(InputStream from, OutputStream to) {
    this.from = new BufferedInputStream(from, 1 << 16);
    this.to = to;
    this.reader = Thread.ofPlatform().daemon().name("browser-pipe").unstarted(this::read);
  }

  static DevtoolsPipe open(InputStream from, OutputStream to) {
    DevtoolsPipe pipe = new DevtoolsPipe(from, to);
    pipe.reader.start();
    return pipe;
  }

  /** Nobody asks for messages any more: whoever waits to hand one over is let go. */
  @Override
  public void close() {
    reader.interrupt();
  }

  /** Sends a command to the browser itself; its id. */
  int send(String method, ObjectNode parameters) throws IOException {
    int id = sent.incrementAndGet();
    write(id, JSON.createObjectNode(), method, parameters);
    return id;
  }

  /** Sends a command to a page; its id. */
  int send(String method, ObjectNode parameters, String session) throws IOException {
    return send(method, parameters, session, _ -> {});
  }

  /** The same; {@code before} hears of the id while nobody can have answered. */
  int send(String method, ObjectNode parameters, String session, IntConsumer before)
      throws IOException {
    int id = sent.incrementAndGet();
    before.accept(id);
    write(id, JSON.createObjectNode().put("sessionId", session), method, parameters);
    return id;
  }

  private void write(int id, ObjectNode message, String method, ObjectNode parameters)
      throws IOException {
    message.put("id", id).put("method", method).set("params", parameters);
    byte[] bytes = JSON.writeValueAsBytes(message);
    synchronized (to) {
      to.write(bytes);
      to.write(0);
      to.flush();
    }
  }

  PipeMessage next(Duration wait) throws InterruptedException {
    PipeMessage next = received.poll(Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
    return next == null ? new PipeSilence() : next;
  }

  private void read() {
    try {
      PipeMessage end = new PipeEnd("it has ended");
      try {
        for (Optional<byte[]> one = one(); one.isPresent(); one = one()) {
          received.put(new PipeReply(JSON.readTree(one.get())));
        }
      } catch (IOException | RuntimeException e) {
        end = new PipeEnd(String.valueOf(e.getMessage())); // Whoever waits is to hear of it.
      }
      received.put(end);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<byte[]> one() throws IOException {
    var message = new ByteArrayOutputStream();
    int most = LONGEST;
    for (int b = from.read(); b >= 0; b = from.read()) {
      if (b == 0) {
        return Optional.of(message.toByteArray());
      }
      message.write(b);
      if (message.size() == ANSWER.length && !Arrays.equals(message.toByteArray(), ANSWER)) {
        most = LONGEST_EVENT;
      }
      if (message.size() > most) {
        throw new IOException(TOO_LONG + most + " bytes");
      }
    }
    return Optional.empty();
  }
}
