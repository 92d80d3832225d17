package signpost.bench.noise;

import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import signpost.events.ChangeKind;
import signpost.sample.noise.PagePlaces;

/** Edits of how to reach somebody, and when. */
@SuppressWarnings("ImmutableEnumChecker") // none of the lambdas keeps anything
enum ContactEdit implements PageEdit {
  HELPLINE_DIGIT(page ->
      PassageEdits.phone(page, number -> number.substring(0, number.length() - 1) + other(number))),
  HELPLINE_REPLACED(page -> PassageEdits.phone(page, _ -> "0808 196 4421")),
  HELPLINE_REPLACED_WORDS_ONLY(
      page -> PassageEdits.replace(page, "0300 \\d{3} \\d{4}", "0808 196 4421")),
  TELEPHONE_TARGET(page -> {
    Element link = PagePlaces.main(page).selectFirst("a[href^=tel:0300]");
    if (link != null) {
      link.attr("href", "tel:08081964421");
    }
    return link != null;
  }),
  MAIL(page -> {
    Element link = PagePlaces.main(page).selectFirst("a[href^=mailto:]");
    if (link != null) {
      link.attr("href", "mailto:enquiries@partnership.example")
          .text("enquiries@partnership.example");
    }
    return link != null;
  }),
  MAIL_TARGET(page -> {
    Element link = PagePlaces.main(page).selectFirst("a[href^=mailto:]");
    if (link != null) {
      link.attr("href", "mailto:enquiries@partnership.example");
    }
    return link != null;
  }),
  HOURS(page -> PassageEdits.replace(page, "9am (to|i) 5pm", "10am $1 4pm")),
  LAST_DAY(page ->
      PassageEdits.replace(page, "Monday to Friday", "Monday to Thursday")
          || PassageEdits.replace(page, "ddydd Llun i ddydd Gwener", "ddydd Llun i ddydd Iau")),
  CRISIS_TEXT(page -> PassageEdits.replace(page, "SHOUT (to|i) 85\\d{3}", "SHOUT $1 60777")),
  CHILDLINE(page -> PassageEdits.replace(page, "0800 1111", "0800 2222")),
  SHORT_NUMBER(page -> PassageEdits.replace(page, "\\b111\\b", "119")),
  HELPLINE_TAKEN_OUT(page -> {
    Element link = PagePlaces.main(page).selectFirst("a[href^=tel:]");
    if (link == null || link.parent() == null) {
      return false;
    }
    link.parent().remove();
    return true;
  }),
  HELPLINE_ADDED(page ->
      PassageEdits.after(
          page, "<p>At weekends call our partners on 0116 496 0123, 10am to 2pm.</p>"));

  private final EditAction pen;

  ContactEdit(EditAction pen) {
    this.pen = pen;
  }

  @Override
  public Set<ChangeKind> expected() {
    return Set.of(ChangeKind.CONTACT);
  }

  @Override
  public boolean make(Document page) {
    return pen.write(page);
  }

  private static char other(String number) {
    return number.endsWith("7") ? '3' : '7';
  }
}
