package signpost.ingest.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/** What was kept of an address, oldest first; {@code notKept}: why nothing more is. */
@Serdeable
record CaptureList(String url, Optional<String> notKept, List<CaptureLine> captures) {
  CaptureList {
    captures = List.copyOf(captures);
  }
}
