package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import signpost.kit.WorkTime;
import signpost.web.extract.ReadOutcome.Unreadable;
import signpost.web.extract.ReadOutcome.UnreadableReason;

class EmptyShellTest {
  private static final String SCRIPT = "<script src=/main.js></script>";
  private static final String NEEDED =
      "<noscript>You need to enable JavaScript to run this app.</noscript>";
  private static final String WORDS = "Help with heating is open to all who rent. ".repeat(5);

  @Test
  void emptyRootOfAFrameworkNeedsABrowser() {
    assertThat(shell("<div id=root></div>" + SCRIPT))
        .hasValueSatisfying(it -> assertThat(it).contains("#root"));
    assertThat(shell("<app-root>Loading…</app-root>" + SCRIPT)).isPresent();
    assertThat(shell("<div id=__next><div class=spinner></div></div>" + SCRIPT)).isPresent();
    assertThat(shell("<div id=__nuxt><div class=loader></div></div>" + SCRIPT)).isPresent();
    assertThat(shell("<div style='display: contents'>" + SCRIPT + "</div>")).isPresent();
    assertThat(shell("<council-portal></council-portal>" + SCRIPT)).isPresent();
    assertThat(
            shell(
                "<noscript id=gatsby-noscript>This app works best with JavaScript enabled."
                    + "</noscript><div id=___gatsby><div id=gatsby-focus-wrapper></div></div>"
                    + SCRIPT))
        .isPresent();
  }

  @Test
  void whatIsShownWhileAReaderWaitsSaysNothing() {
    for (String wait :
        List.of(
            "Loading",
            "Loading, please wait a moment.",
            "Please wait while we load your page",
            "Arhoswch eiliad, os gwelwch yn dda.",
            "Chargement en cours…",
            "Yn llwytho",
            "Find help",
            "Please enable JavaScript to use this site.",
            "Milton Keynes Directory of Help")) {
      assertThat(shell("<div id=app><span>" + wait + "</span></div>" + SCRIPT))
          .as(wait)
          .isPresent();
    }
  }

  @Test
  void onlyFewLinesAreThereForWaiting() {
    assertThat(shell("<div id=app>" + "<i>Loading…</i>".repeat(10) + "</div>" + SCRIPT))
        .isPresent();
    for (String teasers :
        List.of(
            "<i>Toys for all…</i>".repeat(5),
            "<i>How our volunteers visit people at home…</i>",
            "<i>Loading…</i>".repeat(20))) {
      assertThat(shell("<div id=app>" + teasers + "</div>" + SCRIPT)).as(teasers).isEmpty();
    }
  }

  @Test
  void wordThatSomethingIsOverIsReadAsItIs() {
    for (String end :
        List.of(
            "Page not found",
            "404",
            "Error 404",
            "Closed",
            "Withdrawn",
            "Site unavailable",
            "Back soon: maintenance",
            "Waiting list full",
            "Cancelled…",
            "Ar gau",
            "Call 0800 123 4567",
            "help@example.org",
            "Mondays 10am")) {
      assertThat(shell("<div id=app><div>" + end + "</div></div>" + NEEDED + SCRIPT))
          .as(end)
          .isEmpty();
    }
  }

  @Test
  void titleThatSaysThatThePageIsOverIsReadAsItIs() {
    for (String title :
        List.of("Page not found | Council", "404", "[Withdrawn] Help with heating")) {
      assertThat(
              EmptyShell.in(
                  Jsoup.parse(
                      "<title>" + title + "</title><body><div id=root></div>" + NEEDED + SCRIPT)))
          .as(title)
          .isEmpty();
    }
  }

  @Test
  void framesAndFormsShowSomethingWithoutAWord() {
    assertThat(
            EmptyShell.in(
                Jsoup.parse(
                    "<head>"
                        + SCRIPT
                        + "</head><frameset><frame src=/a><noframes>No frames</noframes>"
                        + "</frameset>")))
        .isEmpty();
    assertThat(shell("<form><input placeholder=Search></form>" + SCRIPT)).isEmpty();
    assertThat(
            shell(
                "<iframe src=/count style='display:none'></iframe><form hidden action=/login>"
                    + "</form><div class=splash></div>"
                    + SCRIPT))
        .isPresent();
  }

