package signpost.notifier.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import signpost.notifier.follow.FollowedSearch;
import signpost.notifier.follow.FoundResource;
import signpost.notifier.message.ShortMail;
import signpost.notifier.message.ShortMail.MailLink;
import signpost.notifier.message.ShortMail.MailPart;
import signpost.notifier.message.SignedLinks;

/** Writes to whoever follows searches what newly answers them. */
final class FollowMails {
  /** As many as one reads; the rest is behind the link to the results. */
  private static final int SHOWN = 20;

  private final SignedLinks links;

  FollowMails(SignedLinks links) {
    this.links = links;
  }

  /** One mail for all that a reader follows. */
  ShortMail of(String reader, SequencedMap<FollowedSearch, List<FoundResource>> news) {
    List<MailPart> parts = new ArrayList<>();
    news.forEach((followed, found) -> parts.add(part(followed, found)));
    parts.add(
        new MailPart(
            List.of("You asked Signpost to tell you."),
            List.of(
                new MailLink("All that you follow", links.own(reader)),
                new MailLink("No more mails from Signpost", links.unsubscribe(reader)))));
    return new ShortMail(subject(news), parts, Optional.of(leave(reader, news)));
  }

  /** Where a mail program's own button leads: what ends the searches that the mail is about. */
  private String leave(String reader, SequencedMap<FollowedSearch, List<FoundResource>> news) {
    return links.unfollow(
        reader, news.size() == 1 ? news.firstEntry().getKey().id() : SearchFollowing.ALL);
  }

  private static String subject(SequencedMap<FollowedSearch, List<FoundResource>> news) {
    long pages =
        news.values().stream().flatMap(List::stream).map(FoundResource::url).distinct().count();
    return answering((int) pages)
        + (news.size() == 1
            ? news.firstEntry().getKey().words()
            : news.size() + " searches that you follow");
  }

  private static String answering(int pages) {
    return pages == 1 ? "A page newly answers " : pages + " pages newly answer ";
  }

  private MailPart part(FollowedSearch followed, List<FoundResource> found) {
    List<MailLink> lines = new ArrayList<>();
    found.stream().limit(SHOWN).map(this::link).forEach(lines::add);
    lines.add(
        new MailLink(
            found.size() > SHOWN
                ? "And " + (found.size() - SHOWN) + " more among all results"
                : "All results, what changed last first",
            links.newestResults(followed.search())));
    lines.add(
        new MailLink(
            "Stop following this search", links.unfollow(followed.reader(), followed.id())));
    return new MailPart(
        List.of(answering(found.size()) + "the search for " + followed.words() + ":"), lines);
  }

  private MailLink link(FoundResource found) {
    String label =
        String.join(
            " – ",
            Stream.of(found.title(), found.publisher()).filter(it -> !it.isBlank()).toList());
    return new MailLink(label, links.resource(found.url()));
  }
}
