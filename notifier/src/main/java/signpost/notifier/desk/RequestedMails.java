package signpost.notifier.desk;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import signpost.notifier.delivery.Delivery;
import signpost.notifier.delivery.Delivery.Letterhead;
import signpost.notifier.delivery.DeliveryChannels;
import signpost.notifier.delivery.DeliveryLedger;
import signpost.notifier.finding.FindingStore;
import signpost.notifier.message.LetterComposer;
import signpost.notifier.message.MessageKind;
import signpost.notifier.message.ShortMail;

/** Mails somebody asked for: a link to their own page, a question whether an address is theirs. */
@Singleton
final class RequestedMails {
  private final DeliveryLedger ledger;
  private final LetterComposer composer;
  private final InstantSource clock;
  private final InstantSource wall;

  RequestedMails(
      DeliveryLedger ledger,
      LetterComposer composer,
      @Named("clock") InstantSource clock,
      @Named("wall") InstantSource wall) {
    this.ledger = ledger;
    this.composer = composer;
    this.clock = clock;
    this.wall = wall;
  }

  void send(Handle handle, String owner, String email, ShortMail note) {
    Instant now = clock.instant();
    String id =
        FindingStore.hash(
            String.join("|", owner, email, note.parts().toString(), wall.instant().toString()));
    ledger.enter(
        handle,
        Delivery.pending(
            new Letterhead(id, owner, DeliveryChannels.EMAIL, MessageKind.REQUESTED),
            wall.instant(),
            now,
            composer.note(note, id, email, now),
            List.of()));
  }
}
