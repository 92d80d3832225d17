package signpost.record.store;

import jakarta.inject.Singleton;
import java.util.function.Supplier;
import signpost.trace.OpenSpan;
import signpost.trace.SpanPlan;
import signpost.trace.Traces;
import signpost.trace.Traces.SpanWork;

/** Spans of what is written: what the database undoes was not done, and nobody hears of it. */
@Singleton
public final class CommittedSpans {
  private final Database database;
  private final Traces traces;

  public CommittedSpans(Database database, Traces traces) {
    this.database = database;
    this.traces = traces;
  }

  /** Does work in a transaction that is under way, in a span that ends when it is on disk. */
  public <T> T in(Supplier<SpanPlan> plan, SpanWork<T, RuntimeException> work) {
    OpenSpan span = traces.open(plan);
    T done = span.around(() -> work.in(span));
    database.afterCommit(span::close);
    return done;
  }
}
