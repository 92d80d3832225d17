package signpost.notifier.api;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import signpost.notifier.desk.VouchedReaders;

/** Somebody who is signed in at search, by their mail address, for so many seconds yet. */
@Serdeable
record VouchedLine(@Nullable String email, long seconds) {
  List<VouchedReaders.OpenedPage> readers(VouchedReaders vouched) {
    return vouched.at(AnswerLine.or(email), Duration.ofSeconds(seconds));
  }
}
