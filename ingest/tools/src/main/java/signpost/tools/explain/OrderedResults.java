package signpost.tools.explain;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes one result for each line, in order and as soon as it is there, while lines after it are
 * already being looked up.
 */
public final class OrderedResults {
  private static final int AHEAD = 1_024;

  private final Function<ExplainedLine, String> form;
  private final PrintWriter out;
  private final BlockingQueue<Optional<CompletableFuture<ExplainedLine>>> waiting =
      new ArrayBlockingQueue<>(AHEAD);
  private volatile boolean unread;
  private volatile @Nullable RuntimeException fault;

  public OrderedResults(Function<ExplainedLine, String> form, PrintWriter out) {
    this.form = form;
    this.out = out;
  }

  /** Returns when the last result is written, or nobody reads them any more. */
  public void write(InputLines lines, LineExplainer explainer)
      throws IOException, InterruptedException {
    Thread writer = Thread.ofPlatform().name("results").start(this::writeUntilLast);
    try {
      for (Optional<String> line = lines.next(); line.isPresent() && !unread; line = lines.next()) {
        waiting.put(Optional.of(explainer.explain(line.get())));
      }
    } finally {
      waiting.put(Optional.empty());
      writer.join();
    }
    if (fault != null) {
      throw new IllegalStateException("A line could not be explained", fault);
    }
  }

  private void writeUntilLast() {
    try {
      for (var next = waiting.take(); next.isPresent(); next = waiting.take()) {
        if (!unread) {
          writeOne(next.get());
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    out.flush();
  }

  private void writeOne(CompletableFuture<ExplainedLine> next) {
    try {
      if (!next.isDone()) {
        out.flush();
      }
      out.write(form.apply(next.join()) + "\n");
      if (waiting.isEmpty()) {
        unread = out.checkError(); // flushes
      }
    } catch (RuntimeException e) {
      fault = e;
      unread = true;
    }
  }
}
