package signpost.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import signpost.events.WebUrl;

class GovUkContentTest {
  private static final WebUrl PAGE = WebUrl.of("https://www.gov.uk/guidance/one?x=1");

  @Test
  void addressIsOnTheSameHost() {
    assertThat(GovUkContent.addressFor(PAGE))
        .contains(WebUrl.of("https://www.gov.uk/api/content/guidance/one"));
  }

  @Test
  void withdrawnNoticeAndNewestNoteAreRead() {
    GovUkContent content =
        parse(
            """
            {"schema_name": "detailed_guide", "title": "One", "public_updated_at": "2026-01-05T10:00:00+00:00",
             "withdrawn_notice": {"explanation": "<p>See the <a href='/guidance/two'>new guidance</a>.</p>", "withdrawn_at": "2026-01-05T10:00:00Z"},
             "details": {"change_history": [
               {"note": "First published.", "public_timestamp": "2020-01-01T00:00:00Z"},
               {"note": "Helpline number changed.", "public_timestamp": "2025-01-01T00:00:00Z"}]}}
            """);
    Notice notice = content.withdrawal().orElseThrow();
    assertThat(notice.text()).isEqualTo("See the new guidance.");
    assertThat(notice.replacement()).contains(WebUrl.of("https://www.gov.uk/guidance/two"));
    assertThat(content.changeNote()).contains("Helpline number changed.");
    assertThat(content.publicUpdatedAt()).contains(Instant.parse("2026-01-05T10:00:00Z"));
  }

  @Test
  void goneAndRedirectSayWhere() {
    GovUkContent gone =
        parse(
            """
            {"schema_name": "gone", "title": null, "details": {"explanation": "<p>Incorrect title</p>",
             "alternative_path": "/government/example"}, "public_updated_at": null}
            """);
    assertThat(gone.isGone()).isTrue();
    assertThat(gone.explanation()).isEqualTo("Incorrect title");
    assertThat(gone.destination()).contains(WebUrl.of("https://www.gov.uk/government/example"));
    GovUkContent moved =
        parse(
            """
            {"schema_name": "redirect", "withdrawn_notice": {}, "details": {},
             "redirects": [{"path": "/guidance/one", "type": "exact", "destination": "/two?q=a#b"}]}
            """);
    assertThat(moved.isRedirect()).isTrue();
    assertThat(moved.withdrawal()).isEmpty();
    assertThat(moved.destination()).contains(WebUrl.of("https://www.gov.uk/two?q=a#b"));
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
