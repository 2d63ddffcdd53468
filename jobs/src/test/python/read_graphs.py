"""Reads exported graphs with networkx and igraph, and prints what each of them found.

Usage: read_graphs.py FILE...; a line for each file and library that can read it, separated by tabs:
library, file name, nodes, edges, sum of weights, directed, label of the node that came first.
"""

import json
import pathlib
import sys

import igraph
import networkx
from networkx.readwrite.gexf import GEXF

# GEXF 1.3 has what 1.2 has and more, in another namespace, which networkx does not list yet.
GEXF.versions["1.3"] = {
    **GEXF.versions["1.2draft"],
    "NS_GEXF": "http://gexf.net/1.3",
    "VERSION": "1.3",
}


def by_networkx(path):
    readers = {
        ".graphml": networkx.read_graphml,
        ".gexf": lambda file: networkx.read_gexf(file, version="1.3"),
        ".net": networkx.read_pajek,
        ".json": lambda file: networkx.node_link_graph(json.loads(pathlib.Path(file).read_text("utf-8"))),
    }
    graph = readers[path.suffix](str(path))
    first = next(iter(graph))
    # Pajek's nodes are their labels.
    label = graph.nodes[first].get("label", first)
    weight = graph.size(weight="weight")
    return graph.number_of_nodes(), graph.number_of_edges(), weight, graph.is_directed(), label


def by_igraph(path):
    formats = {".graphml": "graphml", ".net": "pajek"}
    graph = igraph.Graph.Read(str(path), format=formats[path.suffix])
    label = graph.vs[0]["label" if path.suffix == ".graphml" else "id"]
    return graph.vcount(), graph.ecount(), sum(graph.es["weight"]), graph.is_directed(), label


for name in sys.argv[1:]:
    file = pathlib.Path(name)
    found = {"networkx": by_networkx(file)}
    if file.suffix in (".graphml", ".net"):
        found["igraph"] = by_igraph(file)
    for library, (nodes, edges, weight, directed, label) in found.items():
        print(library, file.name, nodes, edges, float(weight), directed, label, sep="\t")
