package signpost.sample.noise;

import java.util.List;
import java.util.Random;
import org.jsoup.nodes.Document;

/** What stands around the words and is not of them: banners, teasers, advertisements, forms. */
@SuppressWarnings("ImmutableEnumChecker") // none of the lambdas keeps anything
public enum BoilerplateNoise implements NoiseKind {
  COOKIE_BANNER((page, moment) -> {
    if (moment.each("cookie").nextBoolean()) {
      page.body()
          .prepend(
              "<div id=\"cookie-notice\" class=\"cn-reloaded\" role=\"dialog\"><p>We use cookies to make"
                  + " this site work and to see how you use it.</p><button>Accept</button></div>");
    }
  }),
  COOKIE_PAGE_PARAMETER((page, moment) ->
      page.body()
          .select("a[href^=/]")
          .forEach(it -> it.attr("href", it.attr("href") + "?cn-reloaded=" + moment.visit() % 2))),
  MAILING_LIST((page, moment) -> {
    if (moment.each("mailing").nextInt(3) == 0) {
      PagePlaces.main(page)
          .append(
              "<form class=\"mc4wp-form\"><h2>Join our mailing list</h2><p>News and events once a month,"
                  + " straight to your inbox. Leave whenever you like.</p><input type=\"email\"></form>");
    }
  }),
  RELATED_SHUFFLED((page, moment) ->
      PagePlaces.main(page)
          .append(
              related(RandomPick.some(NewsStories.ALL.subList(0, 5), 5, moment.each("shuffled"))))),
  RELATED_AT_RANDOM((page, moment) ->
      PagePlaces.main(page)
          .append(related(RandomPick.some(NewsStories.ALL, 3, moment.each("random"))))),
  READ_NEXT((page, moment) -> {
    String story = RandomPick.one(NewsStories.ALL, moment.each("next"));
    PagePlaces.main(page)
        .append(
            "<h2>You may also like</h2><p><a href=\"/stories/%d\">%s</a></p>"
                .formatted(NewsStories.ALL.indexOf(story), story));
  }),
  COMMENT_COUNT((page, moment) ->
      PagePlaces.main(page)
          .append(
              "<div class=\"comments-area\"><h2 class=\"comments-title\">%d comments</h2></div>"
                  .formatted(3 + moment.visit()))),
  ADVERTISEMENT((page, moment) ->
      PagePlaces.put(
          page,
          moment,
          "ad",
          "<div class=\"advert\" data-slot=\"mpu\"><p>Advertisement</p><p><a href=\"https://ads.example/%d\">%s</a></p></div>"
              .formatted(
                  moment.each("ad").nextInt(99_999),
                  RandomPick.one(NewsStories.OFFERS, moment.each("ad"))))),
  NATIVE_ADVERTISEMENT((page, moment) ->
      PagePlaces.put(
          page,
          moment,
          "native",
          "<div class=\"c-slot\"><p>Sponsored</p><p>%s</p></div>"
              .formatted(RandomPick.one(NewsStories.OFFERS, moment.each("native"))))),
  CAROUSEL((page, moment) -> {
    String story = NewsStories.ALL.get(moment.visit() % NewsStories.ALL.size());
    PagePlaces.atTop(
        page,
        "<div class=\"carousel\" role=\"region\"><div class=\"slide active\"><h3>%s</h3><p>Find out more"
                .formatted(story)
            + " about what the partnership is doing this season.</p></div></div>");
  }),
  ROTATING_BANNER((page, moment) ->
      PagePlaces.atTop(
          page,
          "<section class=\"c-feature\"><p>%s</p></section>"
              .formatted(NewsStories.OFFERS.get(moment.visit() % NewsStories.OFFERS.size())))),
  SHARE_BAR((page, moment) -> {
    if (moment.each("share").nextBoolean()) {
      PagePlaces.main(page)
          .append(
              "<div class=\"sharedaddy share-bar\"><ul><li><a href=\"https://facebook.example/s?u=%d\">Facebook</a></li>"
                      .formatted(moment.visit())
                  + "<li><a href=\"#print\">Print this page</a></li></ul></div>");
    }
  }),
  PRINT_LINE((page, moment) -> {
    if (moment.each("print").nextBoolean()) {
      PagePlaces.main(page).append("<p><a href=\"javascript:print()\">Print this page</a></p>");
    }
  }),
  COPYRIGHT_YEAR((page, moment) -> {
    int year = moment.since().toDays() < 20 ? 2025 : 2026;
    PagePlaces.footer(page)
        .append("<p>© %d The partnership. All rights reserved.</p>".formatted(year));
  }),
  COPYRIGHT_YEAR_IN_TEXT((page, moment) -> {
    int year = moment.since().toDays() < 20 ? 2025 : 2026;
    PagePlaces.main(page).append("<p>Copyright © %d The partnership</p>".formatted(year));
  }),
  WEATHER((page, moment) -> {
    Random daily = moment.daily("weather");
    PagePlaces.header(page)
        .append(
            "<div class=\"weather\">%s, %d °C</div>"
                .formatted(
                    RandomPick.one(List.of("Cloudy", "Sunny spells", "Rain later"), daily),
                    daily.nextInt(20)));
  }),
  DATE_IN_HEADER((page, moment) ->
      PagePlaces.header(page)
          .append("<p class=\"today\">%s</p>".formatted(DateFormats.LONG.format(moment.today())))),
  EMERGENCY_BANNER((page, moment) -> {
    if (moment.visit() % 23 == 11) {
      page.body()
          .prepend(
              "<div class=\"global-banner\" role=\"region\"><h2>Planned maintenance</h2><p>Some of our"
                  + " services are slow at the moment. We are working on it.</p></div>");
    }
  }),
  EMERGENCY_BANNER_IN_TEXT((page, moment) -> {
    if (moment.visit() % 23 == 17) {
      PagePlaces.atTop(
          page, "<p>Our telephone system is down this morning. Please try again later.</p>");
    }
  });

  private final NoiseEdit act;

  BoilerplateNoise(NoiseEdit act) {
    this.act = act;
  }

  @Override
  public void disturb(Document page, NoisyVisit moment) {
    act.on(page, moment);
  }

  private static String related(List<String> stories) {
    StringBuilder html =
        new StringBuilder("<section class=\"related-content\"><h2>Related content</h2><ul>");
    stories.forEach(it ->
        html.append(
            "<li><a href=\"/stories/%d\">%s</a></li>".formatted(NewsStories.ALL.indexOf(it), it)));
    return html.append("</ul></section>").toString();
  }
}
