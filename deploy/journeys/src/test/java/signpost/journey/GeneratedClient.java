package signpost.journey;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import signpost.client.ApiClient;
import signpost.client.ApiException;
import signpost.client.ApiResponse;
import signpost.client.FeedsApi;
import signpost.client.FeedsApi.APIChangesFeedRequest;
import signpost.client.FeedsApi.APIChangesJsonFeedRequest;
import signpost.client.FeedsApi.APISearchFeedRequest;
import signpost.client.FeedsApi.APISearchJsonFeedRequest;
import signpost.client.SearchApi;
import signpost.client.SearchApi.APIChangesRequest;
import signpost.client.SearchApi.APISearchRequest;
import signpost.client.SearchApi.APISuggestRequest;
import signpost.client.answer.Change;
import signpost.client.answer.Guide;
import signpost.client.answer.Health;
import signpost.client.answer.Hunk;
import signpost.client.answer.JsonFeed;
import signpost.client.answer.Line;
import signpost.client.answer.Problem;
import signpost.client.answer.Resource;
import signpost.client.answer.Result;
import signpost.client.answer.SearchAnswer;
import signpost.client.answer.Section;
import signpost.client.answer.Segment;
import signpost.client.answer.Successor;
import signpost.client.answer.Suggestion;

/**
 * A program of somebody else's, which knows of the API what its description says: it asks for all
 * there is, after ten days of {@link GuideToMailIT}.
 */
final class GeneratedClient {
  private static final String GUIDE = "snap";
  private static final Pattern PATH = Pattern.compile("(?m)^ {2}(/\\S+):$");

  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final ApiClient client = new ApiClient();
  private final ObjectMapper json;
  private final SearchApi search;
  private final FeedsApi feeds;

  GeneratedClient(String site) {
    client.updateBaseUri(site);
    client.setResponseInterceptor(answer -> asked.add(answer.uri().getPath()));
    json = client.getObjectMapper();
    search = new SearchApi(client);
    feeds = new FeedsApi(client);
  }

  void readsEverythingDescribed() throws Exception {
    String book = brokenBookIsFoundWithItsSuccessor();
    filtersNarrowAndCursorsLeadToEveryResultOnce();
    resourceSaysHowItFares(book);
    guideHasItsSectionsAndIsNotSentTwice();
    changesSayWhichWordsChanged();
    titlesAreSuggested();
    feedsFollowTheSame();
    mistakesAndTheUnknownAreProblems();
    whatANewerServerAddsIsPassedOver();
    nothingDescribedIsLeftOut();
  }

  private String brokenBookIsFoundWithItsSuccessor() throws ApiException {
    SearchAnswer answer =
        search.search(APISearchRequest.newBuilder().q("addressing adversity web book").build());
    Result book =
        answer.getResults().stream()
            .filter(it -> String.valueOf(it.getUrl()).contains("/media/cmtffcce/"))
            .findFirst()
            .orElseThrow();
    assertThat(book.getType()).isEqualTo(Result.TypeEnum.RESOURCE);
    assertThat(book.getFormat()).isEqualTo(Result.FormatEnum.PDF);
    assertThat(book.getPlacements()).anyMatch(it -> it.getGuide().equals(GUIDE));
    assertThat(book.getHighlights()).anyMatch(piece -> piece.getHit());
    Health health = requireNonNull(book.getHealth());
    assertThat(health.getState()).isEqualTo(Health.StateEnum.BROKEN);
    assertThat(health.getSuccessor())
        .isNotNull()
        .extracting(Successor::getOutcome)
        .isEqualTo(Successor.OutcomeEnum.OFFER);
    return requireNonNull(book.getUrl());
  }

  private void filtersNarrowAndCursorsLeadToEveryResultOnce() throws ApiException {
    SearchAnswer all = search.search(APISearchRequest.newBuilder().size(1).build());
    assertThat(all.getTotal()).isGreaterThan(20);
    assertThat(all.getFacets()).containsKeys("nation", "health", "guide");

    List<String> found = new ArrayList<>();
    String cursor = "";
    long total = 0;
    while (cursor != null) {
      SearchAnswer page =
          search.search(
              APISearchRequest.newBuilder()
                  .nation(List.of("England", "Wales"))
                  .guide(List.of(GUIDE))
                  .size(5)
                  .cursor(cursor)
                  .facets(false)
                  .build());
      assertThat(page.getFacets()).isEmpty();
      assertThat(page.getResults()).allMatch(it -> !"Scotland".equals(it.getNation()));
      page.getResults().forEach(it -> found.add(it.getTitle() + " " + it.getUrl()));
      total = page.getTotal();
      cursor = page.getCursor();
    }
    assertThat(found).hasSizeGreaterThan(5).hasSize((int) total).doesNotHaveDuplicates();
    assertThat(total).isLessThan(all.getTotal());
  }

  private void resourceSaysHowItFares(String url) throws ApiException {
    Resource resource = search.resource(url);
    assertThat(resource.getUrl()).isEqualTo(url);
    assertThat(resource.getTried())
        .isNotEmpty()
        .allSatisfy(visit -> assertThat(visit.getAt()).isNotNull())
        .anyMatch(visit -> visit.getResult().contains("404"));
    assertThat(resource.getPlacements()).anyMatch(it -> it.getGuide().equals(GUIDE));
    assertThat(search.related(url, 3).getResults()).hasSizeLessThanOrEqualTo(3);
  }

