package signpost.sample.noise;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds where on a page something stands or can be put. */
public final class PagePlaces {
  private static final int OPENING = 40;

  private PagePlaces() {}

  /** What the page is about. */
  public static Element main(Document page) {
    Element main = page.selectFirst("main, [role=main], #content, .site-main, article");
    return main == null ? page.body() : main;
  }

  /** Running text of some length. */
  public static List<Element> paragraphs(Document page) {
    return main(page).select("p").stream()
        .filter(it -> it.text().length() > 90 && it.selectFirst("a") == null)
        .toList();
  }

  /** Where the same habit of the same page always puts its part: before one of its headings. */
  public static void put(Document page, NoisyVisit moment, String what, String html) {
    List<Element> headings = main(page).select("h2, h3");
    IntStream.range(0, headings.size())
        .boxed()
        .min(Comparator.comparingLong(at -> NoisyVisit.mixed(moment.seed(), what, at)))
        .ifPresentOrElse(at -> headings.get(at).before(html), () -> main(page).append(html));
  }

  /** The first paragraph that says something. */
  public static Optional<Element> opening(Document page) {
    return main(page).select("p").stream().filter(it -> it.text().length() > OPENING).findFirst();
  }

  /** Above the words the page opens with. */
  public static void atTop(Document page, String html) {
    opening(page).ifPresentOrElse(opening -> opening.before(html), () -> main(page).prepend(html));
  }

  /** Under the title. */
  public static void underTitle(Document page, String html) {
    heading(page).ifPresentOrElse(heading -> heading.after(html), () -> main(page).prepend(html));
  }

  public static Optional<Element> heading(Document page) {
    return Optional.ofNullable(page.selectFirst("h1"));
  }

  /** The header every page of the site has. */
  public static Element header(Document page) {
    Element header = page.selectFirst("header, .header, .top-bar");
    return header == null ? page.body() : header;
  }

  public static Element footer(Document page) {
    Element footer = page.body().select("footer, .footer, .site-info").last();
    return footer == null ? page.body() : footer;
  }
}