  @Test
  void nameThatAPageGivesIsCutShort() {
    String endless = "x".repeat(100_000);

    assertThat(shell("<" + endless + "-y></" + endless + "-y>" + SCRIPT))
        .hasValueSatisfying(it -> assertThat(it).hasSizeLessThan(120));
    assertThat(new Unreadable(UnreadableReason.NEEDS_BROWSER, endless).detail()).hasSize(501);
  }

  @Test
  void fewWordsInTheMainPartAreSaid() {
    assertThat(shell("<main><div>Toys on Mondays</div></main><div id=app></div>" + NEEDED + SCRIPT))
        .isEmpty();
    assertThat(shell("<main><div>Toys</div></main><chat-box></chat-box>" + SCRIPT)).isEmpty();
  }

  @Test
  void whatIsHiddenUntilSomethingFailsSaysNothing() {
    assertThat(
            shell(
                "<div id=auraLoadingBox>Loading</div><div id=auraErrorMask><div>Sorry to interrupt"
                    + "</div><p>This page has an error. You might just need to refresh it.</p>"
                    + "</div>"
                    + SCRIPT))
        .isPresent();
    assertThat(
            shell(
                "<div id=app>Loading...</div><div id=blazor-error-ui>An unhandled error has"
                    + " occurred. <a href=''>Reload</a></div>"
                    + SCRIPT))
        .isPresent();
    assertThat(
            shell(
                "<div id=root></div><div style='display:none'>Your session has ended.</div>"
                    + SCRIPT))
        .isPresent();
  }

  @Test
  void furnitureAroundAnEmptyRootIsNotThePage() {
    String menu = "<li><a href=/x>Help with heating</a></li>".repeat(12);
    assertThat(
            shell(
                "<header>"
                    + menu
                    + "</header><div id=app></div>"
                    + SCRIPT
                    + "<footer>Civic Centre, High Street. "
                    + menu
                    + "</footer>"))
        .isPresent();
    assertThat(
            shell(
                "<a href='#main'>Skip to main content of this page</a><div role=navigation>"
                    + menu
                    + "</div><div id=app></div><div class=cookie-banner><h2>Cookies</h2>"
                    + WORDS
                    + "We use cookies.</div>"
                    + SCRIPT))
        .isPresent();
  }

  @Test
  void furnitureThatIsLargeOrHoldsTheMainPartIsThePage() {
    String text = WORDS.repeat(2);
    for (String page :
        List.of(
            "<header>" + text + "</header>",
            "<header>" + WORDS + "</header>",
            "<div role=banner>" + WORDS + "</div>",
            "<nav>" + text + "</nav>",
            "<div role=contentinfo>" + text + "</div>",
            "<a href='#x'>" + WORDS + "</a>",
            "<a href='#x'><main>We lend toys on Mondays.</main></a>",
            "<div role=search><article>We lend toys on Mondays.</article></div>",
            "<div class=cookie-consent><main>We lend toys and bake cookies.</main></div>",
            "<div hidden>" + WORDS + "</div>")) {
      assertThat(shell(page + "<div id=app></div>" + NEEDED + SCRIPT)).as(page).isEmpty();
    }
  }

  @Test
  void pageOfManyWordsIsNoShellWhateverItsPartsAreCalled() {
    String part = "<nav>" + "<a href=/x>Help with heating</a> ".repeat(20) + "</nav>";

    assertThat(shell(part.repeat(2) + "<div id=app></div>" + SCRIPT)).isPresent();
    assertThat(shell(part.repeat(3) + "<div id=app></div>" + SCRIPT)).isEmpty();
    assertThat(
            shell(
                ("<nav>" + "相談は無料です".repeat(20) + "</nav>").repeat(3)
                    + "<div id=app></div>"
                    + SCRIPT))
        .isEmpty();
  }

  @Test
  void pageThatSaysItNeedsScriptsNeedsABrowser() {
    assertThat(shell(NEEDED + "<main></main>" + SCRIPT))
        .hasValueSatisfying(it -> assertThat(it).contains("JavaScript"));
  }

