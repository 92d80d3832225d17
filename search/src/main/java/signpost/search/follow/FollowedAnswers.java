package signpost.search.follow;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.search.api.SearchParameters;
import signpost.search.index.HealthTokens;
import signpost.search.index.JoinedPage;
import signpost.search.query.ResourceSearch;
import signpost.search.query.SearchHit;
import signpost.search.query.SearchRequest;
import signpost.search.query.SearchResults;

/** What a search finds for those who follow it: pages with nearly all of its words that work. */
@Singleton
public final class FollowedAnswers {
  /** What finds more than this is too broad for mails to be of use. */
  public static final int MOST = 200;

  private final ResourceSearch search;

  FollowedAnswers(ResourceSearch search) {
    this.search = search;
  }

  /** Whether there is anything at all: an index that was made just now knows of no page yet. */
  boolean haveBegun() throws IOException {
    return search.answer(part(SearchRequest.of(""), 1)).total().value() > 0;
  }

  /** Whether so few pages answer a search that what is new can be told by mail. */
  public boolean canBeFollowed(SearchRequest need) throws IOException {
    return search.answer(part(need, 1)).total().value() <= MOST;
  }

  /**
   * The pages, the newest change first; at most {@link #MOST}.
   *
   * @param query as {@link SearchParameters#read(String)} takes it
   */
  List<JoinedPage> of(String query) throws IOException {
    SearchRequest need = SearchParameters.read(query);
    List<JoinedPage> pages = new ArrayList<>();
    for (int part = 1; part <= MOST / SearchRequest.LARGEST_PAGE; part++) {
      SearchResults answers = search.answer(part(need, part));
      for (SearchHit hit : answers.hits()) {
        if (hit instanceof SearchHit.PageHit page && isOfUse(page.page())) {
          pages.add(page.page());
        }
      }
      if (answers.next().isEmpty()) {
        break;
      }
    }
    return pages;
  }

  private static boolean isOfUse(JoinedPage page) {
    return HealthTokens.isUsable(page.fares()) && !page.probable();
  }

  private static SearchRequest part(SearchRequest need, int part) {
    return new SearchRequest(
        need.text(),
        need.filters(),
        SearchRequest.Order.CHANGED,
        part,
        SearchRequest.LARGEST_PAGE,
        Optional.empty(),
        Set.of());
  }
}
