package signpost.web.revision.noise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.web.WrittenPage;
import signpost.web.revision.RevisionDetector;
import signpost.web.revision.RevisionOutcome;
import signpost.web.revision.RevisionOutcome.Confirmed;
import signpost.web.revision.RevisionOutcome.SameReading;

class VolatileTextTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "The centre is currently open. > The centre is currently closed until further notice.",
        "The helpline is currently open. > The helpline is currently closed until spring 2027.",
        "Library: currently closed until 5 January 2027 > Library: currently closed until 30 June 2027",
        "The pool is closed today until 5 January. > The pool is closed today until 30 March.",
        "Ysgol Glan Clwyd: open today > Ysgol Glan Clwyd: closed today",
        "Severn Bridge: currently open > Severn Bridge: currently closed",
        "A55 Britannia Bridge\topen today > A55 Britannia Bridge\tclosed today",
        "Housing register: currently open > Housing register: currently closed",
        "Visitors: 4 per bed. > Visitors: 1 per bed.",
        "Home visits: 12 > Home visits: 4",
        "Health visitor\t6 visits > Health visitor\t2 visits",
        "You get (6 visits) from a nurse. > You get (3 visits) from a nurse.",
        "Maximum downloads: 5 > Maximum downloads: 10"
      })
  void whatIsARuleOrAnEndIsNews(String before, String after) {
    assertThat(VolatileText.masked(before)).isNotEqualTo(VolatileText.masked(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Updated 3 days ago > Updated 4 days ago",
        "Posted by Jo Bloggs an hour ago > Posted by Jo Bloggs yesterday",
        "5 minutes ago > 2 hours ago",
        "Diweddarwyd 3 diwrnod yn ôl > Diweddarwyd 2 wythnos yn ôl",
        "1,204 views > 1,311 views",
        "12 comments | 1.2k shares > 14 comments | 1.3k shares",
        "This page has been viewed 99 times. > This page has been viewed 108 times.",
        "5 min read > 6 min read",
        "Estimated reading time: 4 minutes > Estimated reading time: 5 minutes",
        "We’re open now > We’re closed now",
        "Open now: closes at 5pm > Closed now, opens at 9am",
        "Today is Monday 23 November 2026 > Today is Tuesday 24 November 2026",
        "Good morning > Good evening",
        "Bore da! > Noswaith dda!",
        "14 people are viewing this page right now > 9 people are viewing this page right now",
        "You are visitor number 10,204. > You are visitor number 10,988.",
        "Showing 1 to 10 of 243 results > Showing 1 to 10 of 251 results",
        "31 people found this helpful > 33 people found this helpful",
        "Reading library\tOpen now\tCloses at 5pm > Reading library\tClosed now\tOpens at 9am",
        "Reading library (open now) > Reading library (closed now)",
        "Our advice line: Open now > Our advice line: Closed now",
        "Ring us. Open now until 5pm. > Ring us. Closed now, opens at 9am.",
        "Library: Open · Closes 5pm > Library: Closed · Opens 9am",
        "The library is open now. > The library is closed now.",
        "Ar agor nawr > Ar gau nawr",
        "Mae ein swyddfa ar agor ar hyn o bryd. > Mae ein swyddfa ar gau ar hyn o bryd.",
        "Page generated in 0.031 seconds > Page generated in 0.044 seconds",
        "Load time: 0.52s, 31 queries > Load time: 0.61s, 33 queries",
        "Generated on 23 November 2026 at 05:00:12 > Generated on 24 November 2026 at 05:01:33",
        "Cynhyrchwyd y dudalen hon mewn 0.12 eiliad > Cynhyrchwyd y dudalen hon mewn 0.15 eiliad",
        "Leaflet (viewed 1,204 times) > Leaflet (viewed 1,311 times)",
        "Read the leaflet, 1,204 views. > Read the leaflet, 1,311 views.",
        "Views: 1,204 > Views: 1,311",
        "Gwelwyd 1,204 o weithiau > Gwelwyd 1,311 o weithiau",
        "Nifer yr ymweliadau: 70 > Nifer yr ymweliadau: 71",
        "Open today until 5pm > Open today until 8pm",
        "Published 3 days ago · 4 min read > Published 4 days ago · 4 min read",
        "Updated 5 minutes ago > Updated 6 minutes ago",
        "Reading time: 3 mins > Reading time: 4 mins",
        "Amser darllen: 3 munud > Amser darllen: 4 munud",
        "3 minute read > 4 minute read",
        "Canolfan\tAr agor nawr > Canolfan\tAr gau nawr",
        "Currently closed – opens 9am Monday > Currently open – closes 5pm",
        "Last updated 2 hours ago > Last updated 3 hours ago",
        "Rated 4.5 out of 5 (120 reviews) > Rated 4.6 out of 5 (125 reviews)",
        "Downloads: 310 > Downloads: 340",
        "Shared 31 times > Shared 33 times",
        "Library closes at 5pm today > Library closes at 8pm today",
        "Closes at 5pm today > Closes at 9pm today",
        "We close at 4.30pm today. > We close at 6pm today.",
        "The desk is open until 5pm today. > The desk is open until 8pm today.",
        "Today: 9am – 5pm > Today: 10am – 2pm",
        "Today’s hours: 9am to 5pm > Today’s hours: closed",
        "Heddiw: 9am – 5pm > Heddiw: 10am – 2pm",
        "Yn cau am 5pm heddiw > Yn cau am 8pm heddiw",
        "Closing in 20 minutes > Closing in 5 minutes",
        "Last checked 3 minutes ago > Last checked 9 minutes ago",
        "Availability (last checked 3 minutes ago) > Availability (last checked 8 minutes ago)",
        "Places left, last updated 2 hours ago. > Places left, last updated 5 hours ago.",
        "Gwiriwyd ddiwethaf 3 munud yn ôl > Gwiriwyd ddiwethaf 12 munud yn ôl",
        "This page has had 1,204 views. > This page has had 1,399 views.",
        "1,204 people have read this page. > 1,399 people have read this page.",
        "Viewed by 340 people > Viewed by 377 people",
        "Leaflet for parents – 5 min read > Leaflet for parents – 6 min read",
        "A guide to grief (4 minute read) > A guide to grief (5 minute read)",
        "Read time: 5 minutes > Read time: 7 minutes",
        "Guide\tAverage reading time: 3 mins > Guide\tAverage reading time: 4 mins",
        "Mae 14 o bobl yn edrych ar y dudalen hon nawr > Mae 9 o bobl yn edrych ar y dudalen hon nawr",
        "Users online: 12 > Users online: 17",
        "12 people are viewing this room now, so be quick. > 9 people are viewing this room now, so be quick.",
        "Amser darllen: tua 4 munud > Amser darllen: tua 6 munud",
        "Wedi’i ddarllen 230 o weithiau > Wedi’i ddarllen 250 o weithiau",
        "Search took 0.31 seconds. > Search took 0.42 seconds.",
      })
  void whatPassesByItselfIsNoChange(String before, String after) {
    assertThat(told(before, after)).isInstanceOf(SameReading.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Call us if you took it 2 hours ago. > Call us if you took it 4 hours ago.",
        "Leave 2 hours between doses. > Leave 4 hours between doses.",
        "Ring 0300 123 4567 > Ring 0300 123 4568",
        "Open 9am to 5pm > Open 9am to 4pm",
        "Last updated 3 May 2026 > Last updated 4 May 2026",
        "The service takes 40 visits a day. > The service takes 50 visits a day.",
        "We are open > We are closed",
        "We are now open to referrals > We are now closed to referrals",
        "Applications are open now > Applications are closed now",
        "The clinic is now open. > The clinic is now closed.",
        "The office is open now to visitors. > The office is closed now to visitors.",
        "Read it 2 times a day. > Read it 3 times a day.",
        "The video takes 3 minutes. > The video takes 4 minutes.",
        "The course is on Monday 23 November 2026. > The course is on Tuesday 24 November 2026.",
        "Good morning sessions for parents on Mondays > Good evening sessions for carers on Fridays",
        "Showing your face is up to you > Showing your hands is up to you",
        "Take 2 tablets 3 times a day. > Take 2 tablets 4 times a day.",
        "Waiting list: currently open > Waiting list: currently closed",
        "Referrals\tOpen now > Referrals\tClosed now",
        "Rhestr aros\tAr agor nawr > Rhestr aros\tAr gau nawr",
        "Apply within 3 days > Apply within 4 days",
        "The helpline has taken 200 calls. > The helpline has closed.",
        "Closes at 5pm on Fridays > Closes at 4pm on Fridays",
        "Monday: 9am – 5pm > Monday: 10am – 2pm",
        "We close at 4.30pm. > We close at 6pm.",
        "Open 9am to 5pm > Open 9am to 6pm",
        "Ar agor 9am tan 5pm > Ar agor 9am tan 4pm",
        "The form takes 5 minutes to fill in. > The form takes 9 minutes to fill in.",
        "Applications close at 5pm on 4 May. > Applications close at 5pm on 9 May.",
        "The clinic has had 40 visits. > The clinic has had 90 visits.",
        "We saw 300 people last year. > We saw 350 people last year.",
        "Places left: 12 > Places left: 3",
        "Each e-book can be downloaded 3 times. > Each e-book can be downloaded 5 times.",
        "Book a test if you were last tested 2 years ago > Book a test if you were last tested 1 year ago",
      })
  void whatSomebodyWroteIsAChange(String before, String after) {
    assertThat(told(before, after)).isInstanceOf(Confirmed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Referrals > Now open > Now closed",
        "Applications > Open now > Closed now",
        "Hardship fund > Currently open > Currently closed",
        "Housing register > Currently open > Currently closed",
        "Atgyfeiriadau > Ar agor nawr > Ar gau nawr",
        "Mentoring programme > Open now > Closed now",
        "How to apply > Currently open > Currently closed",
        "Refer a child > Currently open > Currently closed",
        "Y Gronfa Gymorth > Ar agor nawr > Ar gau nawr",
      })
  void whatIsOpenUnderAHeadingThatKeepsNoHoursIsNews(String heading, String before, String after) {
    assertThat(under(heading, before, after)).isInstanceOf(Confirmed.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Opening hours > Now closed > Now open",
        "Our office > Closed now > Open now",
        "Leith Library > Open now > Closed now",
        "Visit us > Open now > Closed now",
        "Saffron Lane Neighbours > Open now > Closed now",
        "Oriau agor > Ar agor nawr > Ar gau nawr",
      })
  void whatIsOpenUnderAHeadingOfHoursPasses(String heading, String before, String after) {
    assertThat(under(heading, before, after)).isInstanceOf(SameReading.class);
  }

  private static RevisionOutcome under(String heading, String before, String after) {
    return see(
        WrittenPage.saying("Words that stay.", "# " + heading, before, "# More", "Other words."),
        WrittenPage.saying("Words that stay.", "# " + heading, after, "# More", "Other words."));
  }

  @Test
  void whatPassesIsNotShownAmidARealChange() {
    RevisionOutcome outcome =
        see(
            WrittenPage.saying("Updated 3 days ago", "Call 0300 123 4567."),
            WrittenPage.saying("Updated 4 days ago", "Call 0300 123 9999."));

    assertThat(((Confirmed) outcome).change().hunks())
        .singleElement()
        .satisfies(hunk -> assertThat(hunk.segments().toString()).contains("9999"));
  }

  @Test
  void aStampThatGoesOrComesIsNoChange() {
    String stays = "Anyone who works with children may refer a family for help with housing.";
    WrittenPage with = WrittenPage.saying(stays, "13 people are viewing this page now");
    WrittenPage without = WrittenPage.saying(stays);
    assertThat(see(with, without)).isInstanceOf(SameReading.class);
    assertThat(see(without, with)).isInstanceOf(SameReading.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A page without any.",
        "Call 0300 123 4567.",
        "3 May 2026",
        "Mae ceisiadau ar gau ar hyn o bryd.",
      })
  void whatDoesNotPassIsKept(String line) {
    assertThat(VolatileText.masked(line)).isEqualTo(line);
  }

  private static RevisionOutcome told(String before, String after) {
    return see(
        WrittenPage.saying("Words that stay.", before),
        WrittenPage.saying("Words that stay.", after));
  }

  private static RevisionOutcome see(WrittenPage before, WrittenPage after) {
    RevisionState first =
        RevisionDetector.see(Optional.empty(), before.page(), PageSetting.plain(), NOW).after();
    Instant then = NOW.plus(Duration.ofDays(1));
    RevisionState once =
        RevisionDetector.see(Optional.of(first), after.page(), PageSetting.plain(), then).after();
    return RevisionDetector.see(
        Optional.of(once), after.page(), PageSetting.plain(), then.plus(Duration.ofMinutes(15)));
  }
}
