package org.almagest.report;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.row_number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.almagest.report.ReportData.Burst;
import org.almagest.report.ReportData.GroupTerm;
import org.almagest.report.ReportData.TermGroup;
import org.almagest.report.ReportData.Terms;
import org.almagest.stage.StageContext;
import org.almagest.table.Bursts;
import org.almagest.table.PaperTerms;
import org.almagest.table.Papers;
import org.almagest.table.TableColumn;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Which terms burst, and which tell one category or year from the others: those of the greatest n
 * ln ((n / N) / (m / M)), where n of the N papers of the group and m of all M have the term among
 * their top terms. That is the term's part of the divergence of the group from the whole.
 */
final class TermFacts {
  private static final int CATEGORIES = 24;
  private static final int YEARS = 40;
  private static final int TERMS_OF_GROUP = 20;
  private static final int BURSTS_OF_PERIOD = 15;
  private static final int MOST_BURSTS = 400;
  private static final int TERM_BYTES = 48;
  private static final int NAME_BYTES = 60;
  private static final String PAPERS = "papers";
  private static final String IN_GROUP = "in_group";
  private static final String IN_ALL = "in_all";
  private static final String LIFT = "lift";
  private static final String PLACE = "place";

  private final StageContext context;

  TermFacts(StageContext context) {
    this.context = context;
  }

  Terms read() {
    context.step("choosing terms");
    return new Terms(
        context.readWhereThere(Bursts.TABLE).map(TermFacts::bursts).orElse(null),
        groups(Papers.PRIMARY_CATEGORY, col(PAPERS).desc(), CATEGORIES),
        groups(Papers.YEAR, Papers.YEAR.col().desc(), YEARS));
  }

  private static List<Burst> bursts(Dataset<Row> bursts) {
    List<Burst> list = new ArrayList<>();
    for (Row row :
        bursts
            .where(Bursts.RANK.col().leq(BURSTS_OF_PERIOD))
            .where(Bursts.PERIOD.col().isin("month", "year"))
            .orderBy(
                Bursts.PERIOD_START.col().desc(),
                Bursts.PERIOD.col(),
                Bursts.KIND.col(),
                Bursts.RANK.col())
            .limit(MOST_BURSTS)
            .collectAsList()) {
      list.add(
          new Burst(
              row.getAs(Bursts.PERIOD.name()),
              row.getAs(Bursts.PERIOD_START.name()).toString(),
              row.getAs(Bursts.KIND.name()),
              ClippedText.of(row.getAs(Bursts.LABEL.name()), NAME_BYTES),
              row.getAs(Bursts.PAPERS.name()),
              row.getAs(Bursts.BASELINE_PAPERS.name()),
              Figures.rounded(row.<Double>getAs(Bursts.RATE_RATIO.name())),
              Figures.rounded(row.<Double>getAs(Bursts.RATIO_LOW.name())),
              Figures.rounded(row.<Double>getAs(Bursts.RATIO_HIGH.name())),
              Figures.rounded(row.<Double>getAs(Bursts.Q_VALUE.name()))));
    }
    return list;
  }

  /** The first groups in that order, with their terms. */
  private List<TermGroup> groups(TableColumn column, Column order, int most) {
    Dataset<Row> papers =
        context
            .read(Papers.TABLE)
            .select(Papers.PAPER_ID.col(), column.col())
            .where(column.col().isNotNull());
    List<Row> sizes =
        papers
            .groupBy(column.col())
            .agg(count(lit(1)).as(PAPERS))
            .orderBy(order, column.col())
            .limit(most)
            .collectAsList();
    if (sizes.isEmpty()) {
      return List.of();
    }
    Map<Object, List<GroupTerm>> terms = new HashMap<>();
    Dataset<Row> groups =
        context
            .spark()
            .createDataFrame(
                sizes,
                new org.apache.spark.sql.types.StructType()
                    .add(column.name(), column.type())
                    .add(PAPERS, org.apache.spark.sql.types.DataTypes.LongType));
    for (Row row :
        characteristic(
                papers,
                context.read(PaperTerms.TABLE),
                groups,
                column.name(),
                context.snapshot().rows(Papers.TABLE))
            .collectAsList()) {
      terms
          .computeIfAbsent(row.get(0), group -> new ArrayList<>())
          .add(
              new GroupTerm(
                  ClippedText.of(row.getString(1), TERM_BYTES),
                  row.getLong(2),
                  Figures.rounded(row.getDouble(3))));
    }
    return sizes.stream()
        .map(
            row ->
                new TermGroup(
                    ClippedText.of(row.get(0).toString(), NAME_BYTES),
                    row.getLong(1),
                    terms.getOrDefault(row.get(0), List.of())))
        .toList();
  }

  /** Group, term, papers of the group that have it, and lift; the terms of a group in order. */
  static Dataset<Row> characteristic(
      Dataset<Row> papers, Dataset<Row> paperTerms, Dataset<Row> groups, String column, long all) {
    Dataset<Row> everywhere =
        paperTerms.groupBy(PaperTerms.TERM.col()).agg(count(lit(1)).as(IN_ALL));
    Dataset<Row> counted =
        paperTerms
            .join(papers, PaperTerms.PAPER_ID.name())
            .join(broadcast(groups), column)
            .groupBy(col(column), col(PAPERS), PaperTerms.TERM.col())
            .agg(count(lit(1)).as(IN_GROUP))
            .join(everywhere, PaperTerms.TERM.name())
            .withColumn(
                LIFT, col(IN_GROUP).divide(col(PAPERS)).divide(col(IN_ALL).divide(lit(all))));
    return counted
        .where(col(LIFT).gt(1))
        .withColumn(
            PLACE,
            row_number()
                .over(
                    Window.partitionBy(col(column))
                        .orderBy(
                            col(IN_GROUP).multiply(log(col(LIFT))).desc(), PaperTerms.TERM.col())))
        .where(col(PLACE).leq(TERMS_OF_GROUP))
        .orderBy(col(column), col(PLACE))
        .select(col(column), PaperTerms.TERM.col(), col(IN_GROUP), col(LIFT));
  }
}
