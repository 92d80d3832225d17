package signpost.web.extract;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import signpost.url.WebUrl;
import signpost.web.document.ReadDocument;
import signpost.web.extract.DocumentText.DocumentRefused;
import signpost.web.extract.ReadOutcome.UnreadableReason;

/**
 * Reads documents in a child process, one at a time: started when first needed, replaced after so
 * many documents or when it died, asked once more before a document is given up.
 */
public final class DocumentReader implements AutoCloseable {
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

  /** With the limits we allow ourselves. Opens nothing yet. */
  public static DocumentReader usual() {
    return new DocumentReader(DocumentLimits.USUAL, DocumentWorkerMain.class.getName());
  }

  ReadOutcome read(MediaKind kind, byte[] document, WebUrl base) {
    return switch (read(kind, document)) {
      case DocumentText.DocumentRefused(UnreadableReason reason, String detail) ->
          new ReadOutcome.Unreadable(reason, detail);
      case DocumentText.Text(ReadDocument read) -> DocumentPage.of(kind, read, base);
    };
  }

  /** What a document says, piece by piece. */
  public DocumentText read(MediaKind kind, byte[] document) {
    if (document.length > limits.largest) {
      return new DocumentRefused(
          UnreadableReason.TOO_BIG, document.length + " bytes; we take " + limits.largest);
    }
    turn.lock();
    try {
      DocumentText first = attempt(kind, document);
      return isWorkersFault(first) ? attempt(kind, document) : first;
    } finally {
      turn.unlock();
    }
  }

  private static boolean isWorkersFault(DocumentText outcome) {
    return outcome instanceof DocumentRefused(UnreadableReason reason, _)
        && (reason == UnreadableReason.WORKER_DIED || reason == UnreadableReason.TIMED_OUT);
  }

  private DocumentText attempt(MediaKind kind, byte[] document) {
    try {
      return ready().read(kind, document, limits.deadline);
    } catch (TimeoutException _) {
      return new DocumentRefused(
          UnreadableReason.TIMED_OUT, "not read within " + limits.deadline.toSeconds() + " s");
    } catch (IOException e) {
      return new DocumentRefused(UnreadableReason.WORKER_DIED, String.valueOf(e.getMessage()));
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
