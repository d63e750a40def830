package dev.dealcoach.service.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.dealcoach.service.store.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A table as lines of JSON: first the columns' names, then an array for each row. Instants and days
 * are ISO 8601, bytes Base64.
 */
final class TableFile {
  private static final ObjectMapper JSON = JsonMapper.builder().build();
  private static final JsonFactory FACTORY =
      JSON.getFactory().copy().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

  private TableFile() {}

  static Path in(Path folder, String table) {
    return folder.resolve("database").resolve(table + ".jsonl");
  }

  static long write(Schema.Table table, ResultSet rows, OutputStream out)
      throws IOException, SQLException {
    long count = 0;
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      json.setRootValueSeparator(null);
      json.writeStartArray();
      for (Schema.Column column : table.columns()) {
        json.writeString(column.name());
      }
      json.writeEndArray();
      json.writeRaw('\n');
      while (rows.next()) {
        json.writeStartArray();
        for (int i = 0; i < table.columns().size(); i++) {
          value(json, rows, i + 1, table.columns().get(i).kind());
        }
        json.writeEndArray();
        json.writeRaw('\n');
        count++;
      }
    }
    return count;
  }

  private static void value(JsonGenerator json, ResultSet rows, int at, Schema.Kind kind)
      throws IOException, SQLException {
    Object plain = rows.getObject(at);
    if (plain == null) {
      json.writeNull();
      return;
    }
    switch (kind) {
      case ID -> json.writeString(rows.getObject(at, UUID.class).toString());
      case INSTANT ->
          json.writeString(rows.getObject(at, OffsetDateTime.class).toInstant().toString());
      case DAY -> json.writeString(rows.getObject(at, LocalDate.class).toString());
      case NUMBER -> json.writeNumber(rows.getLong(at));
      case DECIMAL -> json.writeNumber(rows.getBigDecimal(at));
      case FLAG -> json.writeBoolean(rows.getBoolean(at));
      case BYTES -> json.writeBinary(rows.getBytes(at));
      case TEXT -> json.writeString(rows.getString(at));
    }
  }

  static JsonNode line(String text) throws IOException {
    return JSON.readTree(text);
  }

  static void bind(PreparedStatement statement, int at, Schema.Kind kind, JsonNode value)
      throws IOException, SQLException {
    if (value.isNull()) {
      statement.setNull(at, nullType(kind));
      return;
    }
    switch (kind) {
      case ID -> statement.setObject(at, UUID.fromString(value.textValue()));
      case INSTANT ->
          statement.setObject(
              at, OffsetDateTime.parse(value.textValue()).withOffsetSameInstant(ZoneOffset.UTC));
      case DAY -> statement.setObject(at, LocalDate.parse(value.textValue()));
      case NUMBER -> statement.setLong(at, value.longValue());
      case DECIMAL -> statement.setBigDecimal(at, value.decimalValue());
      case FLAG -> statement.setBoolean(at, value.booleanValue());
      case BYTES -> statement.setBytes(at, value.binaryValue());
      case TEXT -> statement.setString(at, value.textValue());
    }
  }

  private static int nullType(Schema.Kind kind) {
    return switch (kind) {
      case ID -> Types.OTHER;
      case INSTANT -> Types.TIMESTAMP_WITH_TIMEZONE;
      case DAY -> Types.DATE;
      case NUMBER -> Types.BIGINT;
      case DECIMAL -> Types.NUMERIC;
      case FLAG -> Types.BOOLEAN;
      case BYTES -> Types.VARBINARY;
      case TEXT -> Types.VARCHAR;
    };
  }
}
