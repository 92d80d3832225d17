package signpost.web.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.url.WebUrl;
import signpost.web.extract.GovUkContent.ChangeNote;
import signpost.web.extract.GovUkContent.HeldDocument;
import signpost.web.extract.PublisherWord.PublisherWordKind;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;

class GovUkContentTest {
  private static final WebUrl PAGE = WebUrl.of("https://www.gov.uk/guidance/one?x=1");

  @Test
  void addressIsOnTheSameHost() {
    assertThat(GovUkContent.addressFor(PAGE))
        .contains(WebUrl.of("https://www.gov.uk/api/content/guidance/one"));
    assertThat(GovUkContent.addressFor(WebUrl.of("https://www.gov.uk/government/uploads/a.pdf")))
        .as("a file has none")
        .isEmpty();
  }

  @Test
  void newestNoteIsTheOneThatCountsWhereverItStands() {
    GovUkContent content =
        parse(
            """
            {"schema_name": "detailed_guide", "details": {"change_history": [
               {"note": "First published.", "public_timestamp": "2020-01-01T00:00:00Z"},
               {"note": "<b>Helpline</b> number<br>changed.", "public_timestamp": "2025-07-01T10:00:00+01:00"},
               {"note": "", "public_timestamp": "2025-08-01T00:00:00Z"},
               {"note": "No date.", "public_timestamp": "soon"},
               {"note": "Typing errors.", "public_timestamp": "2024-01-01T00:00:00Z"}]}}
            """);
    assertThat(content.newest())
        .contains(
            new ChangeNote("Helpline number changed.", Instant.parse("2025-07-01T09:00:00Z")));
  }

  @Test
  void anHtmlPublicationSaysWhichPageHoldsItsHistory() {
    assertThat(parse(withParent("html_publication")).publication())
        .contains(WebUrl.of("https://www.gov.uk/government/publications/one"));
    assertThat(parse(withParent("detailed_guide")).publication())
        .as("the parent of a guide is its topic")
        .isEmpty();
  }

  private static String withParent(String schema) {
    return """
    {"schema_name": "%s", "details": {},
     "links": {"parent": [{"base_path": "/government/publications/one"}]}}
    """
        .formatted(schema);
  }

  @Test
  void otherBytesAreNoContent() {
    assertThat(GovUkContent.parse("<html>".getBytes(UTF_8), PAGE)).isEmpty();
    assertThat(GovUkContent.parse("{}".getBytes(UTF_8), PAGE)).isEmpty();
    assertThat(GovUkContent.parse(new byte[0], PAGE)).isEmpty();
  }

  @Test
  void aWithdrawnPageSaysWhenAndWhy() {
    assertThat(
            word(
                """
                {"base_path": "/guidance/one", "schema_name": "detailed_guide", "withdrawn_notice": {
                   "explanation": "<div class=\\"govspeak\\"><p>Out of date. Use <a href=\\"/n\\">the new one</a>.</p></div>",
                   "withdrawn_at": "2026-05-03T08:00:00Z"}}
                """))
        .contains(
            new PublisherWord(
                PublisherWordKind.WITHDRAWN,
                "Out of date. Use the new one.",
                Optional.of(Instant.parse("2026-05-03T08:00:00Z")),
                Optional.empty()));
  }

  @Test
  void aPageThatIsCurrentHasAnEmptyNoticeAndNoWord() {
    assertThat(word("{\"schema_name\": \"guide\", \"withdrawn_notice\": {}}")).isEmpty();
    assertThat(word("{\"schema_name\": \"guide\", \"withdrawn_notice\": {\"explanation\": 7}}"))
        .map(PublisherWord::text)
        .contains("7");
    assertThat(word("{\"schema_name\": \"guide\", \"withdrawn_notice\": [\"a\"]}")).isEmpty();
  }

  @Test
  void aRemovedPageNamesAnAlternativeOfItsOwnSiteOnly() {
    assertThat(removed("/government/other").to()).contains("https://www.gov.uk/government/other");
    assertThat(removed("/guidance/one").to()).as("itself").isEmpty();
    assertThat(removed("https://elsewhere.example/x").to()).isEmpty();
    assertThat(removed("//elsewhere.example/x").to()).isEmpty();
    assertThat(removed("javascript:alert(1)").to()).isEmpty();
    assertThat(removed("").to()).isEmpty();
    assertThat(removed("/government/other").text()).isEqualTo("Published in error.");
  }

  private static PublisherWord removed(String alternative) {
    return word("""
    {"base_path": "/guidance/one", "schema_name": "gone", "document_type": "gone",
     "details": {"explanation": "<p>Published in error.</p>", "alternative_path": "%s"}}
    """
            .formatted(alternative))
        .orElseThrow();
  }

  @Test
  void aPageThatIsGoneWithoutAWordIsRemovedAllTheSame() {
    assertThat(word("{\"schema_name\": \"gone\", \"details\": null}"))
        .contains(
            new PublisherWord(PublisherWordKind.REMOVED, "", Optional.empty(), Optional.empty()));
  }

