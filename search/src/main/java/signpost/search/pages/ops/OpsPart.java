package signpost.search.pages.ops;

import java.util.List;
import java.util.OptionalDouble;
import signpost.record.FailingLoop;
import signpost.record.meter.PartStatus;
import signpost.record.meter.SignpostMeter;

/** A part of Signpost as search finds it now. */
public sealed interface OpsPart {
  /** As the part calls itself: {@code ingest}. */
  String name();

  /** Its state in few words, and the colour that repeats them. */
  String state();

  String colour();

  /** What people call it. */
  default String title() {
    return switch (name()) {
      case "ingest" -> "The crawler";
      case "notifier" -> "The notifier";
      default -> "Search";
    };
  }

  /** Its version; a dash where that is not known. */
  default String version() {
    return "–";
  }

  /** A figure of it; nothing where it is not known. */
  default OptionalDouble figure(SignpostMeter meter, String... labels) {
    return OptionalDouble.empty();
  }

  /** It says how it stands, and which of its loops do not get on. */
  record ToldPart(String name, PartStatus status, List<FailingLoop> failing) implements OpsPart {
    @Override
    public String state() {
      return status.ready() ? failing.isEmpty() ? "Well" : "In trouble" : "Not ready";
    }

    @Override
    public String colour() {
      return status.ready() ? failing.isEmpty() ? "green" : "yellow" : "red";
    }

    @Override
    public String version() {
      return status.version();
    }

    @Override
    public OptionalDouble figure(SignpostMeter meter, String... labels) {
      return status.figure(meter, labels);
    }
  }

  /** It does not answer. */
  record AwayPart(String name) implements OpsPart {
    @Override
    public String state() {
      return "Does not answer";
    }

    @Override
    public String colour() {
      return "red";
    }
  }

  /** It answers, and does not let search in, for this reason. */
  record RefusingPart(String name, String reason) implements OpsPart {
    @Override
    public String state() {
      return "Does not let search in";
    }

    @Override
    public String colour() {
      return "red";
    }
  }
}
