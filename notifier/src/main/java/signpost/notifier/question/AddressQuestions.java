package signpost.notifier.question;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import signpost.events.AddressQuestion;
import signpost.events.AddressQuestion.QuestionReason;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.GuideLine;
import signpost.events.ResourceEvent.GuideListed;
import signpost.notifier.finding.FindingDetail;
import signpost.notifier.finding.FindingSignal;
import signpost.notifier.finding.FindingStore;
import signpost.notifier.store.WireName;
import signpost.url.CanonicalUrl;

/**
 * What a guide's owner is asked about the addresses of its lines. A question that stands as it
 * stood is not asked again, whatever was answered.
 */
public final class AddressQuestions {
  private AddressQuestions() {}

  /**
   * Asks what is new since a guide was listed last, and asks no more what it no longer asks. A
   * question is the same for as long as its reason and its address are: other words of ours are no
   * news.
   *
   * @return the subjects of what changed
   */
  public static Set<String> compare(
      Handle handle,
      FindingStore findings,
      Optional<GuideListed> before,
      Optional<GuideListed> now,
      Instant at) {
    Map<String, GuideLine> asked = bySubject(before);
    Map<String, GuideLine> asking = bySubject(now);
    Set<String> changed = new LinkedHashSet<>();
    asked.keySet().stream()
        .filter(subject -> !asking.containsKey(subject))
        .forEach(subject -> {
          raise(handle, findings, over(subject), at);
          changed.add(subject);
        });
    asking.forEach((subject, line) -> {
      if (!isSame(asked.get(subject), line)) {
        raise(handle, findings, begun(subject, line, at), at);
        changed.add(subject);
      }
    });
    return changed;
  }

  private static Map<String, GuideLine> bySubject(Optional<GuideListed> guide) {
    return guide.map(GuideLine::asked).orElse(List.of()).stream()
        .collect(
            Collectors.toMap(
                GuideLine::subject, line -> line, (one, _) -> one, LinkedHashMap::new));
  }

  private static boolean isSame(@Nullable GuideLine before, GuideLine now) {
    return before != null
        && before.line().resource().equals(now.line().resource())
        && why(before).equals(why(now));
  }

  private static Optional<QuestionReason> why(GuideLine line) {
    return line.line().question().map(AddressQuestion::why);
  }

  private static FindingSignal begun(String subject, GuideLine line, Instant at) {
    AddressQuestion question = line.line().question().orElseThrow();
    Optional<String> address = line.line().resource().map(CanonicalUrl::value);
    return new FindingSignal.ProblemBegan(
        subject,
        FindingKind.ADDRESS_QUESTION,
        false,
        question.explanation().reason(),
        question.explanation(),
        at,
        FindingDetail.asked(WireName.of(question.why()), address));
  }

  private static FindingSignal over(String subject) {
    return new FindingSignal.ProblemEnded(subject, FindingKind.ADDRESS_QUESTION, true);
  }

  private static void raise(
      Handle handle, FindingStore findings, FindingSignal signal, Instant at) {
    findings.raise(handle, signal, at.toEpochMilli(), at);
  }
}
