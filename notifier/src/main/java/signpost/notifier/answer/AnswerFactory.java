package signpost.notifier.answer;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import signpost.notifier.finding.Said;

/** Tells findings what is said of them. */
@Factory
final class AnswerFactory {
  @Singleton
  Said said() {
    return AnswerLog::said;
  }
}
