package signpost.search.follow;

import io.micronaut.context.annotation.Context;
import io.micronaut.http.client.exceptions.HttpClientException;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import signpost.record.LoopPlan;
import signpost.record.LoopWork;
import signpost.record.SupervisedLoop;
import signpost.record.Supervisor;
import signpost.search.api.BadRequestException;
import signpost.search.index.JoinedPage;
import signpost.search.index.StrangersText;
import signpost.search.intake.SearchIntake;
import signpost.search.pages.NotifierApi;

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

  private final NotifierApi notifier;
  private final FollowedAnswers answers;
  private final SearchIntake intake;
  private final SupervisedLoop loop;

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
      try {
        round();
      } catch (HttpClientException e) {
        log.debug("The notifier takes nothing: {}", e.getMessage()); // It says so itself.
      }
    }
    return false;
  }

  private void round() throws IOException {
    for (String search : notifier.followedSearches()) {
      try {
        List<NotifierApi.FoundResource> found = answers.of(search).stream().map(this::of).toList();
        notifier.found(new NotifierApi.FoundResources(search, found));
      } catch (BadRequestException e) {
        log.warn("The followed search {} means nothing any more: {}", search, e.getMessage());
      }
    }
  }

  private NotifierApi.FoundResource of(JoinedPage page) {
    return new NotifierApi.FoundResource(
        page.url(),
        StrangersText.brief(page.title(), LONGEST_NAME),
        StrangersText.brief(page.publisher(), LONGEST_NAME));
  }

  @PreDestroy
  void close() {
    loop.close();
  }
}
