package signpost.bench.noise;

import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import signpost.events.ChangeKind;
import signpost.sample.noise.PagePlaces;

/** The ways publishers say, on the page itself, that it is no longer current. */
@SuppressWarnings("ImmutableEnumChecker") // none of the lambdas keeps anything
enum PageEnding implements PageEdit {
  GOV_UK_WITHDRAWN(
      "en",
      page -> {
        page.title("[Withdrawn] " + page.title());
        page.head().append("<meta name=\"govuk:withdrawn\" content=\"withdrawn\">");
        return box(
            page,
            "gem-c-notice govuk-!-margin-bottom-8",
            "<h2 class=\"gem-c-notice__title\">This guidance was withdrawn on <time>3 April 2026</time></h2>"
                + "<p>It is out of date. Ask your council instead.</p>");
      }),
  WITHDRAWN_IN_TITLE(
      "en",
      page -> {
        page.title("[Withdrawn] " + page.title());
        return true;
      }),
  WITHDRAWN_IN_META(
      "en",
      page -> {
        page.head().append("<meta name=\"govuk:withdrawn\" content=\"withdrawn\">");
        return true;
      }),
  ARCHIVED_IN_TITLE(
      "en",
      page -> {
        PagePlaces.heading(page).ifPresent(it -> it.text("Archived: " + it.text()));
        page.title("Archived: " + page.title());
        return true;
      }),
  REPLACED_IN_LEAD(
      "en",
      page ->
          lead(
              page,
              "This toolkit (2021) has now been replaced by the Roadmap for Creating Trauma-Informed and"
                  + " Responsive Change (2023).")),
  REPLACED_IN_BOX(
      "en",
      page ->
          box(
              page,
              "ds_inset-text",
              "<p>This guidance has been superseded by <a href=\"https://www.roadmap.example/\">the national"
                  + " roadmap</a>.</p>")),
  NEWER_VERSION(
      "en",
      page -> box(page, "callout", "<p>We have published a newer version of this guide.</p>")),
  NO_LONGER_CURRENT("en", page -> lead(page, "This page is no longer current.")),
  NO_LONGER_IN_USE(
      "en", page -> box(page, "alert alert-warning", "<p>This framework is no longer in use.</p>")),
  NO_LONGER_UPDATED(
      "en",
      page ->
          box(
              page,
              "notification",
              "<p>This page is no longer updated. It stays here for reference.</p>")),
  ARCHIVE_BANNER(
      "en",
      page -> {
        page.body()
            .prepend(
                "<div class=\"archive-banner\" role=\"region\"><p>You are viewing an archived web page."
                    + " Some links may not work.</p></div>");
        return true;
      }),
  ARCHIVED_PAGE(
      "en", page -> box(page, "message message--archived", "<p>This is an archived page.</p>")),
  DYNNU_YN_OL("cy", page -> lead(page, "Mae'r canllaw hwn wedi'i dynnu'n ôl.")),
  TYNNWYD_YN_OL(
      "cy",
      page ->
          box(page, "gem-c-notice", "<h2>Tynnwyd y canllawiau hyn yn ôl ar 3 Ebrill 2026</h2>")),
  TYNNWYD_YN_Y_TEITL(
      "cy",
      page -> {
        page.title("[Tynnwyd yn ôl] " + page.title());
        return true;
      }),
  DISODLI(
      "cy",
      page ->
          lead(
              page,
              "Mae'r pecyn cymorth hwn wedi cael ei ddisodli gan Fframwaith Cymru sy’n Ystyriol o Drawma.")),
  DISODLWYD(
      "cy",
      page ->
          box(
              page,
              "callout",
              "<p>Disodlwyd y ddogfen hon gan y fframwaith cenedlaethol newydd.</p>")),
  ARCHIFO("cy", page -> box(page, "archive-banner", "<p>Mae'r dudalen hon wedi'i harchifo.</p>")),
  NID_YN_GYFREDOL("cy", page -> lead(page, "Nid yw’r dudalen hon yn gyfredol mwyach.")),
  NID_YN_CAEL_EI_DIWEDDARU(
      "cy",
      page ->
          box(page, "notification", "<p>Nid yw'r wybodaeth hon yn cael ei diweddaru bellach.</p>"));

  private final String language;
  private final EditAction pen;

  PageEnding(String language, EditAction pen) {
    this.language = language;
    this.pen = pen;
  }

  @Override
  public Set<ChangeKind> expected() {
    return Set.of(ChangeKind.END_OF_LIFE);
  }

  /** Only on pages of its language. */
  @Override
  public boolean make(Document page) {
    Element root = page.selectFirst("html");
    String stated = root == null ? "" : root.attr("lang");
    return (stated.startsWith(language) || (stated.isEmpty() && language.equals("en")))
        && pen.write(page);
  }

  private static boolean box(Document page, String classes, String html) {
    PagePlaces.underTitle(page, "<div class=\"" + classes + "\">" + html + "</div>");
    return true;
  }

  /** In the paragraph that opens the page. */
  private static boolean lead(Document page, String words) {
    Optional<Element> opening = PagePlaces.opening(page);
    opening.ifPresent(it -> it.prepend(words + " "));
    return opening.isPresent();
  }
}
