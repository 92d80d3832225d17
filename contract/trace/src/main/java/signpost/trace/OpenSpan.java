package signpost.trace;

import java.lang.ScopedValue.CallableOp;
import java.util.Optional;
import java.util.function.Supplier;

/** Work under way, as its trace shows it. Any thread may say something of it. */
public interface OpenSpan extends AutoCloseable {
  /** One of which nobody hears. */
  static OpenSpan none() {
    return UntracedSpan.ONE;
  }

  /** What carries the trace on, as W3C Trace Context has it; empty where there is none. */
  Optional<String> traceparent();

  /** Says something of it: a string, a number or a truth. */
  void note(String attribute, Object value);

  /** Something happened in it, at a URL, which is asked for where somebody hears of it. */
  void happened(String what, Supplier<String> url);

  /** It did not come to a good end; {@code why} is a word, never a sentence with names in it. */
  void failed(String why);

  /** Nobody shall hear of it after all. */
  void forget();

  /** Does work in it: what the work begins belongs to it, and log lines name its trace. */
  <T, X extends Throwable> T around(CallableOp<? extends T, X> work) throws X;

  @Override
  void close();
}
