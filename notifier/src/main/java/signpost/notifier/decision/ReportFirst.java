package signpost.notifier.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import signpost.notifier.decision.Pending.Route;

/** Of a guide that has had no first report nothing else is told. */
record ReportFirst(TellingPolicy policy, Instant now) implements Stage {
  @Override
  public Passed pass(List<Pending> pending) {
    List<Pending> on = new ArrayList<>();
    List<Held> held = new ArrayList<>();
    for (Pending one : pending) {
      switch (one.group().report()) {
        case FirstReport.FirstReportGiven _, FirstReport.NotNeeded _ -> on.add(one);
        case FirstReport.GuideUnlisted _ -> held.add(one.held(HeldReason.GUIDE_UNKNOWN));
        case FirstReport.FirstReportDue due when now.isBefore(due.readyAt(policy)) ->
            held.add(one.held(HeldReason.BEFORE_FIRST_REPORT, Optional.of(due.readyAt(policy))));
        case FirstReport.FirstReportDue _ when one.finding().isOpen() ->
            on.add(one.by(Route.FIRST_REPORT));
        case FirstReport.FirstReportDue _ ->
            held.add(one.held(HeldReason.OVER_BEFORE_FIRST_REPORT));
      }
    }
    return new Passed(on, held);
  }
}
