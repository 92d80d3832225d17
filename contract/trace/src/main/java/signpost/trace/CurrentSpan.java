package signpost.trace;

import java.lang.ScopedValue.CallableOp;

/** The span in which this thread works. Whoever hands work to another thread hands it on. */
public final class CurrentSpan {
  private static final ScopedValue<OpenSpan> NOW = ScopedValue.newInstance();

  private CurrentSpan() {}

  /** The span; {@link OpenSpan#none} where there is none. */
  public static OpenSpan get() {
    return NOW.orElse(UntracedSpan.ONE);
  }

  static <T, X extends Throwable> T around(OpenSpan span, CallableOp<? extends T, X> work)
      throws X {
    return ScopedValue.where(NOW, span).call(work);
  }
}
