package signpost.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.events.WebUrl;

class NoticeFinderTest {

  @Test
  void supersededToolkitIsRecognisedByItsLeadAlone() {
    ReadablePage page =
        Pages.read(
            """
            <html lang=en><head><title>Trauma-informed practice: toolkit - gov.scot</title></head>
            <body><header class=ds_site-header><nav>Home</nav></header>
            <div class=ds_wrapper><header class=ds_page-header><h1>Trauma-informed practice: toolkit</h1></header>
            <p class=ds_leader>This trauma-informed practice toolkit (2021) has now been replaced by the
            <a href="https://www.traumatransformation.scot/">Roadmap for Creating Trauma-Informed and
            Responsive Change</a> (2023).</p></div>
            <main id=main-content><h2>Introduction</h2><p>This toolkit has been developed for services.
            It gives examples of what people did, and why.</p></main></body></html>
            """,
            "https://www.gov.scot/publications/trauma-informed-practice-toolkit-scotland/");

    assertThat(page.notices()).hasSize(1);
    Notice notice = page.notices().getFirst();
    assertThat(notice.kind()).isEqualTo(Notice.Kind.SUPERSEDED);
    assertThat(notice.text()).contains("has now been replaced by the Roadmap for Creating");
    assertThat(notice.replacement()).contains(WebUrl.of("https://www.traumatransformation.scot/"));
    assertThat(page.lead()).startsWith("This trauma-informed practice toolkit (2021)");
    assertThat(page.text()).contains("has now been replaced by").contains("developed for services");
  }

  @Test
  void withdrawnNoticeOfGovUkIsRead() {
    ReadablePage page =
        Pages.read(
            """
            <html lang=en><head><title>[Withdrawn] Working definition - GOV.UK</title>
            <meta name="govuk:withdrawn" content="withdrawn"></head><body>
            <main id=content><section class="gem-c-notice govuk-!-margin-bottom-8" aria-label=Notice role=region>
            <h2 class=gem-c-notice__title>This guidance was withdrawn on <time datetime=2026-01-05>5 January 2026</time></h2>
            <div class=gem-c-notice__description><p>See the <a href="/government/publications/new">new definition</a>.</p></div></section>
            <h1>Working definition</h1><p>Trauma results from an event, or a series of events.</p></main></body></html>
            """,
            "https://www.gov.uk/government/publications/working-definition");

    assertThat(page.notices()).hasSize(1);
    Notice notice = page.notices().getFirst();
    assertThat(notice.kind()).isEqualTo(Notice.Kind.WITHDRAWN);
    assertThat(notice.text()).contains("withdrawn on 5 January 2026");
    assertThat(notice.replacement())
        .contains(WebUrl.of("https://www.gov.uk/government/publications/new"));
    assertThat(page.title()).isEqualTo("[Withdrawn] Working definition");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SUPERSEDED | This framework has been superseded by the 2024 edition.
          SUPERSEDED | This publication was replaced by new guidance in May 2023.
          SUPERSEDED | A newer version of this document is available.
          WITHDRAWN  | This guidance has been withdrawn because it is out of date.
          WITHDRAWN  | This document is no longer current.
          ARCHIVED   | This page has been archived and is no longer updated.
          ARCHIVED   | You are viewing an archived page.
          ARCHIVED   | This resource is no longer maintained.
          SUPERSEDED | Mae'r pecyn cymorth hwn wedi'i ddisodli gan y Map Ffordd newydd (2023).
          SUPERSEDED | Mae’r canllaw hwn bellach wedi cael ei ddisodli gan ganllawiau newydd.
          WITHDRAWN  | Mae'r ddogfen hon wedi'i thynnu'n ôl.
          WITHDRAWN  | Tynnwyd y canllaw hwn yn ôl ar 5 Mai 2026.
          WITHDRAWN  | Nid yw'r canllaw hwn bellach yn gyfredol.
          ARCHIVED   | Mae'r dudalen hon wedi'i harchifo.
          """)
  void phraseInLeadIsNotice(Notice.Kind kind, String sentence) {
    assertThat(led(sentence)).extracting(Notice::kind).containsExactly(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The old form has been removed.",
        "This guidance replaces the 2018 edition.",
        "The child has been withdrawn from care and placed with family.",
        "This page explains what to do when a form has been replaced by a newer one.",
        "This guidance is for staff whose offer has been withdrawn.",
        "This toolkit has been developed with people who were withdrawn from school.",
        "If this guidance is withdrawn we will tell you.",
        "The pupil was withdrawn on 3 May and the school informed.",
        "This report lists services that are no longer available.",
        "Fear is replaced by trust when people feel safe.",
        "The archive of this journal is kept in the library.",
        "Mae'r plentyn wedi'i dynnu'n ôl o'r ysgol.",
        "This course helps staff who feel withdrawn.",
        "Consent to take part can be withdrawn at any time."
      })
  void ordinaryProseIsNoNotice(String sentence) {
    assertThat(led(sentence)).isEmpty();
  }

  @Test
  void noticeWordsDeepInThePageAreProse() {
    String filler = "<p>People who use services told us what helped them, and what did not.</p>";
    ReadablePage page =
        Pages.read(
            "<main><h1>News</h1>"
                + filler.repeat(6)
                + "<p>This guidance was withdrawn on 5 May 2020.</p></main>");
    assertThat(page.notices()).isEmpty();
  }

  private static List<Notice> led(String sentence) {
    return Pages.read(
            "<html><head><title>Practice guide</title></head><body><main><h1>Practice guide</h1><p class=lead>"
                + sentence
                + "</p><p>Read on to learn what the people we spoke with found helpful, and why.</p></main>")
        .notices();
  }
}
