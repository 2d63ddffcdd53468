package org.almagest.export;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.almagest.export.ExportTarget.Content;

/** The formats in which a graph can be written. */
public enum GraphFormat {
  /** GraphML, for igraph, networkx, Gephi, yEd and most others. */
  GRAPHML("graphml"),
  /** GEXF 1.3, for Gephi. */
  GEXF("gexf"),
  /** A Pajek network. */
  PAJEK("pajek"),
  /** A map file and a network file for VOSviewer. */
  VOSVIEWER("vosviewer"),
  /** Nodes and links in JSON, for programs in JavaScript. */
  JSON("json");

  private final String label;

  /**
   * One of the files of a format.
   *
   * @param fileName its name, where there are several
   * @param writer writes it
   */
  private record Part(String fileName, GraphWriter writer) {}

  GraphFormat(String label) {
    this.label = label;
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }

  private List<Part> parts() {
    return switch (this) {
      case GRAPHML -> List.of(new Part("graph.graphml", new GraphMlWriter()));
      case GEXF -> List.of(new Part("graph.gexf", new GexfWriter()));
      case PAJEK -> List.of(new Part("graph.net", new PajekWriter()));
      case VOSVIEWER ->
          List.of(
              new Part("map.txt", new VosviewerMapWriter()),
              new Part("network.txt", new VosviewerNetworkWriter()));
      case JSON -> List.of(new Part("graph.json", new JsonGraphWriter()));
    };
  }

  /** Names of its files; a format of several is a directory. */
  public List<String> fileNames() {
    return parts().stream().map(Part::fileName).toList();
  }

  /** What its files hold of a graph, by name. */
  public Map<String, Content> contents(GraphSelection graph) {
    Map<String, Content> contents = new LinkedHashMap<>();
    parts().forEach(part -> contents.put(part.fileName(), out -> part.writer().write(graph, out)));
    return contents;
  }

  /** The format of that name. */
  public static Optional<GraphFormat> named(String label) {
    return Arrays.stream(values()).filter(format -> format.label.equals(label)).findFirst();
  }
}