  private void guideHasItsSectionsAndIsNotSentTwice() throws ApiException {
    ApiResponse<Guide> answer = search.guideWithHttpInfo(GUIDE);
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getData().getSections())
        .hasSizeGreaterThan(2)
        .flatExtracting(Section::getPlacements)
        .extracting(Line::getStatus)
        .contains(Line.StatusEnum.ACTIVE, Line.StatusEnum.UNVERIFIED)
        .doesNotContain(Line.StatusEnum.UNKNOWN_DEFAULT_OPEN_API);
    String tag = requireNonNull(answer.getHeaders().get("etag")).getFirst();
    assertThat(refused(() -> search.guide(GUIDE, Map.of("If-None-Match", tag))).getCode())
        .isEqualTo(304);
  }

  private void changesSayWhichWordsChanged() throws ApiException {
    List<Change> changes =
        search.changes(APIChangesRequest.newBuilder().size(50).build()).getChanges();
    assertThat(changes)
        .isNotEmpty()
        .allSatisfy(change -> {
          assertThat(change.getRevision()).isGreaterThan(1);
          assertThat(change.getConfirmedAt()).isAfterOrEqualTo(change.getSeenAt());
          assertThat(change.getKinds()).doesNotContain(Change.KindsEnum.UNKNOWN_DEFAULT_OPEN_API);
        })
        .anyMatch(change -> change.getKinds().contains(Change.KindsEnum.CONTACT));
    assertThat(changes)
        .filteredOn(change -> change.getSummary().contains("to 08081 570 987"))
        .flatExtracting(Change::getHunks)
        .flatExtracting(Hunk::getSegments)
        .extracting(Segment::getKind)
        .contains(Segment.KindEnum.DELETE, Segment.KindEnum.INSERT);
  }

  private void titlesAreSuggested() throws ApiException {
    List<Suggestion> titles =
        search.suggest(APISuggestRequest.newBuilder().q("traum").build()).getSuggestions();
    assertThat(titles).isNotEmpty();
    assertThat(search.suggestToBrowsers("traum"))
        .containsExactly("traum", titles.stream().map(Suggestion::getText).toList());
  }

  private void feedsFollowTheSame() throws Exception {
    JsonFeed found =
        feeds.searchJsonFeed(APISearchJsonFeedRequest.newBuilder().q("trauma").build());
    JsonFeed guide = feeds.guideJsonFeed(GUIDE);
    JsonFeed changed = feeds.changesJsonFeed(APIChangesJsonFeedRequest.newBuilder().build());
    assertThat(List.of(found, guide, changed))
        .allSatisfy(feed -> {
          assertThat(feed.getVersion())
              .isEqualTo(JsonFeed.VersionEnum.HTTPS_JSONFEED_ORG_VERSION_1_1);
          assertThat(feed.getItems())
              .isNotEmpty()
              .allSatisfy(item -> assertThat(item.getDateModified()).isNotNull());
        });
    List<File> atoms =
        List.of(
            feeds.searchFeed(APISearchFeedRequest.newBuilder().q("trauma").build()),
            feeds.guideFeed(GUIDE),
            feeds.changesFeed(APIChangesFeedRequest.newBuilder().of("all").build()));
    for (File atom : atoms) {
      assertThat(takenFrom(atom)).startsWith("<?xml").contains("<entry>");
    }
  }

  private void mistakesAndTheUnknownAreProblems() throws Exception {
    ApiException slip =
        refused(() -> search.search(APISearchRequest.newBuilder().sort("change").build()));
    assertThat(slip.getCode()).isEqualTo(400);
    assertThat(problem(slip).getSuggestion()).isEqualTo("changed");

    ApiException unknown = refused(() -> search.resource("https://nobody.example/a|b"));
    assertThat(unknown.getCode()).isEqualTo(404);
    assertThat(unknown.getResponseHeaders().firstValue("content-type"))
        .hasValue("application/problem+json");
    assertThat(problem(unknown).getStatus()).isEqualTo(404);
    assertThat(problem(unknown).getDetail()).isNotBlank();
  }

  private void whatANewerServerAddsIsPassedOver() throws JsonProcessingException {
    Health health =
        json.readValue("{\"state\": \"enchanted\", \"since\": [1, {\"a\": 2}]}", Health.class);
    assertThat(health.getState()).isEqualTo(Health.StateEnum.UNKNOWN_DEFAULT_OPEN_API);
  }

  private void nothingDescribedIsLeftOut() throws Exception {
    List<String> described =
        PATH.matcher(takenFrom(search.description()))
            .results()
            .map((MatchResult path) -> path.group(1).replace("{id}", GUIDE))
            .toList();
    assertThat(asked).containsExactlyInAnyOrderElementsOf(described);
  }

  private Problem problem(ApiException refused) throws JsonProcessingException {
    return json.readValue(refused.getResponseBody(), Problem.class);
  }

  private static ApiException refused(ThrowingCallable question) {
    return catchThrowableOfType(ApiException.class, question);
  }

  /** The client leaves what is no JSON in a file of its own. */
  private static String takenFrom(File file) throws Exception {
    String text = Files.readString(file.toPath());
    Files.delete(file.toPath());
    return text;
  }
}
