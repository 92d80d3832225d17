package signpost.sample.web;

import java.time.Instant;

/**
 * One request at an instant of the demo's clock, with the noise of that visit.
 *
 * @param count of the requests for this address so far
 */
record SampleVisit(WireRequest asked, Instant at, int count, VisitNoise noise, int port) {
  String path() {
    return asked.path();
  }
}
