package signpost.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.catalogue.Owner;
import signpost.notifier.Given;
import signpost.notifier.NotifierRecord;
import signpost.notifier.delivery.Delivery.Letterhead;
import signpost.notifier.message.MessageKind;
import signpost.notifier.message.OutgoingMail;
import signpost.notifier.owner.OwnerDirectory;
import signpost.notifier.owner.Owners;
import signpost.record.store.Database;

/** What ops reads of mails that could not be delivered. */
class LostMailIT {
  @TempDir static Path folder;

  private final Database database =
      Database.open(NotifierRecord.SCHEMA, "jdbc:sqlite:" + folder.resolve("notifier.db"), "", "");

  private final LostMail lost =
      new LostMail(
          new OwnerDirectory(
              new Owners(
                  folder,
                  new Owner(Owners.OPS, "", "ops@x.example", ZoneId.of("Europe/London")),
                  Instant::now)),
          () -> Given.NOON,
          () -> Given.NOON);

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatSomebodyAskedForGoesToNobodyElse() {
    assertThat(forOps(MessageKind.REQUESTED)).isEmpty();
    assertThat(forOps(MessageKind.IMMEDIATE)).map(it -> it.mail().to()).contains("ops@x.example");
  }

  private Optional<Delivery> forOps(MessageKind kind) {
    OutgoingMail mail =
        new OutgoingMail(
            "ann@x.example",
            "",
            "A mail",
            "Yes, tell me: https://signpost.example/subscribe/confirm?t=secret",
            "",
            "<d1@signpost.example>",
            Optional.empty(),
            Given.NOON,
            Optional.empty());
    Letterhead head = new Letterhead("d1", "ann", DeliveryChannels.EMAIL, kind);
    Delivery delivery = Delivery.pending(head, Given.NOON, Given.NOON, mail, List.of());
    return database.read(handle -> lost.forOps(handle, delivery));
  }
}
