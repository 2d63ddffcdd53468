"""Computes with igraph what graphs.sh asks for; not to be called by hand.

Loads a graph, prints "ready", and then, for each line "ALGORITHM SEED FILE" of the standard input,
prints the seconds that the algorithm took, and those that it had a processor, and writes a little-endian double for each node to FILE.
"""

import argparse
import random
import sys
import time

import igraph
import numpy


def computations(graph, weights, leiden_iterations):
    """Functions by name; each returns a number for each node, None where there is none."""
    return {
        "pagerank": lambda: graph.pagerank(damping=0.85, implementation="prpack"),
        "pagerank-weighted": lambda: graph.pagerank(
            damping=0.85, weights=weights, implementation="prpack"
        ),
        "components": lambda: graph.connected_components().membership,
        "cores": lambda: graph.coreness(),
        "clustering": lambda: graph.transitivity_local_undirected(mode="nan"),
        "leiden": lambda: graph.community_leiden(
            objective_function="modularity", weights=weights, n_iterations=leiden_iterations
        ).membership,
        "betweenness": lambda: graph.betweenness(directed=False),
        "closeness": lambda: graph.harmonic_centrality(normalized=True),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nodes", type=int, required=True)
    parser.add_argument("--edges", required=True)
    parser.add_argument("--weights", required=True)
    parser.add_argument("--leiden-iterations", type=int, required=True)
    options = parser.parse_args()
    edges = numpy.fromfile(options.edges, dtype="<i4").reshape(-1, 2)
    graph = igraph.Graph(n=options.nodes, edges=edges)
    weights = None
    if options.weights:
        weights = numpy.fromfile(options.weights, dtype="<f8").tolist()
    del edges
    compute = computations(graph, weights, options.leiden_iterations)
    print("ready", flush=True)
    for line in sys.stdin:
        name, seed, path = line.split(maxsplit=2)
        random.seed(int(seed))  # igraph draws from it.
        start, start_of_process = time.perf_counter(), time.process_time()
        values = compute[name]()
        of_process = time.process_time() - start_of_process
        seconds = time.perf_counter() - start
        numpy.array(values, dtype="<f8").tofile(path.strip())
        print(repr(seconds), repr(of_process), flush=True)


if __name__ == "__main__":
    main()
