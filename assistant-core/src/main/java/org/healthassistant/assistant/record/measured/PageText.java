package org.healthassistant.assistant.record.measured;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.healthassistant.connector.wearable.Sample;
import org.jspecify.annotations.Nullable;

/// Rows as text, one a line, the sources in front: short, since there may be tens of thousands.
final class PageText {

  private static final String VERSION = "1";
  private static final char BETWEEN = '\t';
  private static final String NONE = "-";

  private PageText() {}

  static String write(Collection<Row> rows) {
    List<String> sources = rows.stream().map(Row::source).distinct().toList();
    StringBuilder text = new StringBuilder(rows.size() * 40);
    text.append(VERSION).append(BETWEEN).append(sources.size()).append('\n');
    sources.forEach(source -> text.append(plain(source)).append('\n'));
    for (Row row : rows) {
      BigDecimal second = row.second();
      text.append(row.start())
          .append(BETWEEN)
          .append(row.offset())
          .append(BETWEEN)
          .append(row.seconds())
          .append(BETWEEN)
          .append(row.value().toPlainString())
          .append(BETWEEN)
          .append(second == null ? NONE : second.toPlainString())
          .append(BETWEEN)
          .append(sources.indexOf(row.source()))
          .append(BETWEEN)
          .append(row.rank().ordinal())
          .append(BETWEEN)
          .append(row.active() ? 1 : 0)
          .append('\n');
    }
    return text.toString();
  }

  static List<Row> read(String text) {
    String[] lines = text.split("\n", -1);
    int sources = Integer.parseInt(lines[0].substring(VERSION.length() + 1));
    List<Row> rows = new ArrayList<>(lines.length);
    for (int i = sources + 1; i < lines.length; i++) {
      if (!lines[i].isEmpty()) {
        rows.add(row(lines[i].split("\t", -1), lines));
      }
    }
    return rows;
  }

  private static Row row(String[] parts, String[] lines) {
    return new Row(
        Long.parseLong(parts[0]),
        Integer.parseInt(parts[1]),
        Long.parseLong(parts[2]),
        new BigDecimal(parts[3]),
        number(parts[4]),
        lines[1 + Integer.parseInt(parts[5])],
        Sample.Rank.values()[Integer.parseInt(parts[6])],
        parts[7].equals("1"));
  }

  private static @Nullable BigDecimal number(String text) {
    return text.equals(NONE) ? null : new BigDecimal(text);
  }

  private static String plain(String source) {
    return source.replaceAll("[\\r\\n\\t]", " ");
  }
}