  @Test
  void ofRedirectsTheNearestOfThisPathCounts() {
    assertThat(
            led(
                redirect("/guidance/one", "exact", "/new/one?step=2#top"),
                redirect("/guidance", "prefix", "/all")))
        .contains("https://www.gov.uk/new/one?step=2#top");
    assertThat(led(redirect("/guidance", "prefix", "/all")))
        .as("what stands below a folder is kept")
        .contains("https://www.gov.uk/all/one");
    assertThat(led(redirect("/guidance", "exact", "/all"))).isEmpty();
    assertThat(led(redirect("/guid", "prefix", "/all"))).isEmpty();
    assertThat(led(redirect("/guidance/one", "exact", "/guidance/one"))).as("a circle").isEmpty();
    assertThat(led(redirect("/guidance/one", "exact", "https://tool.service.gov.uk/x")))
        .contains("https://tool.service.gov.uk/x");
    assertThat(led("3", "\"x\"", "{\"path\": {}}")).isEmpty();
  }

  @Test
  void aFolderRedirectMaySayThatNothingIsKept() {
    assertThat(
            led(
                """
                {"path": "/guidance", "type": "prefix", "destination": "/all",
                 "segments_mode": "ignore"}
                """))
        .contains("https://www.gov.uk/all");
  }

  private static Optional<String> led(String... redirects) {
    return word("""
    {"base_path": "/guidance", "schema_name": "redirect", "redirects": [%s]}
    """
            .formatted(String.join(",", redirects)))
        .flatMap(PublisherWord::to);
  }

  private static String redirect(String path, String type, String to) {
    return "{\"path\": \"%s\", \"type\": \"%s\", \"destination\": \"%s\"}"
        .formatted(path, type, to);
  }

  @Test
  void documentsOfAPublicationHaveTheirTitlesAndAddresses() {
    GovUkContent content =
        parse(
            """
            {"schema_name": "publication", "details": {"attachments": [
               {"attachment_type": "file", "title": "Checklist, second edition",
                "url": "https://assets.publishing.service.gov.uk/media/66f/checklist.pdf"},
               {"attachment_type": "html", "title": "Checklist", "url": "/guidance/one/checklist"},
               {"title": "No address"}, {"url": "mailto:a@b.example"}, 7, null]}}
            """);
    assertThat(content.documents())
        .containsExactly(
            new HeldDocument(
                "Checklist, second edition",
                WebUrl.of("https://assets.publishing.service.gov.uk/media/66f/checklist.pdf")),
            new HeldDocument("Checklist", WebUrl.of("https://www.gov.uk/guidance/one/checklist")));
  }

  @Test
  void anItemOfAnotherPageSaysNothingOfThisOne() {
    assertThat(
            GovUkContent.parse(
                "{\"base_path\": \"/guidance/two\", \"schema_name\": \"gone\"}".getBytes(UTF_8),
                PAGE))
        .isEmpty();
    assertThat(word("{\"base_path\": \"/guidance\", \"schema_name\": \"gone\"}"))
        .as("parts of it go with it")
        .isPresent();
  }

  @Test
  void anHtmlPublicationIsHeldByWhatStandsAboveIt() {
    assertThat(holder("/government/publications/one/two"))
        .contains(WebUrl.of("https://www.gov.uk/government/publications/one"));
    assertThat(holder("/government/publications/one")).isEmpty();
    assertThat(holder("/guidance/one/two/three")).isEmpty();
    assertThat(holder("/government/uploads/system/uploads/attachment_data/file/1/a.pdf")).isEmpty();
  }

  private static Optional<WebUrl> holder(String path) {
    return GovUkContent.holderOf(WebUrl.of("https://www.gov.uk" + path));
  }

  @Test
  void answersThatAreCutOrLongOrOfAnotherTypeAreNoContent() {
    String gone = "{\"schema_name\": \"gone\", \"details\": {}}";
    assertThat(in(410, gone)).isPresent();
    assertThat(in(200, gone)).isPresent();
    assertThat(in(404, gone)).isEmpty();
    assertThat(in(429, gone)).isEmpty();
    assertThat(in(200, gone.substring(0, 25))).as("cut").isEmpty();
    assertThat(in(200, "[" + gone + "]")).isEmpty();
    assertThat(in(200, "{\"schema_name\": 3}")).isEmpty();
    assertThat(in(200, "[".repeat(10 << 20))).as("10 MB of brackets").isEmpty();
    assertThat(in(200, "{\"schema_name\": \"x" + "y".repeat(10 << 20))).isEmpty();
  }

  private static Optional<GovUkContent> in(int status, String body) {
    WebUrl api = GovUkContent.addressFor(PAGE).orElseThrow();
    return GovUkContent.in(
        new Answered(
            api,
            api,
            status,
            List.of(),
            Headers.none(),
            ResponseBody.of(body.getBytes(UTF_8)),
            Duration.ZERO),
        PAGE);
  }

  private static Optional<PublisherWord> word(String json) {
    return parse(json).word();
  }

  private static GovUkContent parse(String json) {
    return GovUkContent.parse(json.getBytes(UTF_8), PAGE).orElseThrow();
  }
}
