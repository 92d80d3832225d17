package signpost.notifier.desk;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import signpost.catalogue.MailAddress;
import signpost.catalogue.Owner;
import signpost.notifier.owner.OwnerDirectory;
import signpost.notifier.token.TokenPurpose;

/** Those who read at an address that is vouched for, as whoever asks there for a link by mail. */
@Singleton
public final class VouchedReaders {
  /** Search asks anew for each page; from one that is open nobody has to go on for longer. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final AnswerDesk desk;

  VouchedReaders(AnswerDesk desk) {
    this.desk = desk;
  }

  /** Somebody's own page, and the words that open it for a while. */
  public record OpenedPage(String id, String name, boolean subscriber, String token) {}

  /**
   * Opens their pages.
   *
   * @param life for how long: no longer than whoever asks is signed in, and half an hour at most
   * @return none where nobody is written to at that address, or what is vouched for is none
   */
  public List<OpenedPage> at(String address, Duration life) {
    return MailAddress.parse(address)
        .map(email -> desk.database().read(handle -> desk.people().at(handle, email.toString())))
        .orElse(List.of())
        .stream()
        .map(owner -> opened(owner, life.compareTo(LONGEST) < 0 ? life : LONGEST))
        .toList();
  }

  private OpenedPage opened(Owner owner, Duration life) {
    return new OpenedPage(
        owner.id(),
        owner.name(),
        OwnerDirectory.isSubscriber(owner.id()),
        desk.tokens().issue(TokenPurpose.OWN, owner.id(), "", life));
  }
}
