package signpost.search.follow;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.search.api.SearchAddress;
import signpost.search.query.ResourceSearch;
import signpost.search.query.SearchHit;
import signpost.search.query.SearchHit.PageHit;
import signpost.search.query.SearchRequest;
import signpost.search.query.SearchResults;

/**
 * What a search finds for those who follow it: pages with nearly all of its words, as they were
 * typed.
 */
@Singleton
public final class FollowedAnswers {
  /** What finds more than this is too broad for mails to be of use. */
  private static final int MOST = 200;

  /** Before the query of a search that somebody wants to be told of. */
  public static final String PREFIX = "search:";

  private final ResourceSearch search;

  FollowedAnswers(ResourceSearch search) {
    this.search = search;
  }

  /** A search as what somebody wants to be told of: {@code search:q=cat}. */
  public static String part(SearchRequest need) {
    return PREFIX + SearchAddress.query(need);
  }

  /** Whether a search asks for how pages fare: nobody is told of those that are of no use. */
  public static boolean isOfHealth(SearchRequest need) {
    return need.filters().containsKey("health");
  }

  /** Why a search cannot be followed by mail, in sentences; empty where it can. */
  public Optional<String> problem(SearchRequest need) throws IOException {
    if (isOfHealth(need)) {
      return Optional.of("Take the filter “Does it work?” away: we write of pages that work.");
    }
    SearchResults now = found(need, 1);
    if (now.corrected().isPresent()) {
      return Optional.of(
          "No page has these words. Search for “" + now.corrected().get() + "” and follow that.");
    }
    return now.total().value() <= MOST
        ? Optional.empty()
        : Optional.of(
            "This search finds more than "
                + MOST
                + " pages. Add words or filters, so that a mail about what is new is worth reading.");
  }

  /** Whether there is anything at all: an index that was made just now knows of no page yet. */
  boolean haveBegun() throws IOException {
    return found(SearchRequest.of(""), 1).total().value() > 0;
  }

  /** What a search finds; {@code whole}: whether that is all of it. */
  record FollowedAnswer(List<PageHit> pages, boolean whole) {
    FollowedAnswer {
      pages = List.copyOf(pages);
    }
  }

  /**
   * The pages, the newest change first; at most {@link #MOST}. For words that no page has others
   * are shown in their place, which nobody follows: then there are none.
   */
  FollowedAnswer of(SearchRequest need) throws IOException {
    List<PageHit> pages = new ArrayList<>();
    for (int part = 1; part <= MOST / SearchRequest.LARGEST_PAGE; part++) {
      SearchResults answers = found(need, part);
      if (answers.corrected().isPresent()) {
        return new FollowedAnswer(List.of(), true);
      }
      for (SearchHit hit : answers.hits()) {
        if (hit instanceof PageHit page) {
          pages.add(page);
        }
      }
      if (answers.next().isEmpty()) {
        return new FollowedAnswer(pages, true);
      }
    }
    return new FollowedAnswer(pages, false);
  }

  private SearchResults found(SearchRequest need, int part) throws IOException {
    return search.answerUnkept(
        new SearchRequest(
            need.text(),
            need.filters(),
            SearchRequest.Order.CHANGED,
            part,
            SearchRequest.LARGEST_PAGE,
            Optional.empty(),
            Set.of()));
  }
}
