package signpost.search.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** Renders a template to an answer. Escaping is jte's: by context, always on. */
@Singleton
public final class HtmlRenderer {
  private static final MediaType UTF8_HTML = MediaType.of("text/html;charset=utf-8");

  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          HtmlRenderer.class.getClassLoader(),
          HtmlRenderer.class.getPackageName());

  public MutableHttpResponse<String> ok(String template, Object model) {
    return page(HttpStatus.OK, template, model);
  }

  public MutableHttpResponse<String> page(HttpStatus status, String template, Object model) {
    StringOutput out = new StringOutput(16 * 1024);
    templates.render(template + ".jte", model, out);
    return HttpResponse.<String>status(status).body(out.toString()).contentType(UTF8_HTML);
  }
}
