package signpost.search.pages;

import java.util.Map;
import java.util.Optional;
import signpost.search.api.BadRequestException;
import signpost.search.index.StrangersText;

/**
 * What a form must say. Each page reads its form whole, as a map: a field that Micronaut hands over
 * by itself may come before it is decoded.
 */
public final class FormFields {
  private static final int SHOWN = 60;

  private FormFields() {}

  /**
   * The value of what must be there, though it may be empty.
   *
   * @throws BadRequestException where it is not
   */
  public static String required(Map<String, String> form, String name) {
    return Optional.ofNullable(form.get(name))
        .orElseThrow(() ->
            new BadRequestException(
                "The form has no “" + name + "”. Nothing was changed", Optional.empty()));
  }

  /**
   * A whole number from 0.
   *
   * @throws BadRequestException where it is none
   */
  public static int number(Map<String, String> form, String name) {
    String text = required(form, name).strip();
    try {
      int number = Integer.parseInt(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Told below.
    }
    throw new BadRequestException(
        "“" + name + "” is a number, not “" + StrangersText.brief(text, SHOWN) + "”",
        Optional.empty());
  }
}
