package signpost.tools.check;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** One line on a terminal that says how far it has come, gone at the end. */
final class ProgressBar implements CheckProgress {
  private static final long EVERY = 100_000_000;
  private static final int WIDTH = 30;

  private final PrintStream out;
  private final boolean silent;
  private final AtomicLong next = new AtomicLong(System.nanoTime());
  private volatile String what = "";
  private boolean shown;

  private ProgressBar(PrintStream out, boolean silent) {
    this.out = out;
    this.silent = silent;
  }

  static ProgressBar on(PrintStream out, boolean silent) {
    return new ProgressBar(out, silent || !onTerminal());
  }

  /** What is counted from now on, in a few words. */
  void counts(String counted) {
    what = counted + " ";
  }

  @Override
  public void at(int done, int known) {
    long due = next.get();
    long now = System.nanoTime();
    if (!silent && now - due >= 0 && next.compareAndSet(due, now + EVERY)) {
      draw(done, known);
    }
  }

  private synchronized void draw(int done, int known) {
    int full = known == 0 ? 0 : (int) ((long) WIDTH * done / known);
    shown = true;
    out.print(
        "\r["
            + "#".repeat(full)
            + " ".repeat(WIDTH - full)
            + "] "
            + done
            + " of "
            + known
            + " "
            + what);
    out.flush();
  }

  private static boolean onTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  synchronized void clear() {
    if (shown) {
      out.print("\r" + " ".repeat(WIDTH + 40) + "\r");
      out.flush();
      shown = false;
    }
  }
}
