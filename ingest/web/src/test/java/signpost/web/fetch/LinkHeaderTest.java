package signpost.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;

class LinkHeaderTest {
  private static final WebUrl FILE = WebUrl.of("https://files.example/media/1/a.pdf");

  @Test
  void linksOfARelationAreFoundAmongOthersInOneFieldOrSeveral() {
    assertThat(
            up(
                "</style.css>; rel=preload; as=style, <https://a.example/b>; rel=\"up\"",
                "</c>; title=\"x, y\"; REL=Up",
                "<d>; rel=\"index up\""))
        .containsExactly("https://a.example/b", "https://files.example/c", FILE_D);
  }

  private static final String FILE_D = "https://files.example/media/1/d";

  @Test
  void whatIsNoLinkIsNone() {
    assertThat(up("<https://a.example/b>; rel=upper", "rel=up", "<>", "<https://>; rel=up"))
        .isEmpty();
    assertThat(up("<".repeat(5_000), "<a>".repeat(5_000) + "; rel=up")).hasSizeLessThan(2);
  }

  private static List<String> up(String... fields) {
    Headers headers = new Headers(Map.of("Link", List.of(fields)));
    Answered answer =
        new Answered(FILE, FILE, 200, List.of(), headers, ResponseBody.empty(), Duration.ZERO);
    return LinkHeader.of(answer, Set.of("up")).stream().map(WebUrl::href).toList();
  }
}
