package signpost.notifier;

import jakarta.inject.Singleton;
import java.util.List;
import signpost.notifier.delivery.Delivery;
import signpost.notifier.delivery.Ledger;

/** The ledger of messages, for whoever starts the module. */
@Singleton
public final class Deliveries {
  private final Ledger ledger;

  Deliveries(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The youngest messages with what each told and what became of it, in the order decided. */
  public List<Delivery> latest(int most) {
    return ledger.latest(most);
  }
}
