"""Computes the figures of authors with igraph, and prints how far the tables are from them.

Usage: author_figures.py AUTHORS.csv EDGES.csv

AUTHORS.csv has author_id, degree, strength, pagerank, component_id, community_id, core_number, clustering,
betweenness, harmonic_closeness and harmonic_closeness_error; EDGES.csv author_a, author_b and weight_full;
both without a header. A line for each figure, separated by a tab: its name and the largest difference. Of
components it is those that are not the same set of authors; of modularity the share by which igraph's is
above that of the table's communities. Where closeness was sampled betweenness is left out, and closeness is that of the
authors with most co-authors, in standard errors.
"""

import csv
import math
import sys

import igraph

MOST_COAUTHORS = 200


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        yield from csv.reader(file)


def difference(our, their):
    our = float(our) if our else math.nan  # As igraph has it where there is none.
    if math.isnan(our) or math.isnan(their):
        return 0 if math.isnan(our) and math.isnan(their) else math.inf
    return abs(our - their)


def largest(ours, theirs):
    return max(map(difference, ours, theirs))


def parts(labels):
    found = {}
    for node, label in enumerate(labels):
        found.setdefault(label, set()).add(node)
    return {frozenset(part) for part in found.values()}


def centralities(graph, betweenness, closeness, errors):
    if all(float(error) == 0 for error in errors):
        yield "betweenness", largest(betweenness, graph.betweenness(directed=False))
        yield "harmonic_closeness", largest(closeness, graph.harmonic_centrality(normalized=True))
        return
    degrees = graph.degree()
    nodes = sorted(range(graph.vcount()), key=lambda node: -degrees[node])[:MOST_COAUTHORS]
    exact = graph.harmonic_centrality(vertices=nodes, normalized=True)
    yield (
        "harmonic_closeness in standard errors",
        max(
            difference(closeness[node], value) / float(errors[node])
            for node, value in zip(nodes, exact, strict=True)
        ),
    )


def all_differences(authors, edges):
    ids, degree, strength, pagerank, component, community, core, clustering, *others = zip(*authors, strict=True)
    numbers = {author: node for node, author in enumerate(ids)}
    graph = igraph.Graph(n=len(ids), edges=[(numbers[a], numbers[b]) for a, b, _ in edges])
    weights = [float(weight) for _, _, weight in edges]
    yield "degree", largest(degree, graph.degree())
    yield "strength", largest(strength, graph.strength(weights=weights))
    yield "pagerank", largest(pagerank, graph.pagerank(weights=weights, implementation="prpack"))
    yield "components", len(parts(component) ^ parts(graph.connected_components().membership))
    yield "core_number", largest(core, graph.coreness())
    yield "clustering", largest(clustering, graph.transitivity_local_undirected(mode="nan"))
    theirs = graph.community_leiden(objective_function="modularity", weights=weights, n_iterations=10)
    ours = graph.modularity([int(label) for label in community], weights=weights)
    yield "modularity", graph.modularity(theirs, weights=weights) / ours - 1
    yield from centralities(graph, *others)


for name, largest_difference in all_differences(list(rows(sys.argv[1])), list(rows(sys.argv[2]))):
    print(name, float(largest_difference), sep="\t")
