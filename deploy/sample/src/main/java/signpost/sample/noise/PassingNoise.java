package signpost.sample.noise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What passes amid the words: dates, counts, quotations, whether somebody is in. */
@SuppressWarnings("ImmutableEnumChecker") // none of the lambdas keeps anything
public enum PassingNoise implements NoiseKind {
  NEWS_TICKER((page, moment) ->
      PagePlaces.atTop(
          page,
          "<p>Latest: %s (%s)</p>"
              .formatted(
                  RandomPick.one(NewsStories.ALL, moment.each("ticker")),
                  100 + 7 * moment.visit()))),
  TICKER_LIST((page, moment) -> {
    StringBuilder list = new StringBuilder("<h3>In the news</h3><ul>");
    RandomPick.some(NewsStories.ALL, 3, moment.each("ticker"))
        .forEach(it -> list.append("<li>").append(it).append("</li>"));
    PagePlaces.put(page, moment, "ticker", list.append("</ul>").toString());
  }),
  UPDATED_AGO((page, moment) ->
      PagePlaces.atTop(page, "<p>Updated %d days ago</p>".formatted(3 + moment.since().toDays()))),
  POSTED_AGO((page, moment) ->
      PagePlaces.atTop(
          page,
          "<p>Posted by the web team, %d weeks ago</p>"
              .formatted(2 + moment.since().toDays() / 7))),
  VIEWS((page, moment) ->
      PagePlaces.main(page).append("<p>%,d views</p>".formatted(1204 + 17 * moment.visit()))),
  LIKES_AND_SHARES((page, moment) ->
      PagePlaces.main(page)
          .append(
              "<p>%d likes · %d shares</p>"
                  .formatted(40 + moment.visit(), 9 + moment.visit() / 3))),
  DOWNLOADS((page, moment) ->
      PagePlaces.put(
          page,
          moment,
          "downloads",
          "<p><a href=\"/files/leaflet.pdf\">Leaflet</a> (PDF, downloaded %d times)</p>"
              .formatted(300 + 2 * moment.visit()))),
  READ_TIME((page, moment) ->
      PagePlaces.atTop(page, "<p>%d min read</p>".formatted(4 + moment.each("read").nextInt(2)))),
  LAST_UPDATED((page, moment) ->
      PagePlaces.main(page)
          .append(
              "<p>Last updated: %s</p>".formatted(DateFormats.LONG.format(republished(moment))))),
  LAST_REVIEWED_IN_WELSH((page, moment) ->
      PagePlaces.main(page)
          .append(
              "<p>Diweddarwyd ddiwethaf: %s</p>"
                  .formatted(DateFormats.WELSH.format(republished(moment))))),
  QUOTE_OF_THE_DAY((page, moment) ->
      PagePlaces.put(
          page,
          moment,
          "quote",
          "<div><h3>Quote of the day</h3><blockquote><p>%s</p></blockquote></div>"
              .formatted(RandomPick.one(NewsStories.QUOTES, moment.daily("quote"))))),
  UNNAMED_QUOTE((page, moment) ->
      PagePlaces.put(
          page,
          moment,
          "unnamed",
          "<blockquote><p>%s</p></blockquote>"
              .formatted(RandomPick.one(NewsStories.QUOTES, moment.daily("unnamed"))))) {
    @Override
    public int allowed() {
      return 1;
    }
  },
  OPEN_NOW((page, moment) ->
      PagePlaces.atTop(
          page,
          moment.hour() >= 9 && moment.hour() < 17
              ? "<p>We are open now</p>"
              : "<p>We are closed now. We open at 9am.</p>")),
  OPEN_NOW_IN_A_ROW((page, moment) ->
      PagePlaces.put(
          page,
          moment,
          "status",
          moment.hour() >= 9 && moment.hour() < 17
              ? "<table><tr><th>Town library</th><td>Open now</td><td>Closes at 5pm</td></tr></table>"
              : "<table><tr><th>Town library</th><td>Closed now</td><td>Opens at 9am</td></tr></table>")),
  OPEN_NOW_IN_A_SENTENCE((page, moment) ->
      PagePlaces.put(
          page,
          moment,
          "desk",
          moment.hour() % 2 == 0
              ? "<p>Our front desk (open now) has leaflets. Mae ein swyddfa ar agor nawr.</p>"
              : "<p>Our front desk (closed now) has leaflets. Mae ein swyddfa ar gau nawr.</p>")),
  PAGE_TIMING((page, moment) ->
      PagePlaces.main(page)
          .append(
              "<p>Page generated in 0.%03d seconds with %d queries.</p>"
                  .formatted(
                      20 + moment.each("timing").nextInt(400),
                      30 + moment.each("queries").nextInt(9)))),
  VIEWS_IN_A_SENTENCE((page, moment) ->
      PagePlaces.put(
          page,
          moment,
          "seen",
          "<p>This leaflet was viewed %,d times (%,d views). Nifer yr ymweliadau: %,d</p>"
              .formatted(
                  900 + 3 * moment.visit(), 2100 + 5 * moment.visit(), 70 + moment.visit()))),
  GREETING((page, moment) ->
      PagePlaces.atTop(
          page,
          "<p>%s, and welcome</p>"
              .formatted(moment.hour() < 12 ? "Good morning" : "Good afternoon"))),
  TODAY_IS((page, moment) ->
      PagePlaces.atTop(
          page, "<p>Today is %s</p>".formatted(DateFormats.LONG.format(moment.today())))),
  DATE_FORMAT((page, moment) ->
      PagePlaces.main(page)
          .append(
              "<p>Published: %s</p>"
                  .formatted(
                      RandomPick.one(
                              List.of(DateFormats.LONG, DateFormats.AMERICAN, DateFormats.SHORT),
                              moment.each("format"))
                          .format(LocalDate.of(2024, 11, 23))))),
  VIEWING_NOW((page, moment) ->
      PagePlaces.put(
          page,
          moment,
          "viewing",
          "<p>%d people are viewing this page now</p>"
              .formatted(2 + moment.each("viewing").nextInt(40)))),
  LINKS_SHUFFLED(PassingNoise::shuffleLinks);

  private final NoiseEdit act;

  PassingNoise(NoiseEdit act) {
    this.act = act;
  }

  @Override
  public void disturb(Document page, NoisyVisit moment) {
    act.on(page, moment);
  }

  /** Each fortnight the publisher's system puts out the page again. */
  private static LocalDate republished(NoisyVisit moment) {
    return LocalDate.of(2026, 2, 20).plusDays(moment.since().toDays() / 14 * 14);
  }

  private static void shuffleLinks(Document page, NoisyVisit moment) {
    for (Element list : PagePlaces.main(page).select("ul:has(> li > a[href^=http])")) {
      List<Element> items = new ArrayList<>(list.children());
      Collections.shuffle(items, moment.each("links"));
      items.forEach(list::appendChild);
    }
  }
}
