package signpost.notifier.finding;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import signpost.events.FindingEvent.GuideAnswer;

/** What each guide's owners have to say of a finding, as far as it holds. */
public interface GuideAnswers {
  List<GuideAnswer> of(Handle handle, Finding finding, Instant at);
}
