package signpost.search.api;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.simple.SimpleHttpParameters;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import signpost.events.ShortenedText;
import signpost.search.NearestName;
import signpost.search.index.IndexFields;
import signpost.search.index.StrangersText;
import signpost.search.query.SearchCursor;
import signpost.search.query.SearchRequest;
import signpost.search.query.SearchRequest.ResultDetail;

/** Reads a need from an address's parameters; anything it does not know is refused. */
public final class SearchParameters {
  private static final List<String> KNOWN = known(List.of());
  private static final List<String> KNOWN_TO_PROGRAMS =
      known(List.of("cursor", "facets", "highlights"));
  private static final int MAX_VALUES = 20;
  private static final int MAX_CHARS = 1_000;

  private SearchParameters() {}

  /**
   * The need a query string of a page or feed states.
   *
   * @throws BadRequestException for an unknown name, or a value that cannot be
   */
  public static SearchRequest read(HttpParameters parameters) {
    refuseUnknown(parameters, KNOWN);
    return need(parameters);
  }

  /**
   * The need that the query of an address states.
   *
   * @throws BadRequestException as above, and for what is no query
   */
  public static SearchRequest read(String query) {
    try {
      SimpleHttpParameters parameters = new SimpleHttpParameters(ConversionService.SHARED);
      new QueryStringDecoder(query, false)
          .parameters()
          .forEach((name, values) -> values.forEach(value -> parameters.add(name, value)));
      return read(parameters);
    } catch (IllegalArgumentException _) {
      throw new BadRequestException("This is no search of ours", Optional.empty());
    }
  }

  /** The same for programs, which may leave things out and go on with a cursor. */
  static SearchRequest readDetailed(HttpParameters parameters) {
    refuseUnknown(parameters, KNOWN_TO_PROGRAMS);
    SearchRequest need = need(parameters);
    SearchRequest detailed =
        new SearchRequest(
            need.text(),
            need.filters(),
            need.order(),
            need.page(),
            need.size(),
            Optional.empty(),
            details(parameters));
    String cursor = once(parameters, "cursor").orElse("");
    return cursor.isBlank() ? detailed : after(detailed, cursor);
  }

  private static SearchRequest after(SearchRequest need, String text) {
    if (need.page() > 1) {
      throw new BadRequestException(
          "\"cursor\" and \"page\" cannot be given together", Optional.empty());
    }
    return SearchCursor.parse(text)
        .filter(cursor -> cursor.need() == need.fingerprint())
        .map(need::from)
        .orElseThrow(() ->
            new BadRequestException(
                "\"cursor\" does not belong to this search. Take it from an answer and keep the"
                    + " other parameters as they are, or begin without it",
                Optional.empty()));
  }

  private static SearchRequest need(HttpParameters parameters) {
    Map<String, List<String>> filters = new LinkedHashMap<>();
    for (String filter : IndexFields.FILTERS) {
      List<String> values =
          parameters.getAll(filter).stream()
              .map(value -> StrangersText.whole(value).strip())
              .filter(value -> !value.isEmpty())
              .distinct()
              .toList();
      if (values.size() > MAX_VALUES) {
        throw new BadRequestException(
            "\"" + filter + "\" is given more than " + MAX_VALUES + " values", Optional.empty());
      }
      if (!values.isEmpty()) {
        filters.put(filter, values);
      }
    }
    int size = number(parameters, "size", SearchRequest.USUAL_SIZE, SearchRequest.LARGEST_PAGE);
    return new SearchRequest(
        words(parameters),
        filters,
        order(parameters),
        number(parameters, "page", 1, SearchRequest.DEEPEST / size),
        size,
        Optional.empty(),
        EnumSet.allOf(ResultDetail.class));
  }

  /** Of what is too long, the beginning: it is all that is read of it. */
  private static String words(HttpParameters parameters) {
    String words = StrangersText.whole(once(parameters, "q").orElse(""));
    return ShortenedText.to(MAX_CHARS, words);
  }

  private static Set<ResultDetail> details(HttpParameters parameters) {
    Set<ResultDetail> details = EnumSet.noneOf(ResultDetail.class);
    if (flag(parameters, "facets")) {
      details.add(ResultDetail.FACETS);
    }
    if (flag(parameters, "highlights")) {
      details.add(ResultDetail.HIGHLIGHTS);
    }
    return details;
  }

  /** True unless it says false. */
  static boolean flag(HttpParameters parameters, String name) {
    return oneOf(parameters, name, List.of("true", "false")).equals("true");
  }

  /** Refuses names that are not among the known ones. */
  public static void refuseUnknown(HttpParameters parameters, List<String> known) {
    for (String name : parameters.names()) {
      if (!known.contains(name)) {
        throw new BadRequestException(
            "There is no parameter \"" + shown(name) + "\". " + knownAs(known),
            "“" + shown(name) + "” in it means nothing to us.",
            NearestName.to(name, known));
      }
    }
  }

  /** The value of what can have but one. */
  public static Optional<String> once(HttpParameters parameters, String name) {
    List<String> values = parameters.getAll(name);
    if (values.size() > 1) {
      throw new BadRequestException("\"" + name + "\" is given twice", Optional.empty());
    }
    return values.stream().findFirst();
  }

  /** The value of what must be given. */
  public static String required(HttpParameters parameters, String name) {
    return once(parameters, name)
        .filter(value -> !value.isBlank())
        .orElseThrow(
            () -> new BadRequestException("\"" + name + "\" is missing", Optional.empty()));
  }

  /** Which of the words it can have a parameter says; the first where it says nothing. */
  public static String oneOf(HttpParameters parameters, String name, List<String> words) {
    String text = once(parameters, name).orElse("").strip();
    if (text.isEmpty() || words.contains(text)) {
      return text.isEmpty() ? words.getFirst() : text;
    }
    throw new BadRequestException(
        "\"" + name + "\" is " + String.join(" or ", words) + ", not \"" + shown(text) + "\"",
        NearestName.to(text, words));
  }

  /** A whole number from 1 to {@code most}. */
  public static int number(HttpParameters parameters, String name, int usual, int most) {
    String text = once(parameters, name).orElse("").strip();
    if (text.isEmpty()) {
      return usual;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Told below.
    }
    throw new BadRequestException(
        "\"" + name + "\" is a number from 1 to " + most + ", not \"" + shown(text) + "\"",
        Optional.empty());
  }

  private static SearchRequest.Order order(HttpParameters parameters) {
    return oneOf(parameters, "sort", List.of("relevance", "changed")).equals("changed")
        ? SearchRequest.Order.CHANGED
        : SearchRequest.Order.RELEVANCE;
  }

  private static String knownAs(List<String> names) {
    return names.isEmpty() ? "None is taken here" : "Known: " + String.join(", ", names);
  }

  private static String shown(String text) {
    return StrangersText.brief(text, 60);
  }

  private static List<String> known(List<String> besides) {
    List<String> known = new ArrayList<>(List.of("q"));
    known.addAll(IndexFields.FILTERS);
    known.addAll(List.of("sort", "page", "size"));
    known.addAll(besides);
    return List.copyOf(known);
  }
}
