package signpost.tools.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How links of files are read; what is of the web is listed and not asked for. */
final class LinkRulesTest {
  @TempDir Path folder = Path.of("");

  private CommandRun check(String html, String... options) throws Exception {
    Path page = Files.writeString(folder.resolve("page.html"), html);
    List<String> words = new ArrayList<>(List.of(options));
    words.add(page.toString());
    return CommandRun.of(words);
  }

  private List<String> dumped(String html, String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--dump");
    CommandRun run = check(html, all.toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return run.out().lines().toList();
  }

  @Test
  void aDumpListsWhatWouldBeCheckedAndAsksNobody() throws Exception {
    assertThat(
            dumped(
                "<a href='https://b.invalid/#x'>1</a><a href='https://b.invalid/'>2</a>"
                    + "<a href=none.html>3</a><a href='https://no.invalid/'>4</a>"
                    + "<a href='ftp://x/'>5</a>",
                "--exclude=no.invalid"))
        .containsExactly(
            "file://" + folder + "/none.html", "https://b.invalid/", "https://b.invalid/#x");
    CommandRun given = CommandRun.of("--dump", "https://given.invalid/");
    assertThat(given.code()).isZero();
    assertThat(given.out().lines()).containsExactly("https://given.invalid/");
  }

  @Test
  void anAddressIsReadAsAnother() throws Exception {
    assertThat(
            dumped(
                "<a href='https://www.a.example/p?q=1#r'>x</a><a href='https://b.example/'>y</a>",
                "--remap=^https://www\\.(a)\\.example/=https://$1.test/?from=",
                "--remap=^https://=http://never.",
                "--exclude=www"))
        .containsExactly("http://never.b.example/", "https://a.test/?from=p?q=1#r");
    Files.writeString(folder.resolve("here.html"), "<p id=yes>");
    CommandRun local =
        check(
            "<a href='https://a.example/here.html#yes'>x</a><a href='https://a.example/no'>y</a>",
            "--remap=^https://a\\.example=file://" + folder);
    assertThat(local.code()).isEqualTo(1);
    assertThat(local.out()).contains("broken  file://" + folder + "/no").contains("1 ok");
  }

  @Test
  void aRemapThatCannotWorkIsRefused() throws Exception {
    for (String bad : List.of("no-parting", "=x", "(=x", "a=$1", "a=$", "a=b\\", "(a)=$2")) {
      CommandRun run = check("<p>", "--remap", bad);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("--remap: '");
    }
    assertThat(check("<p>", "--remap", "a=\\$1").code()).isZero();
  }

  @Test
  void linksOfFilesMayBelongToASiteButThoseWithinAPageStayThere() throws Exception {
    String html =
        "<a href=b.html>1</a><a href=/c>2</a><a href='#d'>3</a><a href='10:30.html'>4</a>";
    String root = "--root=" + folder;
    assertThat(dumped(html, "--base-url=https://a.example/docs", root))
        .containsExactly(
            "file://" + folder + "/page.html#d",
            "https://a.example/c",
            "https://a.example/docs/10:30.html",
            "https://a.example/docs/b.html");
    assertThat(dumped(html, "--base-url=https://a.example/docs/", "--root=" + folder.getParent()))
        .contains("https://a.example/docs/" + folder.getFileName() + "/b.html");
    assertThat(check(html, "--base-url=https://a.invalid/", root, "--exclude=a.invalid").out())
        .contains("no place called “d”");
    assertThat(check("<p>", "--base-url=docs", root).err())
        .contains("--base-url: 'docs' is no URL");
    assertThat(check("<p>", "--base-url=https://a.example/").err()).contains("say with --root");
  }

  @Test
  void everyLinkIsReadAsAnotherByAllOfIt() throws Exception {
    String spa = "<a href='https://s.example/#/a'>1</a><a href='https://s.example/#/b'>2</a>";
    assertThat(dumped(spa, "--remap=^https://s\\.example/#/=https://s.example/"))
        .containsExactly("https://s.example/a", "https://s.example/b");
  }

  @Test
  void whatIsPutInALinksPlaceMayBeAFileOfOurs() throws Exception {
    Files.writeString(folder.resolve("here.html"), "<p>");
    String html = "<base href='https://a.example/'><a href=here.html>1</a><a href=no.html>2</a>";
    CommandRun run = check(html, "--remap=^https://a\\.example=file://" + folder);
    assertThat(run.out()).contains("1 ok", "1 broken", "there is no such file");
    assertThat(check(html, "--remap=^https://a\\.example/=file://elsewhere/").out())
        .contains("2 broken", "--remap makes no address of it");
  }

  @Test
  void whatHasNoAddressYetIsNotPutElsewhere() throws Exception {
    CommandRun run = check("<a href=/c>1</a>", "--remap=^https://=http://mirror.invalid/");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("1 not checked", "--root");
  }

  @Test
  void aFolderIsNoFileThatLacksItsEnding() throws Exception {
    Files.writeString(folder.resolve("about.html"), "<p>");
    assertThat(check("<a href=about/>1</a>", "--fallback-extensions=html").out())
        .contains("1 suspect");
  }

  @Test
  void aPatternThatMatchesEverythingIsRefused() throws Exception {
    assertThat(check("<p>", "--exclude=").err()).contains("an empty pattern would match");
  }

  @Test
  void endingsAreTriedWhereAFileIsMissing() throws Exception {
    Files.writeString(folder.resolve("about.html"), "<p id=us>");
    String html = "<a href='about#us'>1</a><a href='about#them'>2</a>";
    assertThat(check(html).out()).contains("suspect");
    CommandRun run = check(html, "--fallback-extensions=md,html");
    assertThat(run.out()).contains("about#them").doesNotContain("suspect").contains("1 ok");
    assertThat(check(html, "--fallback-extensions=../x").code()).isEqualTo(2);
  }

  @Test
  void whatIsShownOfAFolderMayBeSaid() throws Exception {
    Path sub = Files.createDirectories(folder.resolve("sub"));
    Files.writeString(sub.resolve("home.html"), "<p id=here>");
    String html = "<a href='sub/#here'>1</a><a href='sub/#gone'>2</a>";
    assertThat(check(html).out()).contains("without an index page");
    assertThat(check(html, "--index-files=index.html,home.html").out())
        .contains("missing fragment")
        .contains("1 ok");
    assertThat(check("<a href=sub/>1</a>", "--index-files=.").out()).contains("1 ok");
    assertThat(check(html, "--index-files=a/b").code()).isEqualTo(2);
  }
}
