package org.almagest.citations;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.almagest.distributed.BlockedGraph;
import org.almagest.graph.CoupledPapers;
import org.almagest.graph.Coupling;
import org.almagest.graph.SharersOfPaper;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The papers that share most with each paper, over all executors. What may be shared, a reference
 * or a citing paper, is an item here, and the papers that have it are its sharers: each of these is
 * sent the list of all of them. A task holds, for one paper, those that share something with it.
 *
 * <p>The lists that travel have, for each item, the square of the number of its sharers as entries
 * of 8 bytes; {@link CoupledPapers#mostSharers} bounds that number.
 *
 * @param works from {@link CitationLinks#citedWorks}
 */
record CouplingInBlocks(Dataset<Row> works, CoupledPapers limits, BlockedGraph.Scratch scratch) {
  private static final String ITEM = "item";
  private static final String SHARERS = "sharers";
  private static final String SIZE = "size";

  /** Column of sharers and their sizes, as ints one after the other, so that none is boxed. */
  private static final String LIST = "sharers_and_sizes";

  private static final StructType LISTS =
      new StructType()
          .add(SHARERS, DataTypes.createArrayType(DataTypes.IntegerType, false))
          .add(LIST, DataTypes.BinaryType);
  private static final StructType SENT =
      new StructType()
          .add(CitationLinks.NODE, DataTypes.IntegerType)
          .add(LIST, DataTypes.BinaryType);

  /** Rows of {@link PaperCoupling#SCHEMA}. */
  Dataset<Row> coupled(Coupling coupling) {
    // Written, since an item that a lost task numbers again may have another number.
    Dataset<Row> items =
        scratch.write(
            "items_of_" + coupling.name().toLowerCase(Locale.ROOT),
            items(coupling)
                .where(size(col(SHARERS)).between(1, limits.mostSharers()))
                .withColumn(ITEM, monotonically_increasing_id()));
    CoupledPapers most = limits;
    long itemCount = items.count();
    return lists(items)
        .select(explode(col(SHARERS)).as(CitationLinks.NODE), col(LIST))
        .groupBy(col(CitationLinks.NODE))
        .as(Encoders.INT(), Encoders.row(SENT))
        .flatMapGroups(
            (FlatMapGroupsFunction<Integer, Row, Row>)
                (paper, sent) -> rows(paper, shared(sent), most, itemCount),
            Encoders.row(PaperCoupling.SCHEMA));
  }

  private Dataset<Row> items(Coupling coupling) {
    if (coupling == Coupling.BIBLIOGRAPHIC) {
      return works.select(col(CitationLinks.CITING).as(SHARERS));
    }
    return works
        .where(col(CitationLinks.CITED).isNotNull())
        .select(col(CitationLinks.CITED), explode(col(CitationLinks.CITING)).as(ITEM))
        .groupBy(ITEM)
        .agg(collect_list(col(CitationLinks.CITED)).as(SHARERS))
        .drop(ITEM);
  }

  /** Rows of {@link #LISTS}, one for each item that several papers share. */
  private static Dataset<Row> lists(Dataset<Row> items) {
    Column paper = explode(col(SHARERS)).as(CitationLinks.NODE);
    Dataset<Row> sizes =
        items
            .select(paper)
            .groupBy(CitationLinks.NODE)
            .agg(count(lit(1)).cast(DataTypes.IntegerType).as(SIZE));
    return items
        .where(size(col(SHARERS)).gt(1))
        .select(col(ITEM), paper)
        .join(sizes, CitationLinks.NODE)
        .groupBy(ITEM)
        .agg(collect_list(struct(col(CitationLinks.NODE), col(SIZE))))
        .map((MapFunction<Row, Row>) item -> list(item.getList(1)), Encoders.row(LISTS));
  }

  private static Row list(List<Row> sharers) {
    int[] papers = new int[sharers.size()];
    ByteBuffer packed = ByteBuffer.allocate(2 * Integer.BYTES * papers.length);
    for (int i = 0; i < papers.length; i++) {
      papers[i] = sharers.get(i).getInt(0);
      packed.putInt(papers[i]).putInt(sharers.get(i).getInt(1));
    }
    return RowFactory.create(papers, packed.array());
  }

  private static SharersOfPaper shared(Iterator<Row> lists) {
    SharersOfPaper shared = new SharersOfPaper();
    while (lists.hasNext()) {
      ByteBuffer packed = ByteBuffer.wrap(lists.next().<byte[]>getAs(1));
      while (packed.hasRemaining()) {
        shared.add(packed.getInt(), packed.getInt());
      }
    }
    return shared;
  }

  private static Iterator<Row> rows(
      int paper, SharersOfPaper shared, CoupledPapers limits, long items) {
    List<Row> rows = new ArrayList<>();
    shared.visit(
        paper,
        limits,
        items,
        (its, other, common, cosine, association) ->
            rows.add(PaperCoupling.row(its, rows.size() + 1, other, common, cosine, association)));
    return rows.iterator();
  }
}
