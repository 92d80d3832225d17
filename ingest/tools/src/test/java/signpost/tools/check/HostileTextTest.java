package signpost.tools.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import signpost.url.WebUrl;

/**
 * Texts that were made to hurt. Each took time by the square of its length, some of them hours, or
 * went deeper than a thread's stack; what stands behind it is found at once.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
final class HostileTextTest {
  private static final int MANY = 300_000;
  private static final String LAST = "https://last.example/";

  static Arguments[] texts() {
    return new Arguments[] {
      markdown("mail address that never ends", "<mailto:".repeat(1_000_000)),
      markdown("mail addresses that end once", "<mailto:".repeat(MANY) + ">"),
      markdown("blanks in a heading", "# a" + " ".repeat(MANY) + "b"),
      markdown("number signs in a heading", "# a" + "#".repeat(MANY) + "b"),
      markdown("a line within a heading", "#" + " ".repeat(20_000) + "x\ry"),
      markdown("names of headings", "# " + "{#".repeat(MANY)),
      markdown("brackets in a heading", "# " + "[".repeat(MANY)),
      markdown("links in a heading", "# " + "[a](".repeat(MANY)),
      markdown("tags in a heading", "# " + "<".repeat(MANY)),
      markdown("comments in a line", "<!---->".repeat(MANY)),
      markdown("comments without an end", "a <!--".repeat(MANY)),
      markdown("scripts without an end", "<script>".repeat(1_000_000)),
      markdown("scripts that end once", "<script>".repeat(MANY) + "</script>"),
      markdown("definitions in a line", "[a]: b\r".repeat(MANY)),
      asciidoc("links in a line", "link:a[] ".repeat(MANY)),
      asciidoc("conditions", "ifdef::" + "[".repeat(MANY)),
      asciidoc("blanks of an attribute", ":a:" + " ".repeat(MANY) + "x\ry"),
      asciidoc("blanks of a line", " ".repeat(MANY) + "x\ry"),
      page(
          "words of many pictures",
          "<img alt='" + "a".repeat(MANY) + "' srcset='" + "a, ".repeat(MANY) + "'>"),
      page("pictures in a line", "€" + "<img srcset=a src=b>".repeat(MANY)),
      page("commas", "<img srcset='a" + ",".repeat(MANY) + "b,'>"),
      page("pages within pages", within(400) + "</iframe>"),
      page("a telephone number", "<a href='tel:12" + "p1".repeat(MANY) + "'>x</a>"),
      page("a name in many languages", "<a href='http://" + "ä.".repeat(MANY) + "'>x</a>"),
    };
  }

  private static Arguments markdown(String what, String text) {
    return Arguments.of(what, "x.md", text + "\n\n[last](" + LAST + ")\n");
  }

  private static Arguments asciidoc(String what, String text) {
    return Arguments.of(what, "x.adoc", text + "\n\nlink:" + LAST + "[last]\n");
  }

  private static Arguments page(String what, String text) {
    return Arguments.of(what, "x.html", "<p>" + text + "<a href='" + LAST + "'>last</a>");
  }

  private static String within(int depth) {
    String page = "x";
    for (int i = 0; i < depth; i++) {
      page = "<iframe/srcdoc=" + page.replace("&", "&amp;").replace(">", "&gt;") + ">";
    }
    return page;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void whatStandsBehindIsFound(String what, String name, String text) {
    try (var reader = new LinkReader()) {
      FoundLinks found =
          reader.read(
              text.getBytes(UTF_8), Optional.empty(), WebUrl.of("file:///" + name), true, true);
      assertThat(found.links()).as(what).extracting(FoundLink::href).contains(LAST);
      found.links().forEach(it -> WebUrl.parse(it.href()).ifPresent(AddressSyntax::telephone));
    }
  }
}
