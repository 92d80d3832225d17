package signpost.notifier.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.ChangeKind;
import signpost.events.Explanation;
import signpost.events.FindingEvent.FindingKind;
import signpost.events.LinkEvent.DomainTransition;
import signpost.events.LinkEvent.HostTransition;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkEvent.SiteTransition;
import signpost.events.LinkHealth;
import signpost.notifier.finding.FindingSignal.ProblemBegan;
import signpost.notifier.finding.FindingSignal.ProblemEnded;
import signpost.notifier.store.WireName;

/** Turns events into signals for findings. */
final class FindingSignals {
  private static final Set<FindingKind> OF_LINKS =
      EnumSet.of(
          FindingKind.BROKEN,
          FindingKind.GONE_IN_PLACE,
          FindingKind.MOVED,
          FindingKind.TLS_PROBLEM);

  private static final Set<ChangeKind> MATTERS =
      EnumSet.of(
          ChangeKind.IDENTITY,
          ChangeKind.CONTACT,
          ChangeKind.SUBSTANTIVE,
          ChangeKind.LINKS,
          ChangeKind.DOCUMENT_REPLACED);

  private static final Set<ChangeKind> ALWAYS = EnumSet.of(ChangeKind.IDENTITY, ChangeKind.CONTACT);

  private FindingSignals() {}

  static List<FindingSignal> of(LinkTransition event) {
    return switch (event.to()) {
      case LinkHealth.Ok _ -> endings(event, Optional.empty());
      case LinkHealth.Moved moved ->
          only(FindingKind.MOVED, false, moved.since(), Optional.of(moved.to()), event);
      case LinkHealth.Broken broken ->
          only(FindingKind.BROKEN, true, broken.since(), Optional.empty(), event);
      case LinkHealth.GoneInPlace gone ->
          only(FindingKind.GONE_IN_PLACE, true, gone.since(), gone.replacement(), event);
      case LinkHealth.TlsProblem _ ->
          only(FindingKind.TLS_PROBLEM, false, event.at(), Optional.empty(), event);
      // Nothing is proven: what was open stays open and nothing new is told.
      case LinkHealth.Suspect _, LinkHealth.Blocked _ -> List.of();
      case LinkHealth.NotChecked _, LinkHealth.Unknown _ -> List.of();
    };
  }

  static List<FindingSignal> of(SiteTransition event) {
    return switch (event) {
      case HostTransition host -> of(host);
      case DomainTransition domain -> of(domain);
    };
  }

  private static List<FindingSignal> of(HostTransition event) {
    return switch (event.state()) {
      case IN_TROUBLE -> List.of();
      case DOWN ->
          List.of(
              new ProblemBegan(
                  event.host(),
                  FindingKind.HOST_DOWN,
                  true,
                  event.explanation().reason(),
                  event.explanation(),
                  event.since(),
                  FindingDetail.NONE.by(WireName.of(event.failure()))));
      case RECOVERED -> List.of(new ProblemEnded(event.host(), FindingKind.HOST_DOWN, false));
    };
  }

  private static List<FindingSignal> of(DomainTransition event) {
    return switch (event.state()) {
      case ENDING ->
          List.of(
              new ProblemBegan(
                  event.host(),
                  FindingKind.DOMAIN_ENDING,
                  false,
                  event.explanation().reason(),
                  event.explanation(),
                  event.at(),
                  FindingDetail.ending(event.domain())));
      case RENEWED -> List.of(new ProblemEnded(event.host(), FindingKind.DOMAIN_ENDING, true));
    };
  }

  /** A withdrawal is told through the page's health, so its change is not told again. */
  static List<FindingSignal> of(PageChanged event, double threshold) {
    List<ChangeKind> kinds = event.kinds();
    boolean told =
        !kinds.contains(ChangeKind.END_OF_LIFE)
            && kinds.stream().anyMatch(MATTERS::contains)
            && (event.importance() >= threshold || kinds.stream().anyMatch(ALWAYS::contains));
    if (!told) {
      return List.of();
    }
    return List.of(
        new ProblemBegan(
            event.page().value(),
            FindingKind.CHANGED,
            kinds.contains(ChangeKind.CONTACT),
            event.summary(),
            changed(event),
            event.seenAt(),
            FindingDetail.revised(
                    kinds.getFirst(), event.revision(), event.hunks(), event.publisherNote())
                .by(WireName.of(kinds.getFirst()))));
  }

  /** For the most important kind: what it means to readers, and what there is to do. */
  private static Explanation changed(PageChanged event) {
    return switch (event.kinds().getFirst()) {
      case IDENTITY ->
          new Explanation(
              event.summary(),
              "Readers of your guide now come to something else than your guide promises.",
              "Point to where it has gone, or take the link out.");
      case CONTACT ->
          new Explanation(
              event.summary(),
              "Readers of your guide now find the new details; whoever kept the old ones may reach"
                  + " nobody.",
              "See whether your guide, or anything you hand out, repeats the old details.");
      case DOCUMENT_REPLACED ->
          new Explanation(
              event.summary(),
              "Readers of your guide now get the new document.",
              "Read the change and see whether your guide still describes this document rightly.");
      case END_OF_LIFE, SUBSTANTIVE, LINKS, DATE_ONLY, COSMETIC ->
          new Explanation(
              event.summary(),
              "Readers of your guide now find the new words.",
              "Read the change and see whether your guide still describes this page rightly.");
    };
  }

  private static List<FindingSignal> only(
      FindingKind kind,
      boolean urgent,
      Instant since,
      Optional<String> replacement,
      LinkTransition event) {
    List<FindingSignal> all = new ArrayList<>(endings(event, Optional.of(kind)));
    all.add(
        new ProblemBegan(
            event.target().value(),
            kind,
            urgent,
            event.explanation().reason(),
            event.explanation(),
            since,
            FindingDetail.tried(event.tried(), replacement).by(rule(event.to()))));
    return all;
  }

  private static String rule(LinkHealth health) {
    return switch (health) {
      case LinkHealth.Broken broken -> WireName.of(broken.failure());
      case LinkHealth.GoneInPlace gone -> WireName.of(gone.kind());
      case LinkHealth.Moved _ -> "redirect";
      case LinkHealth.TlsProblem _ -> "tls";
      case LinkHealth.Ok _,
          LinkHealth.Suspect _,
          LinkHealth.Blocked _,
          LinkHealth.NotChecked _,
          LinkHealth.Unknown _ ->
          "none";
    };
  }

  private static List<FindingSignal> endings(LinkTransition event, Optional<FindingKind> began) {
    return OF_LINKS.stream()
        .filter(kind -> began.filter(kind::equals).isEmpty())
        .<FindingSignal>map(
            kind -> new ProblemEnded(event.target().value(), kind, began.isPresent()))
        .toList();
  }
}
