package signpost.record.meter;

import java.util.List;
import signpost.events.Topics;

/** The topics, as a label's values. */
final class MeterTopics {
  static final List<String> NAMES = Topics.ALL.stream().map(Topics.Topic::name).toList();

  private MeterTopics() {}
}
