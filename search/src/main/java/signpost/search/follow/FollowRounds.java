package signpost.search.follow;

import io.micronaut.context.annotation.Context;
import io.micronaut.http.client.exceptions.HttpClientException;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.events.LinkHealth;
import signpost.events.PlacementStatus;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.SupervisedLoop;
import signpost.record.Supervisor;
import signpost.search.api.BadRequestException;
import signpost.search.api.SearchParameters;
import signpost.search.index.HealthTokens;
import signpost.search.index.JoinedPage;
import signpost.search.index.StrangersText;
import signpost.search.intake.SearchIntake;
import signpost.search.pages.NotifierApi;
import signpost.search.pages.SearchWords;
import signpost.search.query.SearchHit;
import signpost.search.query.SearchRequest;

/**
 * Answers the searches that people follow, round after round, and hands what each finds to the
 * notifier, which knows who follows it and what is new to them.
 */
@Context
public final class FollowRounds {
  private static final Logger log = LoggerFactory.getLogger(FollowRounds.class);
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** An index that is this far behind is still being filled: what it lacks would be told as new. */
  private static final long FAR_BEHIND = 1_000;

  private static final int LONGEST_NAME = 200;

  /** So many that were not taken, and the others wait for the next round. */
  private static final int ENOUGH = 3;

  private final NotifierApi notifier;
  private final FollowedAnswers answers;
  private final SearchIntake intake;
  private final SupervisedLoop loop;
  private int begin = -1; // of the loop's thread alone

  FollowRounds(
      NotifierApi notifier, FollowedAnswers answers, SearchIntake intake, Supervisor supervisor) {
    this.notifier = notifier;
    this.answers = answers;
    this.intake = intake;
    this.loop =
        supervisor.start(
            LoopPlan.of("followed-searches", "Answering the searches that people follow", EVERY)
                .withPatience(PATIENCE)
                .unneeded(),
            LoopWork.steps(this::step));
  }

  /** Somebody follows a search from now: what it finds now is not new to them. */
  public void wake() {
    loop.wake();
  }

  private boolean step() throws IOException {
    if (!intake.rebuilding() && intake.lag() < FAR_BEHIND && answers.haveBegun()) {
      round(followed());
    }
    return false;
  }

  private List<String> followed() {
    try {
      return notifier.followedSearches();
    } catch (HttpClientException e) {
      log.debug("The notifier does not say what is followed: {}", e.getMessage()); // /ops does
      return List.of();
    }
  }

  /**
   * Begins behind where the last one stopped, so that no search is always the last. Who follows
   * what is nobody's business, and stands in no log.
   */
  private void round(List<String> searches) {
    int failed = 0;
    for (int i = 0; i < searches.size() && failed < ENOUGH; i++) {
      begin = (begin + 1) % searches.size();
      failed += isTaken(searches.get(begin)) ? 0 : 1;
    }
  }

  private boolean isTaken(String search) {
    try {
      notifier.found(found(search));
      return true;
    } catch (BadRequestException _) {
      log.debug("A followed search means nothing to this version");
      return true;
    } catch (IOException | RuntimeException e) {
      log.warn("What a followed search finds was not taken: {}", e.toString());
      return false;
    }
  }

  private NotifierApi.FoundResources found(String search) throws IOException {
    SearchRequest need = SearchParameters.read(search);
    FollowedAnswers.FollowedAnswer answer = answers.of(need);
    return new NotifierApi.FoundResources(
        search,
        StrangersText.brief(SearchWords.of(need), LONGEST_NAME),
        answer.whole(),
        answer.pages().stream().map(FollowRounds::resource).toList());
  }

  private static NotifierApi.FoundResource resource(SearchHit.PageHit hit) {
    JoinedPage page = hit.page();
    return new NotifierApi.FoundResource(
        page.url(),
        hit.copies(),
        StrangersText.brief(page.title(), LONGEST_NAME),
        StrangersText.brief(page.publisher(), LONGEST_NAME),
        isUsable(page));
  }

  /** What nobody has visited yet may turn out to be of no use, unless a person looks after it. */
  private static boolean isUsable(JoinedPage page) {
    boolean manual =
        page.resource().filter(it -> it.status() == PlacementStatus.MANUAL).isPresent();
    boolean seen = manual || !(page.fares() instanceof LinkHealth.NotChecked);
    return seen && HealthTokens.isUsable(page.fares()) && !page.probable();
  }

  @PreDestroy
  void close() {
    loop.close();
  }
}
