package signpost.events;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Everything the modules tell each other. */
public sealed interface Event
    permits ResourceEvent,
        PageEvent,
        HealthEvent,
        LinkEvent,
        ChangeEvent,
        FindingEvent,
        ParkedEvent {

  /** The record key: what the event is about. Each key has a gapless sequence. */
  @JsonIgnore
  String key();

  /** The topic it travels on, without prefix. */
  @JsonIgnore
  String topic();
}
