package signpost.notifier.answer;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import signpost.notifier.finding.GuideAnswers;

/** Tells findings what is said of them. */
@Factory
final class AnswerFactory {
  @Singleton
  GuideAnswers said() {
    return AnswerLog::said;
  }
}
