package signpost.trace;

import java.lang.ScopedValue.CallableOp;
import java.util.Optional;
import java.util.function.Supplier;

/** What is there where nobody traces. */
final class UntracedSpan implements OpenSpan {
  static final OpenSpan ONE = new UntracedSpan();

  @Override
  public Optional<String> traceparent() {
    return Optional.empty();
  }

  @Override
  public void note(String attribute, Object value) {
    // Nobody hears it.
  }

  @Override
  public void happened(String what, Supplier<String> url) {
    // Nobody hears it.
  }

  @Override
  public void failed(String why) {
    // Nobody hears it.
  }

  @Override
  public void forget() {
    // Nobody hears of it.
  }

  @Override
  public <T, X extends Throwable> T around(CallableOp<? extends T, X> work) throws X {
    return work.call();
  }

  @Override
  public void close() {
    // It was never begun.
  }
}
