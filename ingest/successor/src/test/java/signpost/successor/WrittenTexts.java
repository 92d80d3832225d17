package signpost.successor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.url.WebUrl;
import signpost.web.WrittenPage;

/** Pages of a made-up council, for tests of this package. */
final class WrittenTexts {
  static final String OLD = "https://www.example.org/advice/housing/rent-arrears";

  static final String[] RENT = {
    "If you owe rent, write to your landlord before the next payment falls due.",
    "A debt adviser works out with you what you can pay each week and drafts the letter.",
    "Ask the court for a suspended order when a hearing has been listed already."
  };

  static final String[] BINS = {
    "Black bins are emptied every other Tuesday, garden waste from March to November.",
    "Leave the lid closed and the handle towards the road by seven in the morning.",
    "Report a missed collection within two working days on the form below."
  };

  static final String[] PARKING = {
    "Residents of the inner zones need a permit for each vehicle they keep on the street.",
    "Visitors may use scratch cards, which the library sells in books of ten.",
    "Blue badge holders park free of charge for three hours in every zone."
  };

  private WrittenTexts() {}

  static RememberedPage remembered() {
    return RememberedPage.of(
        WebUrl.of(OLD), WrittenPage.saying(RENT).titled("Rent arrears").page(), List.of());
  }

  static CandidatePage at(String path, String title, String... lines) {
    return at(path, WrittenPage.saying(lines).titled(title));
  }

  static CandidatePage at(String path, WrittenPage page) {
    return new CandidatePage(
        WebUrl.of(OLD).resolve(path).orElseThrow(),
        page.page(),
        Optional.empty(),
        Optional.empty());
  }

  /** What two texts say, one after the other. */
  static String[] both(String[] one, String[] other) {
    return Stream.of(one, other).flatMap(Arrays::stream).toArray(String[]::new);
  }
}
