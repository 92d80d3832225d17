package signpost.notifier.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import signpost.catalogue.Owner;
import signpost.notifier.listing.GuideCheck;
import signpost.notifier.owner.MessageReaders.MessageReader;

/**
 * What is to be told: to whom, of what, and why now. {@code check} is there for a first report;
 * {@code shadow} when ops reads it in the owner's place. It is {@code signed} where its links
 * answer in the reader's name; not so where others may read along.
 */
public record Letter(
    String delivery,
    MessageKind kind,
    Owner owner,
    MessageReader reader,
    boolean shadow,
    boolean signed,
    List<LetterEntry> entries,
    Optional<GuideCheck> check,
    Optional<String> earlier,
    Instant now) {
  public Letter {
    entries = List.copyOf(entries);
  }
}
