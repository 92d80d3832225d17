package signpost.notifier.desk;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.Owner;
import signpost.notifier.finding.FindingStore;
import signpost.notifier.follow.FollowedSearch;
import signpost.notifier.follow.FollowedSearch.FollowStep;
import signpost.notifier.follow.FollowedSearches;
import signpost.notifier.follow.FoundResource;
import signpost.notifier.follow.SearchWords;
import signpost.notifier.message.ShortMail;
import signpost.notifier.message.ShortMail.MailLink;
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
  /** As many as one reads; the rest is behind the link to the results. */
  private static final int SHOWN = 20;

  private final AnswerDesk desk;
  private final InstantSource clock;

  SearchFollowing(AnswerDesk desk, @Named("clock") InstantSource clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /** Follows a search from now for whoever proved their address. */
  DeskReply begin(Handle handle, String email, String search) {
    String reader = Subscriptions.subscriber(email);
    String id = FindingStore.hash(reader + " " + search);
    if (FollowedSearches.find(handle, id).isEmpty()
        && FollowedSearches.of(handle, reader).size() >= FollowedSearches.MOST) {
      return DeskReply.unclear(
          "You follow "
              + FollowedSearches.MOST
              + " searches already. End one of them on your page first.");
    }
    Instant now = clock.instant();
    OwnerDirectory.admit(handle, reader, email, now);
    boolean fresh =
        FollowedSearches.follow(
            handle, new FollowedSearch(id, reader, search, now, false, Optional.empty()));
    return DeskReply.settled(fresh, desk.links().own(reader));
  }

  /** Every search that somebody follows. */
  public List<String> followed() {
    return desk.database().read(FollowedSearches::all);
  }

  /** Takes what a search finds now; writes to those for whom something of it is new. */
  public DeskReply found(String search, List<FoundResource> found) {
    UnreadableRows unreadable = new UnreadableRows();
    for (FollowedSearch followed :
        desk.database().read(handle -> FollowedSearches.following(handle, search))) {
      unreadable.passOver(
          "The search " + followed.id(),
          () -> desk.database().write(handle -> step(handle, followed.id(), found)));
    }
    desk.sender().wake();
    return DeskReply.done("");
  }

  private boolean step(Handle handle, String id, List<FoundResource> found) {
    Optional<FollowedSearch> followed = FollowedSearches.find(handle, id);
    followed.ifPresent(it -> step(handle, it, found));
    return followed.isPresent();
  }

  private void step(Handle handle, FollowedSearch followed, List<FoundResource> found) {
    Instant now = clock.instant();
    switch (followed.step(found, FollowedSearches.told(handle, followed.id()), now)) {
      case FollowStep.Wait _ -> {}
      case FollowStep.TakeAsKnown _ -> FollowedSearches.base(handle, followed.id(), found);
      case FollowStep.Tell(List<FoundResource> news) -> {
        write(handle, followed, news);
        FollowedSearches.tell(handle, followed.id(), news, now);
      }
    }
  }

  private void write(Handle handle, FollowedSearch followed, List<FoundResource> news) {
    Owner reader = desk.people().of(handle, followed.reader());
    if (reader.id().equals(followed.reader()) && !SuppressedAddresses.has(handle, reader.email())) {
      desk.notes().send(handle, reader.id(), reader.email(), mail(followed, news));
    }
  }

  private ShortMail mail(FollowedSearch followed, List<FoundResource> news) {
    String words = SearchWords.of(followed.search());
    String stop = desk.links().unfollow(followed.reader(), followed.id());
    List<MailLink> links = new ArrayList<>();
    news.stream().limit(SHOWN).map(this::link).forEach(links::add);
    links.add(
        new MailLink(
            news.size() > SHOWN
                ? "And " + (news.size() - SHOWN) + " more among all results"
                : "All results",
            desk.links().results(followed.search())));
    links.add(new MailLink("Stop following this search", stop));
    return new ShortMail(
        (news.size() == 1 ? "A new page" : news.size() + " new pages") + " for " + words,
        List.of(
            news.size() == 1
                ? "This page newly answers the search for " + words + ", which you follow."
                : "These pages newly answer the search for " + words + ", which you follow."),
        links,
        Optional.of(stop));
  }

  private MailLink link(FoundResource found) {
    String label =
        String.join(
            " – ",
            Stream.of(found.title(), found.publisher()).filter(it -> !it.isBlank()).toList());
    return new MailLink(label, desk.links().resource(found.url()));
  }

  /** Ends one search, by its own link; asked by one POST (RFC 8058) or a page. */
  public DeskReply end(String token) {
    return switch (desk.tokens().read(TokenPurpose.UNFOLLOW, token)) {
      case TokenReading.ExpiredToken _ -> DeskReply.EXPIRED;
      case TokenReading.RefusedToken _ -> DeskReply.REFUSED;
      case TokenReading.ValidToken valid -> {
        boolean ended =
            desk.database().write(handle -> FollowedSearches.end(handle, valid.subject()));
        yield DeskReply.settled(ended, "");
      }
    };
  }
}
