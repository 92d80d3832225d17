package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.url.WebUrl;

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
    assertThat(notice.kind()).isEqualTo(Notice.NoticeKind.SUPERSEDED);
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
    assertThat(notice.kind()).isEqualTo(Notice.NoticeKind.WITHDRAWN);
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
          WITHDRAWN  | This guidance was withdrawn on 5 May 2026.
          WITHDRAWN  | This guidance is out of date.
          WITHDRAWN  | This guidance is no longer in force.
          WITHDRAWN  | The toolkit below has been withdrawn.
          WITHDRAWN  | [Withdrawn] Guidance for schools on trauma.
          WITHDRAWN  | Withdrawn on 5 May 2026. Guidance for schools.
          WITHDRAWN  | Withdrawn: please see the new standards.
          WITHDRAWN  | This policy has been rescinded.
          WITHDRAWN  | This service has now closed.
          WITHDRAWN  | This helpline closed on 31 March 2026.
          WITHDRAWN  | Our counselling service is now permanently closed.
          WITHDRAWN  | This course is no longer available.
          WITHDRAWN  | We no longer provide this service.
          WITHDRAWN  | We are no longer able to offer this course.
          WITHDRAWN  | This document is obsolete.
          SUPERSEDED | This toolkit has now been replaced by the Roadmap.
          SUPERSEDED | This toolkit was published in 2021. It has now been replaced by the Roadmap (2023).
          SUPERSEDED | The guidance on this page has been superseded by the 2024 edition.
          SUPERSEDED | There is a newer version of this guide.
          ARCHIVED   | This page is no longer updated.
          ARCHIVED   | This page contains archived content.
          ARCHIVED   | This is archived content.
          ARCHIVED   | This publication is kept for historical reference.
          ARCHIVED   | We no longer update this page.
          SUPERSEDED | Disodlwyd y ddogfen hon gan y Map Ffordd.
          SUPERSEDED | Mae'r Map Ffordd newydd wedi disodli'r pecyn cymorth hwn.
          SUPERSEDED | Mae fersiwn fwy diweddar o'r ddogfen hon ar gael.
          WITHDRAWN  | Mae’r canllawiau hyn wedi’u tynnu’n ôl.
          WITHDRAWN  | Mae'r canllaw hwn wedi ei dynnu yn ôl.
          WITHDRAWN  | Nid yw bellach yn gyfredol.
          WITHDRAWN  | Mae'r canllaw hwn wedi dyddio.
          WITHDRAWN  | Mae'r gwasanaeth hwn wedi dod i ben.
          WITHDRAWN  | Nid ydym bellach yn darparu'r gwasanaeth hwn.
          ARCHIVED   | Archifwyd y dudalen hon ar 3 Medi 2026.
          ARCHIVED   | Mae hon yn dudalen archif.
          ARCHIVED   | Nid yw'r dudalen hon yn cael ei diweddaru mwyach.
          """)
  void phraseInLeadIsNotice(Notice.NoticeKind kind, String sentence) {
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
        "Consent to take part can be withdrawn at any time.",
        "A withdrawn child may need time and a calm place.",
        "Withdrawn children may find it hard to ask for help.",
        "Withdrawal symptoms ease within two weeks.",
        "The Act replaced the Children Act of 1989.",
        "An archive of newsletters is kept by the library.",
        "If this page is out of date, tell us.",
        "This service is closed on bank holidays.",
        "This clinic is now closed at weekends and to new patients.",
        "This service has closed groups for men.",
        "This consultation has closed and we are reading what you sent.",
        "We no longer provide advice by fax.",
        "This programme has ended the silence around trauma.",
        "It has been replaced by trust, one person said.",
        "This guidance is for people whose benefit has been replaced by Universal Credit.",
        "This page is about the old scheme, which has been withdrawn.",
        "Nid yw'r plentyn bellach yn yr ysgol.",
        "Mae archif o gylchlythyrau ar gael."
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WITHDRAWN  | [Withdrawn] A guide
          WITHDRAWN  | A guide (withdrawn)
          WITHDRAWN  | WITHDRAWN: A guide
          WITHDRAWN  | A guide - withdrawn - GOV.UK
          ARCHIVED   | [ARCHIVED CONTENT] A guide
          ARCHIVED   | A guide (archived 2024)
          SUPERSEDED | A guide [superseded]
          WITHDRAWN  | [Wedi’i dynnu’n ôl] Canllaw
          WITHDRAWN  | Canllaw (tynnwyd yn ôl)
          SUPERSEDED | [Disodlwyd] Canllaw
          SUPERSEDED | Wedi'i ddisodli: Canllaw
          ARCHIVED   | [Wedi'i harchifo] Tudalen
          ARCHIVED   | [Archif] Tudalen
          """)
  void markInTitleIsNotice(Notice.NoticeKind kind, String title) {
    assertThat(titled(title)).extracting(Notice::kind).containsExactly(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Withdrawn children",
        "Newsletters - archive",
        "Managing withdrawal",
        "Archive: the story"
      })
  void titleThatSpeaksOfOtherThingsIsNone(String title) {
    assertThat(titled(title)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WITHDRAWN  | Withdrawn
          WITHDRAWN  | No longer current
          SUPERSEDED | Superseded by the 2024 guide
          ARCHIVED   | Archived content
          WITHDRAWN  | Wedi'i dynnu'n ôl
          WITHDRAWN  | Tynnwyd yn ôl
          SUPERSEDED | Wedi’i ddisodli gan y Map Ffordd
          ARCHIVED   | Wedi'i archifo
          """)
  void headingOfABannerIsNotice(Notice.NoticeKind kind, String words) {
    String body =
        "<body><div class=banner><p>%s</p></div><main><h1>Guide</h1><p>%s</p></main></body>"
            .formatted(words, "Trauma is common, and people recover with the right support.");
    assertThat(Pages.read(body).notices()).extracting(Notice::kind).containsExactly(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WITHDRAWN  | name="govuk:withdrawn" content="withdrawn"
          WITHDRAWN  | name="status" content="Withdrawn"
          ARCHIVED   | name="page-status" content="archived"
          SUPERSEDED | name="DCTERMS.isReplacedBy" content="https://a.example/new"
          """)
  void metaIsNotice(Notice.NoticeKind kind, String meta) {
    String page =
        "<head><title>A guide</title><meta %s></head><main><h1>A guide</h1><p>%s</p></main>"
            .formatted(meta, "Trauma is common, and people recover with the right support.");
    assertThat(Pages.read(page).notices()).extracting(Notice::kind).containsExactly(kind);
  }

  @Test
  void lineUnderTheTitleOfAGovUkPublicationIsRead() {
    ReadablePage page =
        Pages.read(
            """
            <html lang=en><head><title>Services for carers - GOV.UK</title></head><body>
            <main id=content><div class=gem-c-inverse-header><h1>Services for carers</h1>
            <p class=gem-c-inverse-header__subtext>This page is no longer current. Updated 2 May 2025</p></div>
            <div class="gem-c-html-publication gem-c-govspeak-html-publication"><div class=gem-c-govspeak>
            <p>Every partner signs the same charter and is reviewed against it.</p></div></div></main></body></html>
            """,
            "https://www.gov.uk/government/publications/carers/carers");

    assertThat(page.notices())
        .extracting(Notice::kind)
        .containsExactly(Notice.NoticeKind.WITHDRAWN);
  }

  private static List<Notice> titled(String title) {
    return Pages.read(
            "<head><title>%s</title></head><main><h1>A guide</h1><p>%s</p></main>"
                .formatted(title, "Trauma is common, and people recover with the right support."))
        .notices();
  }

  private static List<Notice> led(String sentence) {
    return Pages.read(
            "<html><head><title>Practice guide</title></head><body><main><h1>Practice guide</h1><p class=lead>"
                + sentence
                + "</p><p>Read on to learn what the people we spoke with found helpful, and why.</p></main>")
        .notices();
  }
}