  @Test
  void pageWithoutWordsButWithScriptsNeedsABrowser() {
    assertThat(shell("<div class=x></div>" + SCRIPT)).isPresent();
  }

  @Test
  void pageOfFewWordsIsReadAsItIs() {
    assertThat(shell("<h1>Closed</h1><p>The centre is closed.</p>" + SCRIPT)).isEmpty();
    assertThat(shell("<div id=root>" + WORDS + "</div>" + SCRIPT)).isEmpty();
    assertThat(shell("<div id=root></div>")).isEmpty();
    assertThat(shell("<div id=root></div><script type=application/ld+json>{}</script>")).isEmpty();
    assertThat(shell("<img src=poster.png alt=''>" + SCRIPT)).isEmpty();
  }

  @Test
  void emptyRootBesideWordsIsAWidget() {
    String words = "<p>Ring us on weekdays. We visit you at home. It costs nothing.</p>";
    for (String page :
        List.of(
            "<main>" + words + "</main><div id=app></div>",
            "<div id=root></div><div class=content>" + words + "</div>",
            "<article><header>" + words + "</header></article><chat-box></chat-box>",
            "<header class=hero><h1>Warm rooms for all</h1>"
                + words
                + "</header><div id=app></div>",
            "<div id=__next>" + words + "</div>")) {
      assertThat(shell(page + SCRIPT)).as(page).isEmpty();
      assertThat(shell(page + NEEDED + SCRIPT)).as(page).isEmpty();
    }
  }

  @Test
  void noscriptThatSpeaksOfAPartIsNotThePage() {
    assertThat(
            shell(
                "<main><p>We lend toys on Mondays.</p></main><noscript>Please enable JavaScript to"
                    + " view the comments.</noscript>"
                    + SCRIPT))
        .isEmpty();
  }

  @Test
  void noscriptThatSpeaksOfAPartOfAPageOfFewWordsIsNotThePageEither() {
    for (String part :
        List.of(
            "Please enable JavaScript to view the comments powered by Disqus.",
            "This map needs JavaScript.",
            "This e-mail address is hidden; JavaScript is required.")) {
      assertThat(shell("<div>Toys</div><noscript>" + part + "</noscript>" + SCRIPT))
          .as(part)
          .isEmpty();
    }
  }

  @Test
  void noscriptInTheHeadIsReadWithoutItsTags() {
    String said = "<noscript><p class=x>You need to enable <b>JavaScript</b>.</p></noscript>";

    assertThat(
            EmptyShell.in(
                Jsoup.parse("<head>" + said + SCRIPT + "</head><body><div>Help</div></body>")))
        .hasValueSatisfying(it -> assertThat(it).contains("JavaScript"));
  }

  @Test
  void sentencesWithoutSpacesAreCountedByTheirLetters() {
    for (String words :
        List.of(
            "相談は無料です。月曜日から金曜日まで電話できます。",
            "咨询免费 周一至周五可以打电话",
            "الاستشارة مجانية. اتصل بنا من الاثنين إلى الجمعة.",
            "ให้คำปรึกษาฟรี โทรหาเราได้ทุกวัน")) {
      assertThat(shell("<div id=app><div>" + words + "</div></div>" + NEEDED + SCRIPT))
          .as(words)
          .isEmpty();
    }
  }

  @Test
  void pageThatShrinksToItsEndIsReadAsItIs() {
    for (String end :
        List.of(
            "<div>This service has closed.</div>",
            "<h1>This service has closed</h1>",
            "<p>We have moved</p>",
            "<p>This is your page now.</p>",
            "<div>Mae'r gwasanaeth wedi cau.</div>",
            "<div>サービスは終了しました。</div>",
            "<main><header><h1>Service ended in May</h1></header></main>")) {
      assertThat(shell("<div id=root>" + end + "</div>" + NEEDED + SCRIPT)).as(end).isEmpty();
      assertThat(shell(end + "<div id=app></div>" + SCRIPT)).as(end).isEmpty();
    }
  }

