package signpost.search.mcp;

import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpParameters;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import signpost.search.api.BadRequestException;
import signpost.search.index.StrangersText;

/**
 * What a tool is given, as the parameters of the API that say the same: so both take and refuse the
 * same things in the same words.
 */
final class ToolArguments {
  /** Beyond any number that is taken. */
  private static final double MOST = 1e9;

  private ToolArguments() {}

  static HttpParameters of(JsonNode arguments) {
    if (!arguments.isObject()) {
      throw new InvalidParamsException("\"arguments\" is an object.");
    }
    MutableHttpParameters parameters = HttpRequest.GET("/").getParameters();
    for (Map.Entry<String, JsonNode> argument : arguments.entries()) {
      String name = argument.getKey();
      List<CharSequence> values = new ArrayList<>();
      values(argument.getValue()).forEach(it -> values.add(text(name, it)));
      parameters.add(name, values);
    }
    return parameters;
  }

  private static List<JsonNode> values(JsonNode given) {
    return given.isArray()
        ? StreamSupport.stream(given.values().spliterator(), false).toList()
        : List.of(given);
  }

  private static String text(String name, JsonNode value) {
    if (value.isContainerNode() || value.isNull()) {
      throw new BadRequestException(
          "\"" + StrangersText.brief(name, 60) + "\" is a text, a number, or a list of texts",
          Optional.empty());
    }
    return value.isNumber() ? number(value) : value.coerceStringValue();
  }

  /** JSON may write whole numbers with a point: 3.0 is 3. */
  private static String number(JsonNode value) {
    double number = value.getDoubleValue();
    return number == Math.rint(number) && Math.abs(number) < MOST
        ? Long.toString((long) number)
        : value.coerceStringValue();
  }
}
