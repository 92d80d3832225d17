package signpost.search.follow;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  public static final int MOST = 200;

  private final ResourceSearch search;

  FollowedAnswers(ResourceSearch search) {
    this.search = search;
  }

  /** Whether a search does not ask for what is of no use, which nobody is told of. */
  public static boolean isOfWhatWorks(SearchRequest need) {
    return !need.filters().containsKey("health");
  }

  /** Whether so few pages answer a search that what is new can be told by mail. */
  public boolean areFew(SearchRequest need) throws IOException {
    return part(need, 1).total().value() <= MOST;
  }

  /** Whether there is anything at all: an index that was made just now knows of no page yet. */
  boolean haveBegun() throws IOException {
    return part(SearchRequest.of(""), 1).total().value() > 0;
  }

  /**
   * The pages, the newest change first; at most {@link #MOST}. For words that no page has others
   * are shown in their place, which nobody follows: then there are none.
   */
  List<PageHit> of(SearchRequest need) throws IOException {
    List<PageHit> pages = new ArrayList<>();
    for (int part = 1; part <= MOST / SearchRequest.LARGEST_PAGE; part++) {
      SearchResults answers = part(need, part);
      if (answers.corrected().isPresent()) {
        return List.of();
      }
      for (SearchHit hit : answers.hits()) {
        if (hit instanceof PageHit page) {
          pages.add(page);
        }
      }
      if (answers.next().isEmpty()) {
        break;
      }
    }
    return pages;
  }

  private SearchResults part(SearchRequest need, int part) throws IOException {
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
