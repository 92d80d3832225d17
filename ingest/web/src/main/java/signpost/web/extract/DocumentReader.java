package signpost.web.extract;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import signpost.url.WebUrl;
import signpost.web.extract.ReadOutcome.Unreadable;
import signpost.web.extract.ReadOutcome.UnreadableReason;

/**
 * Reads PDF and Word files in a child process, one at a time: started when first needed, replaced
 * after so many documents or when it died, asked once more before a document is given up.
 */
final class DocumentReader implements AutoCloseable {
  /** What the reader allows itself. */
  record DocumentLimits(Duration deadline, int documentsPerWorker, int largest) {
    static final DocumentLimits USUAL =
        new DocumentLimits(Duration.ofSeconds(20), 200, 50 * 1024 * 1024);
  }

  private final ReentrantLock turn = new ReentrantLock();
  private final DocumentLimits limits;
  private final String mainClass;
  private @Nullable DocumentWorker worker;
  private boolean closed;

  DocumentReader(DocumentLimits limits, String mainClass) {
    this.limits = limits;
    this.mainClass = mainClass;
  }

  static DocumentReader usual() {
    return new DocumentReader(DocumentLimits.USUAL, DocumentWorkerMain.class.getName());
  }

  ReadOutcome read(MediaKind kind, byte[] document, WebUrl base) {
    if (document.length > limits.largest) {
      return new Unreadable(
          UnreadableReason.TOO_BIG, document.length + " bytes; we take " + limits.largest);
    }
    turn.lock();
    try {
      ReadOutcome first = attempt(kind, document, base);
      return isWorkersFault(first) ? attempt(kind, document, base) : first;
    } finally {
      turn.unlock();
    }
  }

  private static boolean isWorkersFault(ReadOutcome outcome) {
    return outcome instanceof Unreadable(UnreadableReason reason, _)
        && (reason == UnreadableReason.WORKER_DIED || reason == UnreadableReason.TIMED_OUT);
  }

  private ReadOutcome attempt(MediaKind kind, byte[] document, WebUrl base) {
    try {
      return outcome(kind, ready().read(kind, document, limits.deadline), base);
    } catch (TimeoutException _) {
      return new Unreadable(
          UnreadableReason.TIMED_OUT, "not read within " + limits.deadline.toSeconds() + " s");
    } catch (IOException e) {
      return new Unreadable(UnreadableReason.WORKER_DIED, String.valueOf(e.getMessage()));
    }
  }

  private DocumentWorker ready() throws IOException {
    if (closed) {
      throw new IOException("the document reader is closed");
    }
    DocumentWorker current = worker;
    if (current != null
        && (!current.isAlive() || current.answered() >= limits.documentsPerWorker)) {
      current.close();
      current = null;
    }
    if (current == null) {
      current = DocumentWorker.start(limits.deadline.multipliedBy(2), mainClass);
      worker = current;
    }
    return current;
  }

  /** The process id of the worker now running, if one is. */
  Optional<Long> workerPid() {
    DocumentWorker current = worker;
    return current == null || !current.isAlive() ? Optional.empty() : Optional.of(current.pid());
  }

  private static ReadOutcome outcome(MediaKind kind, DocumentText text, WebUrl base) {
    return switch (text) {
      case DocumentText.DocumentRefused(UnreadableReason reason, String detail) ->
          new Unreadable(reason, detail);
      case DocumentText.Text read -> new ReadOutcome.Read(DocumentPage.of(kind, read, base));
    };
  }

  /** Kills the worker. A document being read is given up. */
  @Override
  public void close() {
    closed = true;
    DocumentWorker current = worker;
    if (current != null) {
      current.close();
    }
  }
}
