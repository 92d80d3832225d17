package signpost.notifier.delivery;

import jakarta.inject.Singleton;
import java.util.List;

/** The ledger of messages, for whoever starts the module. */
@Singleton
public final class Deliveries {
  private final DeliveryLedger ledger;

  Deliveries(DeliveryLedger ledger) {
    this.ledger = ledger;
  }

  /** The youngest messages with what each told and what became of it, in the order decided. */
  public List<Delivery> latest(int most) {
    return ledger.latest(most);
  }
}
