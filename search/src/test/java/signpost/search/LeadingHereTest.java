package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import signpost.events.ResourceEvent.GuideListed;

/** What browsers, feed readers and search engines read of us by themselves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LeadingHereTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OURS = "http://127.0.0.1:8080";
  private static final String ODD_TITLE = "Odd </script><!-- <script>alert(1)</script> & “so”";

  private final RunningSearch search;

  LeadingHereTest(@TempDir Path data) {
    search = RunningSearch.withoutBroker(data);
  }

  @BeforeAll
  void fill() throws IOException {
    SampleWorld.fill(search);
    search.put(new GuideListed("odd", ODD_TITLE, Optional.empty(), true, List.of(), List.of()));
  }

  @AfterAll
  void stop() {
    search.close();
  }

  private JsonNode data(String path) throws Exception {
    HttpResponse<String> page = search.get(path);
    assertThat(page.headers().firstValue("content-security-policy").orElse(""))
        .contains("script-src 'self'")
        .doesNotContain("unsafe");
    Matcher script =
        Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
            .matcher(page.body());
    assertThat(script.find()).as(page.body()).isTrue();
    JsonNode data = JSON.readTree(script.group(1));
    assertThat(data.get("@context").asText()).isEqualTo("https://schema.org");
    return data;
  }

  @Test
  void searchEnginesReadHowToSearchHere() throws Exception {
    JsonNode home = data("/");

    assertThat(home.get("@type").asText()).isEqualTo("WebSite");
    assertThat(home.get("url").asText()).isEqualTo(OURS + "/");
    assertThat(home.at("/potentialAction/@type").asText()).isEqualTo("SearchAction");
    assertThat(home.at("/potentialAction/target/urlTemplate").asText())
        .isEqualTo(OURS + "/search?q={q}");
  }

  @Test
  void searchEnginesReadWhatAGuideLists() throws Exception {
    JsonNode guide = data("/guide/snap");

    assertThat(guide.get("@type").asText()).isEqualTo("ItemList");
    assertThat(guide.get("url").asText()).isEqualTo(OURS + "/guide/snap");
    JsonNode items = guide.get("itemListElement");
    assertThat(items).hasSize(guide.get("numberOfItems").asInt());
    JsonNode first = items.get(0);
    assertThat(first.get("position").asInt()).isEqualTo(1);
    assertThat(first.get("name").asText()).isEqualTo("Childhood Trauma and the Brain");
    assertThat(first.get("url").asText()).isEqualTo(SampleWorld.BRAIN);
  }

  @Test
  void titleCannotEndTheScriptItStandsIn() throws Exception {
    String body = search.get("/guide/odd").body();

    assertThat(body).doesNotContain("<script>alert", "<!-- <script");
    assertThat(data("/guide/odd").get("name").asText()).isEqualTo(ODD_TITLE);
  }

  @Test
  void browserLearnsHowToSearchHere() throws Exception {
    assertThat(search.get("/guides").body())
        .contains(
            "<link rel=\"search\" type=\"application/opensearchdescription+xml\""
                + " title=\"Signpost\" href=\"/opensearch.xml\">");
    HttpResponse<String> file = search.get("/opensearch.xml");
    assertThat(file.headers().firstValue("content-type").orElse(""))
        .startsWith("application/opensearchdescription+xml");
    Element read =
        DocumentBuilderFactory.newDefaultNSInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(file.body().getBytes(UTF_8)))
            .getDocumentElement();
    assertThat(read.getNamespaceURI()).isEqualTo("http://a9.com/-/spec/opensearch/1.1/");
    NodeList urls = read.getElementsByTagName("Url");
    List<String> types = new ArrayList<>();
    for (int i = 0; i < urls.getLength(); i++) {
      Element url = (Element) urls.item(i);
      String address = url.getAttribute("template").replace("{searchTerms}", "trauma");
      assertThat(address).startsWith(OURS + "/");
      HttpResponse<String> answer = search.get(address.substring(OURS.length()));
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type").orElse(""))
          .startsWith(url.getAttribute("type"));
      types.add(url.getAttribute("type"));
    }
    assertThat(types).contains("text/html", "application/x-suggestions+json");
  }

  @Test
  void browserIsOfferedTitlesAsSomebodyTypes() throws Exception {
    JsonNode offered = JSON.readTree(search.get("/api/suggest/opensearch?q=trau").body());

    assertThat(offered).hasSize(2);
    assertThat(offered.get(0).asText()).isEqualTo("trau");
    assertThat(offered.get(1)).isNotEmpty().allMatch(JsonNode::isTextual);
  }

  @Test
  void feedIsThereAsJsonToo() throws Exception {
    assertThat(search.get("/search?q=trauma&nation=Wales&sort=changed").body())
        .contains(
            "type=\"application/feed+json\" title=\"This search\""
                + " href=\"/search.json?q=trauma&amp;nation=Wales\"");
    HttpResponse<String> answer = search.get("/search.json?q=trauma");
    assertThat(answer.headers().firstValue("content-type"))
        .hasValue("application/feed+json;charset=utf-8");
    JsonNode feed = JSON.readTree(answer.body());
    assertThat(feed.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.get("feed_url").asText()).isEqualTo(OURS + "/search.json?q=trauma");
    assertThat(feed.get("home_page_url").asText()).isEqualTo(OURS + "/search?q=trauma");
    String atom = search.get("/search.atom?q=trauma").body();
    assertThat(feed.get("items")).isNotEmpty();
    for (JsonNode item : feed.get("items")) {
      assertThat(atom).contains("<id>" + item.get("id").asText() + "</id>");
    }
  }
}
