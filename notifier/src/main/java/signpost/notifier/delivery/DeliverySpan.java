package signpost.notifier.delivery;

import signpost.notifier.store.WireName;
import signpost.trace.OpenSpan;
import signpost.trace.SpanParent;
import signpost.trace.SpanPlan;
import signpost.trace.SpanRole;

/** An attempt to send a message. It says by which way and never to whom. */
final class DeliverySpan {
  private DeliverySpan() {}

  static SpanPlan of(Delivery delivery) {
    return SpanPlan.of(
            "send " + delivery.channel(),
            SpanRole.CLIENT,
            new SpanParent.CarriedTrace(delivery.trace()))
        .with("signpost.channel", delivery.channel())
        .with("signpost.message.kind", delivery.kind().name())
        .with("signpost.delivery.id", delivery.id())
        .with("signpost.delivery.attempt", delivery.attempts())
        .with("signpost.findings", delivery.told().size());
  }

  static void note(OpenSpan span, DeliveryOutcome outcome) {
    span.note("signpost.outcome", outcome.getClass().getSimpleName());
    switch (outcome) {
      case DeliveryOutcome.Accepted _, DeliveryOutcome.Suppressed _ -> {
        // It went as it should.
      }
      case DeliveryOutcome.DeliveryFailed it -> span.failed(WireName.of(it.reason()));
      case DeliveryOutcome.DeliveryRefused it -> span.failed(WireName.of(it.reason()));
      case DeliveryOutcome.Unwanted _ -> span.failed("unwanted");
    }
  }
}
