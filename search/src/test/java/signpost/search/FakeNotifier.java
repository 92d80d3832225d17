package signpost.search;

import org.jspecify.annotations.Nullable;

/** The notifier's API as it describes itself, for the token {@code good}. */
final class FakeNotifier {
  private static final String ITEM =
      """
      {"token":"good","guide":"snap","guideTitle":"Snap Guide","title":"The toolkit",
       "finding":{"id":"f1","subject":"https://www.gov-uk.example/toolkit","kind":"broken","name":"No longer works",
         "state":"open","urgent":true,"summary":"It is gone (404).",
         "meaning":"Readers see an error.","fix":"Replace it or take it out.",
         "since":"2026-11-20T12:00:00Z","openedAt":"2026-11-20T12:00:00Z"},
       "answer":{"kind":"snoozed","words":"","at":"2026-11-21T12:00:00Z",
         "until":"2026-12-01T00:00:00Z"}}
      """;

  private FakeNotifier() {}

  static String answer(String path, @Nullable String query) {
    boolean good = query != null && query.contains("token=good");
    return switch (path) {
      case "/api/answer" ->
          good
              ? "{\"outcome\":\"done\",\"words\":\"\",\"item\":" + ITEM + "}"
              : "{\"outcome\":\"expired\",\"words\":\"This link has run out.\"}";
      case "/api/own" ->
          """
          {"outcome":"%s","words":"This link is not one of ours.","name":"Mary Kay",
           "subscriber":false,"mail":true,"byKind":{"broken":"immediate","moved":"weekly"},
           "away":["2026-12-20/2027-01-03"],"webhook":"https://hooks.example/","webhookState":"ready",
           "feed":true,"open":[%s]}
          """
              .formatted(good ? "done" : "refused", ITEM);
      case "/api/subscriptions/confirm" -> "{\"outcome\":\"done\",\"words\":\"guide:snap\"}";
      case "/api/answers" -> "{\"outcome\":\"unclear\",\"words\":\"Write the address.\"}";
      case "/api/deliveries" ->
          """
          [{"id":"d1","kind":"immediate","owner":"mk","channel":"email","subject":"It broke",
            "state":"given-up","reason":"rejected","detail":"550 no such user","attempts":3,
            "decidedAt":"2026-11-20T12:00:00Z"},
           {"id":"d2","kind":"digest","owner":"mk","channel":"email","subject":"Summary",
            "state":"sent","attempts":1,"decidedAt":"2026-11-21T08:00:00Z",
            "sentAt":"2026-11-21T08:00:01Z"}]
          """;
      case "/api/precision" ->
          "[{\"rule\":\"broken/not-found\",\"answered\":40,\"wrong\":1,\"precision\":0.975}]";
      case "/api/tally" ->
          "[{\"owner\":\"mk\",\"channel\":\"email\",\"messages\":2,"
              + "\"lastAt\":\"2026-11-21T08:00:00Z\"}]";
      default -> "{\"outcome\":\"done\",\"words\":\"\"}";
    };
  }
}
