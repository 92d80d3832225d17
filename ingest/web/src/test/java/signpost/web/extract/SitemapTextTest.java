package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import signpost.kit.WorkTime;
import signpost.web.extract.SitemapText.SitemapAddress;

class SitemapTextTest {
  @Test
  void addressesAreThoseBetweenLocTags() {
    SitemapText sitemap =
        SitemapText.in(
            "<urlset><url><loc> http://a.test/?x=1&amp;y=2\n</loc></url>"
                + "<url><loc><![CDATA[ http://b.test/ ]]></loc></url></urlset>");

    assertThat(sitemap.index()).isFalse();
    assertThat(sitemap.addresses())
        .extracting(SitemapAddress::href)
        .containsExactly("http://a.test/?x=1&y=2", "http://b.test/");
  }

  @Test
  void picturesOfAPageAreNoPages() {
    SitemapText sitemap =
        SitemapText.in(
            "<s:urlset xmlns:s='s'><s:url><s:loc>http://a.test/</s:loc>"
                + "<image:loc>http://a.test/x.png</image:loc></s:url></s:urlset>");

    assertThat(sitemap.addresses()).extracting(SitemapAddress::page).containsExactly(true, false);
  }

  @Test
  void anIndexIsToldFromAList() {
    assertThat(SitemapText.in("<sitemapindex><loc>http://a.test/1.xml</loc></sitemapindex>"))
        .extracting(SitemapText::index)
        .isEqualTo(true);
  }

  @Test
  void whatADocumentTypeDeclaresIsNotExpanded() {
    String xml = "<!DOCTYPE x [<!ENTITY e 'http://b.test/'>]><urlset><loc>&e;</loc></urlset>";

    assertThat(SitemapText.in(xml).addresses())
        .extracting(SitemapAddress::href)
        .containsExactly("&e;");
  }

  @Test
  void aPageThatSpeaksOfLocIsNoSitemap() {
    assertThat(SitemapText.is("<html><p>&lt;urlset> <loc>http://a.test/</loc>")).isFalse();
    assertThat(SitemapText.in("<html><loc>http://a.test/</loc>").addresses()).isEmpty();
  }

  @Test
  void noMoreAreReadThanTheProtocolAllows() {
    String many = "<loc>http://a.test/</loc>".repeat(60_000);

    assertThat(SitemapText.in("<urlset>" + many).addresses()).hasSize(50_000);
  }

  @Test
  void aSitemapMadeToBeSlowIsReadAtOnce() {
    int many = 1_000_000;
    for (String part : List.of("loc>", "<loc>", "aloc>", "<a:loc><![CDATA[", "<loc> ")) {
      assertThat(WorkTime.of(() -> SitemapText.in("<urlset>" + part.repeat(many))))
          .isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void timesOfChangeBelongToTheirEntriesBeforeOrAfterTheAddress() {
    SitemapText sitemap =
        SitemapText.in(
            """
            <urlset>
            <url><loc>http://a.test/1</loc><lastmod>2026-05-12</lastmod></url>
            <url><loc>http://a.test/2</loc></url>
            <url><lastmod> 2026-05-13T10:00:00Z </lastmod><image:image>
            <image:loc>http://a.test/p.png</image:loc></image:image><loc>http://a.test/3</loc></url>
            <url><loc>http://a.test/4</loc><lastmod></lastmod></url>
            </urlset>
            """);
    assertThat(sitemap.addresses().stream().filter(SitemapAddress::page))
        .extracting(it -> it.changed().orElse("-"))
        .containsExactly("2026-05-12", "-", "2026-05-13T10:00:00Z", "-");
  }
}
