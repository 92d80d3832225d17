package signpost.notifier.desk;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.Owner;
import signpost.notifier.finding.FindingStore;
import signpost.notifier.follow.FollowedSearch;
import signpost.notifier.follow.FollowedSearches;
import signpost.notifier.follow.FoundAnswer;
import signpost.notifier.follow.SearchNews;
import signpost.notifier.owner.OwnerDirectory;
import signpost.notifier.owner.SuppressedAddresses;
import signpost.notifier.store.UnreadableRows;
import signpost.notifier.token.TokenPurpose;
import signpost.notifier.token.TokenReading;

/**
 * Searches that people follow. Search asks for them now and then, answers them, and hands over what
 * they find; each reader hears of what was not there before, at most once a day.
 */
@Singleton
public final class SearchFollowing {
  /** In the place of one search's id. */
  static final String ALL = "";

  private final AnswerDesk desk;
  private final FollowMails mails;
  private final InstantSource clock;

  SearchFollowing(AnswerDesk desk, @Named("clock") InstantSource clock) {
    this.desk = desk;
    this.mails = new FollowMails(desk.links());
    this.clock = clock;
  }

  /** Follows a search from now for whoever proved their address. */
  DeskReply begin(Handle handle, String email, String search) {
    String reader = Subscriptions.subscriber(email);
    String id = FindingStore.hash(reader + " " + search);
    if (FollowedSearches.find(handle, id).isPresent()) {
      return DeskReply.settled(false, desk.links().own(reader));
    }
    if (FollowedSearches.of(handle, reader).size() >= FollowedSearches.MOST) {
      return DeskReply.unclear(
          "You follow "
              + FollowedSearches.MOST
              + " searches already. Stop following one of them on your page first.");
    }
    if (FollowedSearches.count(handle) >= FollowedSearches.MOST_OF_ALL) {
      return DeskReply.unclear("So many searches are followed here that no more can be.");
    }
    Instant now = clock.instant();
    OwnerDirectory.admit(handle, reader, email, now);
    FollowedSearches.follow(handle, FollowedSearch.from(now, id, reader, search));
    return DeskReply.done(desk.links().own(reader));
  }

  /** Every search that somebody follows. */
  public List<String> followed() {
    return desk.database().read(FollowedSearches::all);
  }

  /**
   * Takes what a search finds now, and writes to those who have waited for something of it.
   *
   * @param words the search for people
   */
  public DeskReply found(String search, String words, FoundAnswer found) {
    UnreadableRows unreadable = new UnreadableRows();
    List<FollowedSearch> all =
        desk.database().read(handle -> FollowedSearches.following(handle, search));
    for (FollowedSearch followed : all) {
      unreadable.passOver(
          "The search " + followed.id(),
          () -> {
            take(followed, words, found);
            return tell(followed.reader());
          });
    }
    return DeskReply.done("");
  }

  private void take(FollowedSearch followed, String words, FoundAnswer found) {
    SearchNews seen = desk.database().read(it -> news(it, followed, found));
    if (seen.isNone() && followed.based() && followed.words().equals(words)) {
      return;
    }
    Instant now = clock.instant();
    desk.database()
        .write(handle -> {
          Optional<FollowedSearch> still = FollowedSearches.find(handle, followed.id());
          still.ifPresent(it ->
              FollowedSearches.answered(handle, it.id(), words, news(handle, it, found), now));
          return still.isPresent();
        });
  }

  private static SearchNews news(Handle handle, FollowedSearch followed, FoundAnswer found) {
    return SearchNews.of(followed, found, FollowedSearches.results(handle, followed.id()));
  }

  private boolean tell(String reader) {
    Instant now = clock.instant();
    boolean told =
        desk.database().read(handle -> due(handle, reader, now)).isPresent()
            && desk.database().write(handle -> tell(handle, reader, now));
    if (told) {
      desk.sender().wake();
    }
    return told;
  }

  /** Who reads there, if there is something they may be written to about now. */
  private Optional<Owner> due(Handle handle, String id, Instant now) {
    if (!FollowedSearches.isDue(handle, id, now)) {
      return Optional.empty();
    }
    return Optional.of(desk.people().of(handle, id))
        .filter(it -> it.id().equals(id) && it.preferences().mail())
        .filter(it -> !it.isAway(now.atZone(it.zone()).toLocalDate()))
        .filter(it -> !SuppressedAddresses.has(handle, it.email()));
  }

  private boolean tell(Handle handle, String id, Instant now) {
    Optional<Owner> reader = due(handle, id, now);
    if (reader.isEmpty()) {
      return false;
    }
    var news = FollowedSearches.take(handle, id, now);
    if (news.isEmpty()) {
      return false; // another notifier was quicker
    }
    desk.notes().send(handle, id, reader.get().email(), mails.of(id, news));
    return true;
  }

  /**
   * Ends one search or all of a reader's, by a link of theirs; asked by one POST (RFC 8058) or a
   * page.
   */
  public DeskReply end(String token) {
    return switch (desk.tokens().read(TokenPurpose.UNFOLLOW, token)) {
      case TokenReading.ExpiredToken _ -> DeskReply.EXPIRED;
      case TokenReading.RefusedToken _ -> DeskReply.REFUSED;
      case TokenReading.ValidToken valid ->
          desk.database().write(handle -> end(handle, valid.owner(), valid.subject()));
    };
  }

  private static DeskReply end(Handle handle, String reader, String id) {
    boolean ended =
        id.equals(ALL) ? FollowedSearches.endAll(handle, reader) : FollowedSearches.end(handle, id);
    LeavingSubscriber.leaveIfIdle(handle, reader);
    return DeskReply.settled(ended, "");
  }
}
