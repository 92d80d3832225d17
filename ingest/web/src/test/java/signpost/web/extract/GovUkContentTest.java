package signpost.web.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import signpost.url.WebUrl;
import signpost.web.extract.GovUkContent.ChangeNote;

class GovUkContentTest {
  private static final WebUrl PAGE = WebUrl.of("https://www.gov.uk/guidance/one?x=1");

  @Test
  void addressIsOnTheSameHost() {
    assertThat(GovUkContent.addressFor(PAGE))
        .contains(WebUrl.of("https://www.gov.uk/api/content/guidance/one"));
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

  private static GovUkContent parse(String json) {
    return GovUkContent.parse(json.getBytes(UTF_8), PAGE).orElseThrow();
  }
}
