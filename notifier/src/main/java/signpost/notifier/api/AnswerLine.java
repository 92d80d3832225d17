package signpost.notifier.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import signpost.notifier.answer.AnswerForm;

/** An answer as it is sent. */
@Serdeable
record AnswerLine(
    String token,
    @Nullable String answer,
    @Nullable String with,
    @Nullable String reason,
    @Nullable String until) {

  AnswerForm form() {
    return new AnswerForm(or(answer), or(with), or(reason), or(until));
  }

  static String or(@Nullable String words) {
    return words == null ? "" : words;
  }
}
