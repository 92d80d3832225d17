package signpost.tools.check;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import signpost.events.Sha256;
import signpost.tools.check.CheckVerdict.ResultClass;

/**
 * SARIF 2.1.0: a rule for each class that is worth telling, and a result for each place that is
 * concerned. A fingerprint holds class, page and target, so a link that moves within its page keeps
 * it.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 */
final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
  private static final int DIGITS = 32;
  private static final List<ResultClass> RULES =
      List.of(
          ResultClass.BROKEN,
          ResultClass.FRAGMENT,
          ResultClass.SUSPECT,
          ResultClass.BLOCKED,
          ResultClass.MOVED);

  private final JsonGenerator json;
  private final boolean suspectsCount;
  private final Map<String, Integer> told = new HashMap<>();

  private SarifReport(JsonGenerator json, boolean suspectsCount) {
    this.json = json;
    this.suspectsCount = suspectsCount;
  }

  static void write(CheckReport report, PrintWriter out, boolean suspectsCount) {
    try (JsonGenerator json = KeptText.JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      new SarifReport(json, suspectsCount).write(report);
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println();
  }

  private void write(CheckReport report) throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    json.writeStringField("columnKind", "unicodeCodePoints");
    tool();
    invocation(!report.isCut());
    json.writeArrayFieldStart("results");
    for (TargetResult result : report.results()) {
      if (RULES.contains(result.kind())) {
        for (LinkReference at : result.references()) {
          result(result, at);
        }
      }
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Of half a check a reader must not think that what it does not tell is mended. */
  private void invocation(boolean whole) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", whole);
    json.writeEndObject();
    json.writeEndArray();
  }

  private void tool() throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "signpost check");
    json.writeArrayFieldStart("rules");
    for (ResultClass kind : RULES) {
      json.writeStartObject();
      json.writeStringField("id", kind.word());
      text("shortDescription", described(kind));
      json.writeObjectFieldStart("defaultConfiguration");
      json.writeStringField("level", level(kind));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String described(ResultClass kind) {
    return switch (kind) {
      case BROKEN -> "The link leads nowhere.";
      case FRAGMENT -> "The page is there, the place in it is not.";
      case SUSPECT -> "One visit cannot know whether the link is broken.";
      case BLOCKED -> "The host turns us away; check the link by hand.";
      case MOVED -> "The page moved for good.";
      case SKIPPED -> "The link was not checked.";
      case OK -> "The link is fine.";
    };
  }

  private String level(ResultClass kind) {
    return switch (kind) {
      case BROKEN, FRAGMENT -> "error";
      case SUSPECT -> suspectsCount ? "error" : "warning";
      case BLOCKED, MOVED, SKIPPED, OK -> "note";
    };
  }

  /** Words as they are: braces hold places for arguments (3.11.5), brackets make links (3.11.6). */
  private static String plain(String words) {
    return words.replace("{", "{{").replace("}", "}}").replace("](", "] (");
  }

  private void text(String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  private void result(TargetResult result, LinkReference at) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", result.kind().word());
    json.writeNumberField("ruleIndex", RULES.indexOf(result.kind()));
    json.writeStringField("level", level(result.kind()));
    text("message", plain(ReportWords.message(result) + ReportWords.where(at)));
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(at.page().isEmpty() ? result.url() : at.page()));
    json.writeEndObject();
    region(at);
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("signpostLink/v1", fingerprint(result, at));
    json.writeEndObject();
    json.writeEndObject();
  }

  /** What has no lines is told as a whole: the first line stands for it. */
  private void region(LinkReference at) throws IOException {
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", Math.max(1, at.line()));
    json.writeNumberField("startColumn", Math.max(1, at.column()));
    json.writeEndObject();
  }

  /**
   * Of a file its path as it was given, in the form of a URI. GitHub refuses a whole upload that
   * has a page of the web in it, so such a page is named without its scheme; the message has all of
   * it.
   */
  private static String uri(String page) {
    if (page.startsWith("file:") && valid(page)) {
      return page;
    }
    String path = HereFolder.page(page).replaceFirst("(?i)^https?://", "");
    return Path.of(path).isAbsolute()
        ? Path.of(path).toUri().toString()
        : Path.of("/", path).toUri().getRawPath().substring(1).replace(":", "%3A");
  }

  private static boolean valid(String uri) {
    try {
      return !new URI(uri).isOpaque();
    } catch (URISyntaxException _) {
      return false;
    }
  }

  /** The second of two equal links of a page has one of its own. */
  private String fingerprint(TargetResult result, LinkReference at) {
    String what =
        String.join(
            "\n",
            result.kind().word(),
            HereFolder.page(at.page()),
            HereFolder.address(result.url()));
    int times = told.merge(what, 1, Integer::sum);
    return Sha256.of(what + "\n" + times).substring(0, DIGITS);
  }
}
