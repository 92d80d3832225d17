package signpost.successor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.successor.SearchAnswer.NoAnswer;
import signpost.successor.SearchAnswer.RecordAnswer;
import signpost.successor.SearchRequest.SearchStep;
import signpost.url.WebUrl;
import signpost.web.extract.GovUkContent;
import signpost.web.extract.MediaPageReader;
import signpost.web.extract.PublisherRules;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.TooManyRedirects;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;

/** What is made of the answers of a publisher's API, good and bad. */
class AnswerReaderTest {
  private static final WebUrl PAGE =
      WebUrl.of("https://www.gov.uk/government/publications/rent/rent-arrears");
  private static final WebUrl API = GovUkContent.addressFor(PAGE).orElseThrow();
  private static final MediaPageReader PAGES = new MediaPageReader(PublisherRules.builtIn());

  @AfterAll
  static void close() {
    PAGES.close();
  }

  @Test
  void whatTheRecordsNameIsSaidInThePublishersName() {
    assertThat(
            named(
                """
                {"base_path": "/government/publications/rent", "schema_name": "redirect",
                 "redirects": [{"path": "/government/publications/rent", "type": "prefix",
                                "destination": "/guidance/rent", "segments_mode": "ignore"}]}
                """))
        .contains(
            new ListedAddress(
                WebUrl.of("https://www.gov.uk/guidance/rent"), "GOV.UK says that it moved there"));
    assertThat(
            named(
                """
                {"schema_name": "gone", "details": {"alternative_path": "/guidance/rent"}}
                """))
        .map(ListedAddress::words)
        .contains("GOV.UK names it in place of the old one");
  }

  @Test
  void whatAPublicationHoldsIsListedByTitle() {
    RecordAnswer answer =
        record(
            200,
            """
            {"schema_name": "html_publication",
             "links": {"parent": [{"base_path": "/government/publications/rent"}]},
             "details": {"attachments": [{"title": "Rent", "url": "/guidance/rent"}]}}
            """);
    assertThat(answer.holder())
        .contains(WebUrl.of("https://www.gov.uk/government/publications/rent"));
    assertThat(answer.documents())
        .containsExactly(new ListedAddress(WebUrl.of("https://www.gov.uk/guidance/rent"), "Rent"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!doctype html><title>Sorry</title>",
        "{\"schema_name\": \"gone\", \"details\": {\"alternative_pa",
        "{\"schema_name\": [\"gone\"]}",
        "[]",
        "null",
        ""
      })
  void whatIsNoRecordIsNoAnswer(String body) {
    assertThat(read(answered(200, body))).isInstanceOf(NoAnswer.class);
  }

  @Test
  void aHostThatRefusesOrLeadsInACircleGivesNoAnswer() {
    String gone = "{\"schema_name\": \"gone\"}";
    assertThat(read(answered(429, gone))).isInstanceOf(NoAnswer.class);
    assertThat(read(answered(503, gone))).isInstanceOf(NoAnswer.class);
    assertThat(read(new TooManyRedirects(API, List.of(), true, Duration.ZERO)))
        .isInstanceOf(NoAnswer.class);
    assertThat(
            read(
                new Answered(
                    API,
                    WebUrl.of("https://elsewhere.example/api"),
                    200,
                    List.of(),
                    Headers.none(),
                    ResponseBody.of(gone.getBytes(UTF_8)),
                    Duration.ZERO)))
        .isInstanceOf(NoAnswer.class);
  }

  private static Optional<ListedAddress> named(String json) {
    return record(200, json).named();
  }

  private static RecordAnswer record(int status, String json) {
    return (RecordAnswer) read(answered(status, json));
  }

  private static SearchAnswer read(FetchOutcome outcome) {
    return new AnswerReader(PAGES).read(new SearchRequest(PAGE, SearchStep.RECORD), outcome);
  }

  private static Answered answered(int status, String body) {
    return new Answered(
        API,
        API,
        status,
        List.of(),
        Headers.none(),
        ResponseBody.of(body.getBytes(UTF_8)),
        Duration.ZERO);
  }
}
