package signpost.web.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages written for this project with the structure their publishers use. */
class PublisherPagesTest {

  @Test
  void govUkPublicationIsReadWithoutItsComponents() {
    ReadablePage page =
        Pages.read(
            """
            <html lang=en><head><title>Vulnerabilities - GOV.UK</title><meta name=csrf-token content=a8></head><body>
            <div id=global-cookie-message class=gem-c-cookie-banner><p>We use some essential cookies.</p></div>
            <main id=content class=govuk-main-wrapper>
            <div class=gem-c-title><span class=govuk-caption-xl>Guidance</span><h1>Vulnerabilities: applying All Our Health</h1></div>
            <p class="gem-c-lead-paragraph">How health professionals can support people in vulnerable situations.</p>
            <div class=gem-c-contents-list><ol><li><a href=#one>One</a></ol></div>
            <div class="gem-c-govspeak govuk-govspeak" id=govspeak-4fd2><h2 id=one>Why it matters</h2>
            <p>Some people need <a href="/guidance/more">more support</a> than others.</p>
            <ul><li>ask what happened</li><li>listen</li></ul></div>
            <div class=gem-c-share-links><a href=https://facebook.example>Share this page</a></div></main>
            <aside class=gem-c-contextual-sidebar><h2>Related content</h2></aside>
            <div class=gem-c-feedback><form>Is this page useful?</form></div></body></html>
            """,
            "http://gov-uk.localhost:8600/government/publications/vulnerabilities");
    assertThat(page.title()).isEqualTo("Vulnerabilities: applying All Our Health");
    assertThat(page.lead()).startsWith("How health professionals");
    assertThat(page.text())
        .isEqualTo(
            """
            Guidance
            How health professionals can support people in vulnerable situations.
            Why it matters
            Some people need more support than others.
            ask what happened
            listen\
            """);
    assertThat(page.outlinks()).extracting(Outlink::heading).containsExactly("Why it matters");
    assertThat(page.notices()).isEmpty();
  }

  @Test
  void govScotDocumentsPageHasNoMainElement() {
    ReadOutcome outcome =
        Pages.outcome(
            """
            <html lang=en><body><script nonce=x1>1</script><div class=ds_layout><div class=ds_layout__content>
            <h1>Supporting documents</h1><ul><li><a href="/binaries/toolkit.pdf">Trauma-informed practice: toolkit</a> 71 page PDF</ul>
            <!--noindex--><div class=ds_feedback>Was this helpful?</div><!--/noindex--></div></div></body></html>
            """,
            "https://www.gov.scot/publications/trauma-informed-practice-toolkit-scotland/documents/");
    assertThat(outcome).isInstanceOf(ReadOutcome.Read.class);
    ReadablePage page = Pages.page(outcome);
    assertThat(page.text()).isEqualTo("Trauma-informed practice: toolkit 71 page PDF");
    assertThat(page.outlinks()).hasSize(1);
  }

  @Test
  void landingPageKeepsItsResources() {
    ReadablePage page =
        Pages.read(
            """
            <html lang=en><body><header><nav><a href=/>Home</a></nav></header><main><h1>Resources</h1>
            <p>Free resources for everyone who works with children.</p>
            <article class=card><h2><a href=/resource/brain>Childhood trauma and the brain</a></h2><p>An animation.</p></article>
            <article class=card><h2><a href=/resource/social>The social world</a></h2><p>A guide.</p></article>
            <article class=card><h2><a href=/resource/war>War, migration and asylum</a></h2><p>A toolkit.</p></article>
            </main><footer><a href=/privacy>Privacy</a></footer></body></html>
            """,
            "https://example.org/resources");
    assertThat(page.blocks())
        .filteredOn(block -> block.kind() == TextBlock.BlockKind.HEADING)
        .extracting(TextBlock::text)
        .containsExactly(
            "Childhood trauma and the brain", "The social world", "War, migration and asylum");
    assertThat(page.outlinks()).hasSize(3);
  }

  @Test
  void localRulesComeBeforeTheBuiltInOnes(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("publisher-rules.yml");
    Files.writeString(file, "- {publisher: Ours, hosts: [www.gov.uk], root: ['.ours']}\n");
    PublisherRules rules = PublisherRules.with(file);
    assertThat(rules.forHost("WWW.GOV.UK").publisher()).isEqualTo("Ours");
    assertThat(rules.forHost("www.gov.scot").publisher()).isEqualTo("Scottish Government");
    assertThat(rules.forHost("nobody.example")).isEqualTo(PublisherRule.NONE);
  }

  @Test
  void ruleThatCannotBeReadSaysWhereAndWhy() {
    assertThatThrownBy(() -> PublisherRules.parse("- {publisher: A, roots: [x]}", "my.yml"))
        .hasMessageContaining("my.yml")
        .hasMessageContaining("roots")
        .hasMessageContaining("root");
    assertThatThrownBy(() -> PublisherRules.parse("- {publisher: A, root: ['div[']}", "my.yml"))
        .hasMessageContaining("div[");
  }
}