  @Test
  void wordsWithoutScriptsAreReadWhereThePublisherGivesThem() {
    assertThat(shell("<div id=app></div><noscript>" + WORDS.repeat(2) + "</noscript>" + SCRIPT))
        .isEmpty();
  }

  @Test
  void hostilePageIsJudgedInTime() {
    String deep = "word ".repeat(100_000);
    for (String page :
        List.of(
            "word ".repeat(2_000_000),
            "a" + " . ".repeat(3_000_000) + "b",
            "<div hidden>".repeat(5_000) + deep,
            "<div class=cookie-banner>".repeat(5_000) + deep,
            "<header>".repeat(5_000) + deep,
            "<noscript>x</noscript>".repeat(60_000),
            "<head><noscript>" + "<".repeat(5_000_000),
            "<noscript>" + "&lt;".repeat(1_000_000),
            "<noscript>".repeat(5_000) + deep,
            "<nav><button>".repeat(5_000) + "<svg>" + deep,
            " \n".repeat(2_000_000),
            "<nav>".repeat(2_000) + " . ".repeat(60_000),
            "<i>Loading…</i>".repeat(90_000))) {
      Document parsed = Jsoup.parse(page + SCRIPT);

      assertThat(WorkTime.of(() -> assertThat(EmptyShell.in(parsed)).isNotNull()))
          .as(page.substring(0, Math.min(30, page.length())))
          .isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void headThatSaysMoreThanTheTitleIsThePage() {
    for (String said :
        List.of(
            "<p>The club ended in June. Ring 01632 960 123.</p>",
            "<p>We have moved</p>",
            "<p>Ring 01632 960 123</p>",
            "<p>Drop in for tea and a chat about school</p>",
            "Ar gau")) {
      String head = "<header><h1>Help</h1>" + said + "<a href=/>Home</a></header>";

      assertThat(shell(head + SCRIPT)).as(said).isEmpty();
      assertThat(shell(head + "<div id=app></div>" + SCRIPT)).as(said).isEmpty();
      assertThat(shell("<div role=banner>" + said + "</div><div id=app></div>" + SCRIPT))
          .as(said)
          .isEmpty();
    }
    assertThat(shell("<header><h1>Help</h1><b>Hull</b></header><div id=app></div>" + SCRIPT))
        .isPresent();
  }

  @Test
  void wordsAroundNothingAreThePage() {
    for (String page :
        List.of(
            "<header><a href=/>Toy library</a></header>",
            "<nav><a href=/a>Bereavement</a> <a href=/b>Debt</a></nav>",
            "<footer>Kings Hall, Bond Street</footer>",
            "<button>Talk to us</button>",
            "<div style='visibility:hidden'>Tea on Mondays</div>",
            "<div class=cookies-off>We bake cookies for all.</div>",
            "<div>Nous revenons bientôt…</div>")) {
      assertThat(shell(page + SCRIPT)).as(page).isEmpty();
      assertThat(shell(page + "<chat-box></chat-box>" + SCRIPT)).as(page).isEmpty();
    }
    assertThat(shell("<div>Loading…</div><chat-box></chat-box>" + SCRIPT)).isPresent();
    assertThat(shell("<noscript><img src=/seen.gif></noscript><x-y></x-y>" + SCRIPT)).isPresent();
  }

  @Test
  void pageThatIsHiddenOrNamedForConsentAsAWholeIsReadAsItIs() {
    String words = "Toys on Mondays for those who rent here, with cookies and tea";
    for (String page :
        List.of(
            "<body class=cookies-not-set>" + words,
            "<body style='visibility:hidden'>" + words,
            "<body><form class=cookie-consent>" + words + "</form>",
            "<body><div class=cookie-consent><h1>Toys</h1>" + words + "</div>",
            "<body><div style='visibility:hidden'>" + words + "<div id=root></div></div>",
            "<body><div id=app style='display:none'>" + words + "</div>")) {
      for (String root : List.of("", NEEDED, "<div id=root></div>")) {
        assertThat(EmptyShell.in(Jsoup.parse(page + root + SCRIPT))).as(page + root).isEmpty();
      }
    }
  }

  @Test
  void headingOrParagraphThatTrailsOffSaysSomething() {
    for (String line :
        List.of(
            "<h2>Back in the spring…</h2>",
            "<p>We are taking a break...</p>",
            "<p>Yn dod yn fuan…</p>",
            "<p>Coming soon…</p>",
            "<li>Nous sommes fermés…</li>")) {
      assertThat(shell("<div id=app>" + line + "</div>" + SCRIPT)).as(line).isEmpty();
      assertThat(shell(line + SCRIPT)).as(line).isEmpty();
    }
    assertThat(shell("<div id=app><p>Loading, please wait…</p></div>" + SCRIPT)).isPresent();
  }

  @Test
  void rootThatShowsSomethingFromElsewhereIsNotEmpty() {
    for (String part :
        List.of(
            "<iframe src='https://www.youtube.com/embed/a1'></iframe>",
            "<iframe src=/timetable title=Timetable></iframe>",
            "<lite-youtube videoid=a1></lite-youtube>",
            "<lite-vimeo videoid=7></lite-vimeo>",
            "<video src=/tour.mp4></video>",
            "<object data=/leaflet.pdf></object>",
            "<form action=/ask><input name=question><button>Ask</button></form>",
            "<form><textarea name=question></textarea></form>")) {
      assertThat(shell("<div id=app>" + part + "</div>" + SCRIPT)).as(part).isEmpty();
      assertThat(shell(part + "<div id=app hidden></div>" + SCRIPT)).as(part).isEmpty();
      assertThat(shell(part + NEEDED + SCRIPT)).as(part).isEmpty();
      assertThat(shell(part + "<chat-box></chat-box>" + SCRIPT)).as(part).isEmpty();
    }
  }

  @Test
  void whatIsHiddenOrStandsAroundEveryPageDoesNotFillARoot() {
    for (String part :
        List.of(
            "<noscript><iframe src='https://count.example/a'></iframe></noscript>",
            "<iframe src='https://count.example/a' width=0 height=0></iframe>",
            "<div hidden><form><input name=user></form></div>",
            "<header><form><input name=search></form></header>",
            "<form role=search><input name=q></form>",
            "<form><input type=hidden name=token></form>",
            "<footer><form><input type=email></form></footer>")) {
      assertThat(shell(part + "<div id=app></div>" + SCRIPT)).as(part).isPresent();
    }
    assertThat(shell("<img src=poster.png alt=''><chat-box></chat-box>" + SCRIPT)).isEmpty();
  }

  @Test
  void hostileTitleOrHeadIsJudgedInTime() {
    String gap = "\u000b".repeat(1_000_000);
    for (String page :
        List.of(
            "<title>Help" + gap + "now</title><body>",
            "<title>Help" + " |".repeat(500_000) + "</title><body>",
            "<title>Help</title><body><header><h1>Help" + ".".repeat(150_000) + "</h1></header>",
            "<body><header>" + ". ".repeat(60_000) + "</header>",
            "<body>" + "<header>".repeat(400) + "<i></i>".repeat(100_000) + "<h1>Help</h1>",
            "<body>" + "<header>".repeat(400) + "<i></i>".repeat(100_000) + "</header>".repeat(400),
            "<body>" + "<div>".repeat(400) + "<iframe src=/a hidden></iframe>".repeat(50_000),
            "<body><form hidden>" + "<input>".repeat(200_000))) {
      Document parsed = Jsoup.parse(page + "<div id=app></div>" + SCRIPT);

      assertThat(WorkTime.of(() -> assertThat(EmptyShell.in(parsed)).isNotNull()))
          .as(page.substring(0, Math.min(30, page.length())))
          .isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void readerSaysThatThePageNeedsABrowser() {
    assertThat(Pages.outcome("<body><div id=root></div>" + SCRIPT, "https://example.org/"))
        .isInstanceOfSatisfying(
            Unreadable.class,
            it -> assertThat(it.reason()).isEqualTo(UnreadableReason.NEEDS_BROWSER));
  }

  private static Optional<String> shell(String body) {
    return EmptyShell.in(Jsoup.parse("<title>Help</title><body>" + body));
  }
}
