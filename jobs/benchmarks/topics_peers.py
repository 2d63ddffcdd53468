"""Trains topics with a Python library for topics.sh; not to be called by hand.

check LIBRARY   exits with 0 if the library is there, and says what is missing otherwise
train LIBRARY DIRECTORY --words V --topics K --passes P --workers W --seed S
    reads papers.txt of the directory, one paper a line as "term:count term:count ...", and writes
    model.f64, P(word | topic) topic by topic as little-endian doubles, and facts.txt, whose first
    line has the seconds of training and whose second the prior weight of each topic.
"""

import argparse
import importlib
import os
import sys
import time

LIBRARIES = ("gensim", "sklearn")


def read_papers(path):
    with open(path, encoding="ascii") as lines:
        return [
            [tuple(map(int, entry.split(":"))) for entry in line.split()] for line in lines
        ]


def train_gensim(papers, options):
    """Online variational Bayes with gensim's defaults, but no look at its own perplexity."""
    from gensim.models import LdaMulticore

    words = {word: str(word) for word in range(options.words)}
    start = time.perf_counter()
    model = LdaMulticore(
        papers,
        num_topics=options.topics,
        id2word=words,
        workers=options.workers,
        passes=options.passes,
        random_state=options.seed,
        eval_every=None,
    )
    seconds = time.perf_counter() - start
    return seconds, model.alpha, model.get_topics()


def train_sklearn(papers, options):
    """Online variational Bayes in large batches; all else as scikit-learn has it."""
    from scipy.sparse import csr_matrix
    from sklearn.decomposition import LatentDirichletAllocation

    starts, terms, counts = [0], [], []
    for paper in papers:
        terms.extend(term for term, _ in paper)
        counts.extend(count for _, count in paper)
        starts.append(len(terms))
    matrix = csr_matrix((counts, terms, starts), shape=(len(papers), options.words))
    model = LatentDirichletAllocation(
        n_components=options.topics,
        learning_method="online",
        batch_size=4096,
        max_iter=options.passes,
        n_jobs=options.workers,
        random_state=options.seed,
    )
    start = time.perf_counter()
    model.fit(matrix)
    seconds = time.perf_counter() - start
    weights = model.components_
    alpha = [model.doc_topic_prior_] * options.topics
    return seconds, alpha, weights / weights.sum(axis=1, keepdims=True)


def train(options):
    papers = read_papers(os.path.join(options.directory, "papers.txt"))
    trainer = train_gensim if options.library == "gensim" else train_sklearn
    seconds, alpha, probabilities = trainer(papers, options)
    probabilities.astype("<f8").tofile(os.path.join(options.directory, "model.f64"))
    with open(os.path.join(options.directory, "facts.txt"), "w", encoding="ascii") as facts:
        print(repr(float(seconds)), file=facts)
        print(*(repr(float(weight)) for weight in alpha), file=facts)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check")
    check.add_argument("library", choices=LIBRARIES)
    training = commands.add_parser("train")
    training.add_argument("library", choices=LIBRARIES)
    training.add_argument("directory")
    for name in ("words", "topics", "passes", "workers", "seed"):
        training.add_argument("--" + name, type=int, required=True)
    options = parser.parse_args()
    if options.command == "train":
        train(options)
        return
    try:
        importlib.import_module(options.library)
    except ImportError as error:
        sys.exit(f"{sys.executable}: {error}")


if __name__ == "__main__":
    # The workers that were asked for are all: none of them shall start threads.
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    main()
