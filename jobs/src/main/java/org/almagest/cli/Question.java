package org.almagest.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.almagest.config.NearestName;
import org.almagest.fault.AlmagestException;

/**
 * A question that analysts ask, with the SQL that answers it on DuckDB and on Spark SQL alike. The
 * text begins with the question in a comment line, further such lines tell how it is answered, and
 * a common table expression {@code parameters} holds what can be set, with defaults:
 *
 * <pre>{@code
 * -- How did one topic develop?
 * -- The papers and the share of a topic in each year.
 * WITH parameters AS (
 *   SELECT
 *     0 AS topic -- number of the topic
 * )
 * }</pre>
 *
 * @param name of lower-case words with hyphens
 * @param sentence the question
 * @param explanation how it is answered; may be empty
 * @param parameters what can be set, in order
 * @param sql the whole text
 */
record Question(
    String name, String sentence, String explanation, List<Parameter> parameters, String sql) {
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?m)^    (?<value>'(?:[^']|'')*'|-?[0-9]+(?:\\.[0-9]+)?) AS (?<name>[a-z_]+)(?<comma>,?)"
              + " -- (?<meaning>.+)$");

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,18})?");
  private static final Pattern READ = Pattern.compile("\\b(?:FROM|JOIN)\\s+([a-z_]+)");
  private static final Pattern NAMED = Pattern.compile("\\b([a-z_]+) AS \\(");

  /**
   * What can be set.
   *
   * @param value default as an SQL literal
   */
  record Parameter(String name, String value, String meaning) {
    private boolean isText() {
      return value.startsWith("'");
    }

    /** A person's value as a literal of the default's kind, whatever characters it holds. */
    private String literal(String given) {
      if (isText()) {
        return "'" + given.replace("'", "''") + "'";
      }
      if (!NUMBER.matcher(given).matches()) {
        throw AlmagestException.usage(
            "--set " + name + " is '" + given + "', but it is a number: " + meaning + ".");
      }
      return given;
    }
  }

  Question {
    parameters = List.copyOf(parameters);
  }

  /** Reads the text of a question. */
  static Question parse(String name, String sql) {
    List<String> comments =
        sql.lines().takeWhile(line -> line.startsWith("-- ")).map(l -> l.substring(3)).toList();
    if (comments.isEmpty()) {
      throw new IllegalArgumentException(name + " does not begin with its question");
    }
    List<Parameter> parameters = new ArrayList<>();
    Matcher matcher = PARAMETER.matcher(sql);
    while (matcher.find()) {
      parameters.add(
          new Parameter(matcher.group("name"), matcher.group("value"), matcher.group("meaning")));
    }
    return new Question(
        name,
        comments.get(0),
        String.join(" ", comments.subList(1, comments.size())),
        parameters,
        sql);
  }

  /**
   * The same question with other values in place of the defaults.
   *
   * @throws AlmagestException (usage) for a parameter that it does not have or a value of another
   *     kind
   */
  Question with(Map<String, String> values) {
    List<String> names = parameters.stream().map(Parameter::name).toList();
    for (String given : values.keySet()) {
      if (names.isEmpty()) {
        throw AlmagestException.usage("The question " + name + " has nothing to set.");
      }
      if (!names.contains(given)) {
        throw AlmagestException.usage(
            "The question "
                + name
                + " has no parameter '"
                + given
                + "'. Did you mean '"
                + NearestName.of(given, names)
                + "'? It has "
                + String.join(", ", names)
                + ".");
      }
    }
    StringBuilder changed = new StringBuilder();
    Matcher matcher = PARAMETER.matcher(sql);
    while (matcher.find()) {
      Parameter parameter =
          new Parameter(matcher.group("name"), matcher.group("value"), matcher.group("meaning"));
      String given = values.get(parameter.name());
      matcher.appendReplacement(
          changed,
          Matcher.quoteReplacement(
              given == null
                  ? matcher.group()
                  : "    "
                      + parameter.literal(given)
                      + " AS "
                      + parameter.name()
                      + matcher.group("comma")
                      + " -- "
                      + parameter.meaning()));
    }
    return parse(name, matcher.appendTail(changed).toString());
  }

  /** Names of the tables that it reads, sorted. */
  List<String> tables() {
    String code =
        sql.lines().map(line -> line.replaceAll("--.*", "")).collect(Collectors.joining("\n"));
    List<String> own = NAMED.matcher(code).results().map(m -> m.group(1)).toList();
    return READ.matcher(code)
        .results()
        .map(m -> m.group(1))
        .filter(table -> !own.contains(table))
        .distinct()
        .sorted()
        .toList();
  }
}
