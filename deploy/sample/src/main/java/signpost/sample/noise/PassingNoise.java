package signpost.sample.noise;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What passes amid the words: dates, counts, quotations, whether somebody is in. */
@SuppressWarnings("ImmutableEnumChecker") // none of the lambdas keeps anything
public enum PassingNoise implements Noise {
  NEWS_TICKER((page, moment) ->
      Places.atTop(
          page,
          "<p>Latest: %s (%s)</p>"
              .formatted(Pick.one(Stories.ALL, moment.each("ticker")), 100 + 7 * moment.visit()))),
  TICKER_LIST((page, moment) -> {
    StringBuilder list = new StringBuilder("<h2>In the news</h2><ul>");
    Pick.some(Stories.ALL, 3, moment.each("ticker"))
        .forEach(it -> list.append("<li>").append(it).append("</li>"));
    Places.put(page, moment, "ticker", list.append("</ul>").toString());
  }),
  UPDATED_AGO((page, moment) ->
      Places.atTop(page, "<p>Updated %d days ago</p>".formatted(3 + moment.since().toDays()))),
  POSTED_AGO((page, moment) ->
      Places.atTop(
          page,
          "<p>Posted by the web team, %d weeks ago</p>"
              .formatted(2 + moment.since().toDays() / 7))),
  VIEWS((page, moment) ->
      Places.main(page).append("<p>%,d views</p>".formatted(1204 + 17 * moment.visit()))),
  LIKES_AND_SHARES((page, moment) ->
      Places.main(page)
          .append(
              "<p>%d likes · %d shares</p>"
                  .formatted(40 + moment.visit(), 9 + moment.visit() / 3))),
  DOWNLOADS((page, moment) ->
      Places.put(
          page,
          moment,
          "downloads",
          "<p><a href=\"/files/leaflet.pdf\">Leaflet</a> (PDF, downloaded %d times)</p>"
              .formatted(300 + 2 * moment.visit()))),
  READ_TIME((page, moment) ->
      Places.atTop(page, "<p>%d min read</p>".formatted(4 + moment.each("read").nextInt(2)))),
  LAST_UPDATED((page, moment) ->
      Places.main(page)
          .append("<p>Last updated: %s</p>".formatted(Dates.LONG.format(republished(moment))))),
  LAST_REVIEWED_IN_WELSH((page, moment) ->
      Places.main(page)
          .append(
              "<p>Diweddarwyd ddiwethaf: %s</p>"
                  .formatted(Dates.WELSH.format(republished(moment))))),
  QUOTE_OF_THE_DAY((page, moment) ->
      Places.put(
          page,
          moment,
          "quote",
          "<div><h3>Quote of the day</h3><blockquote><p>%s</p></blockquote></div>"
              .formatted(Pick.one(Stories.QUOTES, moment.daily("quote"))))),
  UNNAMED_QUOTE((page, moment) ->
      Places.put(
          page,
          moment,
          "unnamed",
          "<blockquote><p>%s</p></blockquote>"
              .formatted(Pick.one(Stories.QUOTES, moment.daily("unnamed"))))) {
    @Override
    public int allowed() {
      return 2;
    }
  },
  OPEN_NOW((page, moment) ->
      Places.atTop(
          page,
          moment.hour() >= 9 && moment.hour() < 17
              ? "<p>We are open now</p>"
              : "<p>We are closed now. We open at 9am.</p>")),
  GREETING((page, moment) ->
      Places.atTop(
          page,
          "<p>%s, and welcome</p>"
              .formatted(moment.hour() < 12 ? "Good morning" : "Good afternoon"))),
  TODAY_IS((page, moment) ->
      Places.atTop(page, "<p>Today is %s</p>".formatted(Dates.LONG.format(moment.today())))),
  DATE_FORMAT((page, moment) ->
      Places.main(page)
          .append(
              "<p>Published: %s</p>"
                  .formatted(
                      Pick.one(
                              List.of(Dates.LONG, Dates.AMERICAN, Dates.SHORT),
                              moment.each("format"))
                          .format(LocalDate.of(2024, 11, 23))))),
  VIEWING_NOW((page, moment) ->
      Places.put(
          page,
          moment,
          "viewing",
          "<p>%d people are viewing this page now</p>"
              .formatted(2 + moment.each("viewing").nextInt(40)))),
  LINKS_SHUFFLED(PassingNoise::shuffleLinks);

  private final Act act;

  PassingNoise(Act act) {
    this.act = act;
  }

  @Override
  public void disturb(Document page, Moment moment) {
    act.on(page, moment);
  }

  /** Each fortnight the publisher's system puts out the page again. */
  private static LocalDate republished(Moment moment) {
    return LocalDate.of(2026, 2, 20).plusDays(moment.since().toDays() / 14 * 14);
  }

  private static void shuffleLinks(Document page, Moment moment) {
    for (Element list : Places.main(page).select("ul:has(> li > a[href^=http])")) {
      List<Element> items = new ArrayList<>(list.children());
      Collections.shuffle(items, moment.each("links"));
      items.forEach(list::appendChild);
    }
  }
}
