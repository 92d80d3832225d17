package signpost.web.extract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One child process that opens documents; killed when late, gone when closed. */
final class DocumentWorker implements AutoCloseable {
  private static final int LARGEST_ANSWER = 64 * 1024 * 1024;

  private final Process process;
  private final DataOutputStream to;
  private final DataInputStream from;
  private int answered;

  private DocumentWorker(Process process) {
    this.process = process;
    this.to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    this.from = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
  }

  /**
   * Starts a worker with our own Java and class path, as the manifest of a thin jar spells it.
   *
   * @param limit after which the worker ends itself, should nobody be left to kill it
   */
  static DocumentWorker start(Duration limit, String mainClass) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-Xms16m",
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-cp",
            System.getProperty("java.class.path"),
            mainClass,
            Long.toString(limit.toMillis()));
    return new DocumentWorker(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  int answered() {
    return answered;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Has one document read.
   *
   * @throws TimeoutException when the answer is late; the worker is dead then
   * @throws IOException when the worker died before it answered
   */
  DocumentText read(MediaKind kind, byte[] document, Duration deadline)
      throws IOException, TimeoutException {
    FutureTask<DocumentText> exchange = new FutureTask<>(() -> exchange(kind, document));
    Thread.ofVirtual().name("document-exchange").start(exchange);
    try {
      DocumentText text = exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      answered++;
      return text;
    } catch (TimeoutException e) {
      close();
      throw e;
    } catch (ExecutionException e) {
      close();
      throw new IOException("the document worker died: " + e.getCause(), e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private DocumentText exchange(MediaKind kind, byte[] document) throws IOException {
    byte[] name = kind.name().getBytes(StandardCharsets.US_ASCII);
    to.writeInt(document.length + 1 + name.length);
    to.writeByte(name.length);
    to.write(name);
    to.write(document);
    to.flush();
    int length = from.readInt();
    if (length < 0 || length > LARGEST_ANSWER) {
      throw new IOException("an answer of " + length + " bytes");
    }
    byte[] answer = from.readNBytes(length);
    return DocumentText.read(new DataInputStream(new ByteArrayInputStream(answer)));
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(2, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
