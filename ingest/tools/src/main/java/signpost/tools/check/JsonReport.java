package signpost.tools.check;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import signpost.tools.check.CheckVerdict.ResultClass;

/** One JSON object: a summary, and a result for each target with all its referrers. */
final class JsonReport {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonReport() {}

  static void write(CheckReport report, PrintWriter out) {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeObjectFieldStart("summary");
      json.writeNumberField("total", report.total());
      var counts = report.counts();
      for (ResultClass kind : ResultClass.values()) {
        json.writeNumberField(kind.word(), counts.getOrDefault(kind, 0));
      }
      json.writeNumberField("known", report.known());
      json.writeNumberField("requests", report.requests());
      json.writeNumberField("seconds", report.took().toMillis() / 1000.0);
      json.writeEndObject();
      json.writeArrayFieldStart("results");
      for (TargetResult result : report.results()) {
        write(result, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.println();
  }

  private static void write(TargetResult result, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("url", result.url());
    json.writeStringField("class", result.kind().word());
    if (result.status() > 0) {
      json.writeNumberField("status", result.status());
    } else {
      json.writeNullField("status");
    }
    json.writeStringField("reason", result.reason());
    json.writeStringField("finalUrl", result.end().isEmpty() ? null : result.end());
    if (!result.perhaps().isEmpty()) {
      json.writeStringField("perhapsNow", result.perhaps());
    }
    if (result.copy().isPresent()) {
      json.writeStringField("archivedCopy", result.copy().get().url().href());
      json.writeStringField("archivedAt", result.copy().get().at().toString());
    }
    json.writeArrayFieldStart("referrers");
    for (LinkReference reference : result.references()) {
      json.writeStartObject();
      json.writeStringField("page", reference.page().isEmpty() ? null : reference.page());
      if (reference.line() > 0) {
        json.writeNumberField("line", reference.line());
        json.writeNumberField("column", reference.column());
      }
      json.writeStringField("element", reference.element());
      json.writeStringField("text", reference.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
