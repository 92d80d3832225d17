package signpost.record.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row as a line: a JSON array of its values. A value is null, a text, a whole number, a number
 * with a point, {@code {"bytes": base64}}, or {@code {"text": base64}} for what SQLite holds as
 * text and is no UTF-8. A number of another kind is its exact text.
 */
final class RowLine {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern BASE64 =
      Pattern.compile("(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

  /** What SQLite holds as text, and nobody else would. */
  record OddText(String base64) {
    byte[] bytes() {
      return Base64.getDecoder().decode(base64);
    }
  }

  private RowLine() {}

  /** The row at which a result stands. */
  static byte[] of(ResultSet row, int columns) throws SQLException, IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartArray();
      for (int i = 1; i <= columns; i++) {
        write(json, row, i);
      }
      json.writeEndArray();
    }
    return line.toByteArray();
  }

  private static void write(JsonGenerator json, ResultSet row, int column)
      throws SQLException, IOException {
    switch (row.getObject(column)) {
      case null -> json.writeNull();
      case Double real -> json.writeNumber(real);
      case Long whole -> json.writeNumber(whole);
      case Integer whole -> json.writeNumber(whole);
      case Short whole -> json.writeNumber(whole);
      case Number exact -> json.writeString(exact.toString());
      case byte[] bytes -> wrapped(json, "bytes", bytes);
      case String text when text.indexOf('\uFFFD') >= 0 && isOdd(row.getBytes(column)) ->
          wrapped(json, "text", row.getBytes(column));
      case String text -> json.writeString(text);
      case Object other ->
          throw new UnusableBackup(
              "A backup cannot hold a value of the type %s, as in %s of %s."
                  .formatted(
                      other.getClass().getSimpleName(),
                      row.getMetaData().getColumnName(column),
                      row.getMetaData().getTableName(column)));
    }
  }

  private static void wrapped(JsonGenerator json, String how, byte[] bytes) throws IOException {
    json.writeStartObject();
    json.writeStringField(how, Base64.getEncoder().encodeToString(bytes));
    json.writeEndObject();
  }

  private static boolean isOdd(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return false;
    } catch (CharacterCodingException _) {
      return true;
    }
  }

  /**
   * The values of a line: null, String, Long, Double, bytes or {@link OddText}.
   *
   * @throws IOException if it is no such line
   */
  static List<@Nullable Object> values(String line) throws IOException {
    List<@Nullable Object> values = new ArrayList<>();
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw BackupFile.altered("a row");
      }
      while (json.nextToken() != JsonToken.END_ARRAY) {
        values.add(value(json));
      }
    }
    return values;
  }

  private static @Nullable Object value(JsonParser json) throws IOException {
    JsonToken token = json.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return null;
    }
    if (token == JsonToken.VALUE_STRING) {
      return json.getText();
    }
    if (token == JsonToken.VALUE_NUMBER_INT) {
      return json.getLongValue();
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      return json.getDoubleValue();
    }
    if (token == JsonToken.START_OBJECT) {
      return unwrapped(json);
    }
    throw BackupFile.altered("a value of a row");
  }

  private static Object unwrapped(JsonParser json) throws IOException {
    String how = json.nextFieldName();
    String base64 = json.nextTextValue();
    json.nextToken();
    if (base64 == null || !BASE64.matcher(base64).matches()) {
      throw BackupFile.altered("a value of a row");
    }
    return "text".equals(how) ? new OddText(base64) : Base64.getDecoder().decode(base64);
  }
}
