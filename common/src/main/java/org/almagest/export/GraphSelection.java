package org.almagest.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A part of a graph, ready to be written. Nodes are numbers from 0; edges name their ends by them.
 * It never changes once it is built.
 *
 * <p>Ids and labels are proper Unicode: a lone surrogate has been replaced. Ids are unique after
 * that. Memory: 16 bytes an edge, and 8 for each attribute of an edge or node, beside the texts.
 */
public final class GraphSelection {
  private final Description description;
  private final List<String> ids;
  private final List<String> labels;
  private final AttributeTable nodes;
  private final int[] sources;
  private final int[] targets;
  private final double[] weights;
  private final AttributeTable edges;

  /**
   * What the graph is.
   *
   * @param name a word, such as coauthors
   * @param idName what the ids are called in tables, such as author_id
   * @param direction whether edges lead from one node to the other
   */
  public record Description(String name, String idName, EdgeDirection direction) {
    public Description {
      Attribute.requireName(name);
      Attribute.requireName(idName);
    }

    /** Whether edges lead from one node to the other. */
    public boolean isDirected() {
      return direction == EdgeDirection.DIRECTED;
    }
  }

  private GraphSelection(Builder builder) {
    description = builder.description;
    ids = List.copyOf(builder.ids);
    labels = List.copyOf(builder.labels);
    nodes = builder.nodes;
    sources = Arrays.copyOf(builder.sources, builder.edgeCount);
    targets = Arrays.copyOf(builder.targets, builder.edgeCount);
    weights = Arrays.copyOf(builder.weights, builder.edgeCount);
    edges = builder.edges;
  }

  /** Begins a graph whose nodes and edges have these attributes. */
  public static Builder builder(
      Description description, List<Attribute> nodeAttributes, List<Attribute> edgeAttributes) {
    return new Builder(description, nodeAttributes, edgeAttributes);
  }

  /** What the graph is. */
  public Description description() {
    return description;
  }

  /** Number of nodes. */
  public int nodeCount() {
    return ids.size();
  }

  /** Id of a node; no two have the same. */
  public String id(int node) {
    return ids.get(node);
  }

  /** What a person calls the node; several may have the same. */
  public String label(int node) {
    return labels.get(node);
  }

  /** The attributes of nodes. */
  public AttributeTable nodes() {
    return nodes;
  }

  /** Number of edges. */
  public int edgeCount() {
    return sources.length;
  }

  /** The node from which an edge leads, or one of its ends. */
  public int source(int edge) {
    return sources[edge];
  }

  /** The node to which an edge leads, or its other end. */
  public int target(int edge) {
    return targets[edge];
  }

  /** Weight of an edge: finite, and more than 0. */
  public double weight(int edge) {
    return weights[edge];
  }

  /** The attributes of edges. */
  public AttributeTable edges() {
    return edges;
  }

  /** Gathers nodes and edges. */
  public static final class Builder {
    private static final int FIRST_CAPACITY = 16;

    private final Description description;
    private final List<String> ids = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final List<String> labels = new ArrayList<>();
    private final AttributeTable nodes;
    private int[] sources = new int[FIRST_CAPACITY];
    private int[] targets = new int[FIRST_CAPACITY];
    private double[] weights = new double[FIRST_CAPACITY];
    private int edgeCount;
    private final AttributeTable edges;
    private boolean built;

    private Builder(
        Description description, List<Attribute> nodeAttributes, List<Attribute> edgeAttributes) {
      this.description = description;
      nodes = new AttributeTable(nodeAttributes);
      edges = new AttributeTable(edgeAttributes);
      if (nodeAttributes.stream().anyMatch(a -> a.name().equals(description.idName()))) {
        throw new IllegalArgumentException(description.idName() + " is the id, no attribute");
      }
    }

    /**
     * Adds the next node.
     *
     * @param label blank for a node that has none but its id
     * @return where its attributes are set
     * @throws IllegalArgumentException if another node has this id
     */
    public Row node(String id, String label) {
      requireOpen();
      String wellFormed = UnicodeText.wellFormed(id);
      if (!known.add(wellFormed)) {
        throw new IllegalArgumentException("two nodes have the id " + wellFormed);
      }
      ids.add(wellFormed);
      labels.add(label.isBlank() ? wellFormed : UnicodeText.wellFormed(label));
      return new Row(nodes);
    }

    /**
     * Adds the next edge.
     *
     * @param weight finite, and more than 0
     * @return where its attributes are set
     * @throws IllegalArgumentException if one of the nodes is not there, or for another weight
     */
    public Row edge(int source, int target, double weight) {
      requireOpen();
      if (Math.min(source, target) < 0 || Math.max(source, target) >= ids.size()) {
        throw new IllegalArgumentException("no nodes for the edge " + source + ", " + target);
      }
      if (!(weight > 0) || !Double.isFinite(weight)) {
        throw new IllegalArgumentException("an edge cannot have the weight " + weight);
      }
      if (edgeCount == sources.length) {
        sources = Arrays.copyOf(sources, 2 * edgeCount);
        targets = Arrays.copyOf(targets, 2 * edgeCount);
        weights = Arrays.copyOf(weights, 2 * edgeCount);
      }
      sources[edgeCount] = source;
      targets[edgeCount] = target;
      weights[edgeCount++] = weight;
      return new Row(edges);
    }

    /** The graph; nothing can be added after. */
    public GraphSelection build() {
      requireOpen();
      built = true;
      return new GraphSelection(this);
    }

    private void requireOpen() {
      if (built) {
        throw new IllegalStateException("the graph is built");
      }
    }

    /** Takes the attributes of one node or edge; what is not set is missing. */
    public final class Row {
      private final AttributeTable table;
      private final int row;

      private Row(AttributeTable table) {
        this.table = table;
        this.row = table.addRow();
      }

      /** Sets a whole number. */
      public Row set(int column, long value) {
        requireOpen();
        table.set(row, column, value);
        return this;
      }

      /** Sets a floating-point number; one that is not finite counts as missing. */
      public Row set(int column, double value) {
        requireOpen();
        table.set(row, column, value);
        return this;
      }

      /** Sets whether it is true. */
      public Row set(int column, boolean value) {
        requireOpen();
        table.set(row, column, value);
        return this;
      }

      /** Sets a text. */
      public Row set(int column, String value) {
        requireOpen();
        table.set(row, column, value);
        return this;
      }
    }
  }
}
