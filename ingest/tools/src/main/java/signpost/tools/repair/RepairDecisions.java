package signpost.tools.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import signpost.tools.repair.AddressSpot.PartRange;
import signpost.tools.repair.FilePart.TextEdit;
import signpost.tools.repair.RepairCollector.AnswerMatch;
import signpost.tools.repair.RepairItem.RepairOutcome;
import signpost.url.WebUrl;

/** Decides for each address that was answered what is written and what is left for a person. */
final class RepairDecisions {
  private final List<RepairItem> items = new ArrayList<>();
  private final Map<String, SortedMap<Integer, TextEdit>> edits = new HashMap<>();
  private final Map<PartRange, String> written = new HashMap<>();

  private RepairDecisions() {}

  static RepairDecisions of(RepairCollector found) {
    var decisions = new RepairDecisions();
    List<AnswerMatch> matches =
        found.matches().stream()
            .sorted(Comparator.comparingInt(it -> it.spot().range().from()))
            .toList();
    Set<String> removed = new HashSet<>();
    for (AnswerMatch match : matches) {
      if (match.spot().use().link() && match.answer().kind() == LinkAnswer.LinkAnswerKind.REMOVE) {
        removed.add(line(match.spot()) + match.spot().words());
      }
    }
    for (AnswerMatch match : matches) {
      AddressSpot spot = match.spot();
      boolean goesWithItsLink =
          spot.use() == AddressUse.SHOWN
              && match.answer().kind() == LinkAnswer.LinkAnswerKind.REMOVE
              && removed.contains(line(spot) + spot.words());
      if (!goesWithItsLink) {
        decisions.decide(spot, match.answer());
      }
    }
    decisions.absent(found, matches);
    return decisions;
  }

  List<RepairItem> items() {
    return items;
  }

  /** What is to be written, by the name of the part. */
  Map<String, List<TextEdit>> edits() {
    Map<String, List<TextEdit>> all = new HashMap<>();
    edits.forEach((part, it) -> all.put(part, List.copyOf(it.values())));
    return all;
  }

  private static String line(AddressSpot spot) {
    return switch (spot.place()) {
      case FilePlace.InText it -> it.line() + " ";
      case FilePlace.InDocument it -> it.part() + it.paragraph() + " ";
    };
  }

  private void decide(AddressSpot spot, LinkAnswer answer) {
    switch (answer.kind()) {
      case KEEP -> {
        if (spot.use() != AddressUse.ELSEWHERE) {
          add(RepairOutcome.KEPT, spot, answer, "");
        }
      }
      case REMOVE -> add(RepairOutcome.REMOVE, spot, answer, stands(spot));
      case REPLACE -> replace(spot, answer, answer.with().orElseThrow());
    }
  }

  private static String stands(AddressSpot spot) {
    return switch (spot.use()) {
      case MARKUP, UNSEEN, MARKDOWN, ANGLES, BARE, FIELD, SPLIT -> "";
      case SHOWN -> "its words show the address";
      case ELSEWHERE -> "it stands in " + spot.what();
    };
  }

  private void replace(AddressSpot spot, LinkAnswer answer, WebUrl with) {
    switch (spot.use()) {
      case SHOWN ->
          add(
              RepairOutcome.SHOWN,
              spot,
              answer,
              spot.what().isEmpty() ? "" : "it stands in " + spot.what());
      case ELSEWHERE -> add(RepairOutcome.ELSEWHERE, spot, answer, "it stands in " + spot.what());
      case SPLIT ->
          add(
              RepairOutcome.BY_HAND,
              spot,
              answer,
              "its field is split over several runs: change the link in Word");
      case MARKUP, UNSEEN, MARKDOWN, ANGLES, BARE, FIELD -> write(spot, answer, with);
    }
  }

  private void write(AddressSpot spot, LinkAnswer answer, WebUrl with) {
    if (spot.url().href().equals(with.href())) {
      add(RepairOutcome.ALREADY, spot, answer, "");
    } else if (!spot.kept().isEmpty() && with.fragment().isPresent()) {
      String note = "its place #" + spot.kept() + " is written elsewhere: change the link in Word";
      add(RepairOutcome.BY_HAND, spot, answer, note);
    } else {
      Optional<String> address = spot.use().written(with.href());
      if (address.isEmpty()) {
        add(
            RepairOutcome.BY_HAND,
            spot,
            answer,
            "the new address cannot be written there as it is");
        return;
      }
      PartRange range = spot.range();
      edits
          .computeIfAbsent(range.part(), _ -> new TreeMap<>())
          .put(range.from(), new TextEdit(range.from(), range.to(), address.get()));
      String place = spot.kept().isEmpty() ? "" : "#" + spot.kept();
      written.put(range, with.href() + place);
      add(RepairOutcome.REPLACED, spot, answer, place(spot, with));
    }
  }

  private static String place(AddressSpot spot, WebUrl with) {
    if (!spot.kept().isEmpty()) {
      return "it goes on leading to #" + spot.kept() + " there";
    }
    return spot.url().fragment().filter(it -> !it.isEmpty() && with.fragment().isEmpty()).isEmpty()
        ? ""
        : "it led to #" + spot.url().fragment().get() + ", the new address names no place";
  }

  private void add(RepairOutcome outcome, AddressSpot spot, LinkAnswer answer, String note) {
    if (spot.use() == AddressUse.UNSEEN) {
      return;
    }
    String was = spot.use() == AddressUse.SHOWN ? spot.words() : spot.url().href();
    items.add(new RepairItem(outcome, answer, Optional.of(spot.place()), was, spot.words(), note));
  }

  private void absent(RepairCollector found, List<AnswerMatch> matches) {
    Set<LinkAnswer> met = new HashSet<>();
    matches.stream()
        .filter(it -> it.spot().use() != AddressUse.UNSEEN)
        .forEach(it -> met.add(it.answer()));
    for (LinkAnswer answer : found.answers().all()) {
      if (!met.contains(answer)) {
        String hint = found.hint(answer).orElse("");
        items.add(new RepairItem(RepairOutcome.ABSENT, answer, Optional.empty(), "", "", hint));
      }
    }
  }

  /** Whether, read again, every address that was written leads where it was to lead. */
  boolean heldBy(RepairCollector again) {
    Map<PartRange, String> there = new HashMap<>();
    again.matches().forEach(it -> there.put(it.spot().range(), it.spot().url().href()));
    for (var part : edits.entrySet()) {
      int shift = 0;
      for (TextEdit edit : part.getValue().values()) {
        int from = edit.from() + shift;
        var moved = new PartRange(part.getKey(), from, from + edit.written().length());
        var before = new PartRange(part.getKey(), edit.from(), edit.to());
        if (!Objects.equals(written.get(before), there.get(moved))) {
          return false;
        }
        shift += edit.written().length() - (edit.to() - edit.from());
      }
    }
    return true;
  }

  /** Answers by which the addresses that were written are found again. */
  AnswersByAddress written() {
    List<LinkAnswer> wanted = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (String href : written.values()) {
      if (known.add(href)) {
        wanted.add(
            new LinkAnswer(
                WebUrl.of(href), LinkAnswer.LinkAnswerKind.KEEP, Optional.empty(), "", ""));
      }
    }
    return AnswersByAddress.of(wanted, List.of());
  }
}
