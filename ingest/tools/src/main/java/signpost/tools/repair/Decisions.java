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
import signpost.tools.repair.Collector.Match;
import signpost.tools.repair.Item.Outcome;
import signpost.tools.repair.Part.Edit;
import signpost.tools.repair.Spot.Range;
import signpost.url.WebUrl;

/** Decides for each address that was answered what is written and what is left for a person. */
final class Decisions {
  private final List<Item> items = new ArrayList<>();
  private final Map<String, SortedMap<Integer, Edit>> edits = new HashMap<>();
  private final Map<Range, String> written = new HashMap<>();

  private Decisions() {}

  static Decisions of(Collector found) {
    var decisions = new Decisions();
    List<Match> matches =
        found.matches().stream()
            .sorted(Comparator.comparingInt(it -> it.spot().range().from()))
            .toList();
    Set<String> removed = new HashSet<>();
    for (Match match : matches) {
      if (match.spot().use().link() && match.answer().kind() == Answer.Kind.REMOVE) {
        removed.add(line(match.spot()) + match.spot().words());
      }
    }
    for (Match match : matches) {
      Spot spot = match.spot();
      boolean goesWithItsLink =
          spot.use() == Use.SHOWN
              && match.answer().kind() == Answer.Kind.REMOVE
              && removed.contains(line(spot) + spot.words());
      if (!goesWithItsLink) {
        decisions.decide(spot, match.answer());
      }
    }
    decisions.absent(found, matches);
    return decisions;
  }

  List<Item> items() {
    return items;
  }

  /** What is to be written, by the name of the part. */
  Map<String, List<Edit>> edits() {
    Map<String, List<Edit>> all = new HashMap<>();
    edits.forEach((part, it) -> all.put(part, List.copyOf(it.values())));
    return all;
  }

  private static String line(Spot spot) {
    return switch (spot.place()) {
      case Place.InText it -> it.line() + " ";
      case Place.InDocument it -> it.part() + it.paragraph() + " ";
    };
  }

  private void decide(Spot spot, Answer answer) {
    switch (answer.kind()) {
      case KEEP -> {
        if (spot.use() != Use.ELSEWHERE) {
          add(Outcome.KEPT, spot, answer, "");
        }
      }
      case REMOVE -> add(Outcome.REMOVE, spot, answer, stands(spot));
      case REPLACE -> replace(spot, answer, answer.with().orElseThrow());
    }
  }

  private static String stands(Spot spot) {
    return switch (spot.use()) {
      case MARKUP, UNSEEN, MARKDOWN, ANGLES, BARE, FIELD, SPLIT -> "";
      case SHOWN -> "its words show the address";
      case ELSEWHERE -> "it stands in " + spot.what();
    };
  }

  private void replace(Spot spot, Answer answer, WebUrl with) {
    switch (spot.use()) {
      case SHOWN ->
          add(
              Outcome.SHOWN,
              spot,
              answer,
              spot.what().isEmpty() ? "" : "it stands in " + spot.what());
      case ELSEWHERE -> add(Outcome.ELSEWHERE, spot, answer, "it stands in " + spot.what());
      case SPLIT ->
          add(
              Outcome.BY_HAND,
              spot,
              answer,
              "its field is split over several runs: change the link in Word");
      case MARKUP, UNSEEN, MARKDOWN, ANGLES, BARE, FIELD -> write(spot, answer, with);
    }
  }

  private void write(Spot spot, Answer answer, WebUrl with) {
    if (spot.url().href().equals(with.href())) {
      add(Outcome.ALREADY, spot, answer, "");
    } else if (!spot.kept().isEmpty() && with.fragment().isPresent()) {
      String note = "its place #" + spot.kept() + " is written elsewhere: change the link in Word";
      add(Outcome.BY_HAND, spot, answer, note);
    } else {
      Optional<String> address = spot.use().written(with.href());
      if (address.isEmpty()) {
        add(Outcome.BY_HAND, spot, answer, "the new address cannot be written there as it is");
        return;
      }
      Range range = spot.range();
      edits
          .computeIfAbsent(range.part(), _ -> new TreeMap<>())
          .put(range.from(), new Edit(range.from(), range.to(), address.get()));
      String place = spot.kept().isEmpty() ? "" : "#" + spot.kept();
      written.put(range, with.href() + place);
      add(Outcome.REPLACED, spot, answer, place(spot, with));
    }
  }

  private static String place(Spot spot, WebUrl with) {
    if (!spot.kept().isEmpty()) {
      return "it goes on leading to #" + spot.kept() + " there";
    }
    return spot.url().fragment().filter(it -> !it.isEmpty() && with.fragment().isEmpty()).isEmpty()
        ? ""
        : "it led to #" + spot.url().fragment().get() + ", the new address names no place";
  }

  private void add(Outcome outcome, Spot spot, Answer answer, String note) {
    if (spot.use() == Use.UNSEEN) {
      return;
    }
    String was = spot.use() == Use.SHOWN ? spot.words() : spot.url().href();
    items.add(new Item(outcome, answer, Optional.of(spot.place()), was, spot.words(), note));
  }

  private void absent(Collector found, List<Match> matches) {
    Set<Answer> met = new HashSet<>();
    matches.stream()
        .filter(it -> it.spot().use() != Use.UNSEEN)
        .forEach(it -> met.add(it.answer()));
    for (Answer answer : found.answers().all()) {
      if (!met.contains(answer)) {
        String hint = found.hint(answer).orElse("");
        items.add(new Item(Outcome.ABSENT, answer, Optional.empty(), "", "", hint));
      }
    }
  }

  /** Whether, read again, every address that was written leads where it was to lead. */
  boolean heldBy(Collector again) {
    Map<Range, String> there = new HashMap<>();
    again.matches().forEach(it -> there.put(it.spot().range(), it.spot().url().href()));
    for (var part : edits.entrySet()) {
      int shift = 0;
      for (Edit edit : part.getValue().values()) {
        int from = edit.from() + shift;
        var moved = new Range(part.getKey(), from, from + edit.written().length());
        var before = new Range(part.getKey(), edit.from(), edit.to());
        if (!Objects.equals(written.get(before), there.get(moved))) {
          return false;
        }
        shift += edit.written().length() - (edit.to() - edit.from());
      }
    }
    return true;
  }

  /** Answers by which the addresses that were written are found again. */
  Answers written() {
    List<Answer> wanted = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (String href : written.values()) {
      if (known.add(href)) {
        wanted.add(new Answer(WebUrl.of(href), Answer.Kind.KEEP, Optional.empty(), "", ""));
      }
    }
    return Answers.of(wanted, List.of());
  }
}
