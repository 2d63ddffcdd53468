package org.almagest.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.almagest.graph.CommunityEvent.Kind;

/**
 * Which communities of a newer partition are communities of an older one. The partitions may be of
 * different nodes: some go, some come.
 *
 * <p>With x(o, n) the nodes that an old community o and a new one n share, their Jaccard index is
 * J(o, n) = x / (|o| + |n| - x) (as Greene, Doyle and Cunningham 2010). The best match of a
 * community is the one with the largest J, of equal ones the first; a community of one node is only
 * ever matched with a community of one node.
 *
 * <ul>
 *   <li>CONTINUED (o, n): each is the other's best match, and they share more than half of the
 *       smaller of the two (an overlap coefficient above ½), so that a community that grows much
 *       lives on.
 *   <li>n is a part of o if more than half of n was in o. SPLIT (o, n): n is a part of o, and o has
 *       another part, or continues in another community.
 *   <li>o goes into n if more than half of o is in n. MERGED (o, n): o goes into n, and so does
 *       another, or n continues another community.
 *   <li>BORN n, DIED o: none of the above.
 * </ul>
 *
 * <p>There are events of communities of two nodes and more only. A pair can be in several: the part
 * that keeps most of a community that splits mostly continues it, too. The order in which overlaps
 * come changes nothing. O(k log k) for k overlaps, which are no more than the nodes, and some 100 k
 * bytes.
 */
public final class CommunityMatching {
  private static final int NONE = -1;

  private final int[] oldIds;
  private final int[] newIds;
  private final int[] from;
  private final int[] to;
  private final long[] shared;
  private final long[] oldSize;
  private final long[] newSize;
  private final int[] newOfOld;
  private final int[] oldOfNew;

  private CommunityMatching(Builder overlaps) {
    int[] olds = Arrays.copyOf(overlaps.before, overlaps.size);
    int[] news = Arrays.copyOf(overlaps.after, overlaps.size);
    shared = Arrays.copyOf(overlaps.shared, overlaps.size);
    oldIds = Arrays.stream(olds).filter(id -> id != NONE).sorted().distinct().toArray();
    newIds = Arrays.stream(news).filter(id -> id != NONE).sorted().distinct().toArray();
    from = places(olds, oldIds);
    to = places(news, newIds);
    oldSize = sizes(from, oldIds.length);
    newSize = sizes(to, newIds.length);
    newOfOld = best(from, to, oldIds.length);
    oldOfNew = best(to, from, newIds.length);
    keepMutual();
  }

  /** Takes how many nodes two communities share, and what they do not share. */
  public static final class Builder {
    private int[] before = new int[64];
    private int[] after = new int[64];
    private long[] shared = new long[64];
    private int size;

    /** Adds nodes that both partitions have; each pair of communities comes once. */
    public Builder add(int oldCommunity, int newCommunity, long nodes) {
      if (oldCommunity < 0 || newCommunity < 0) {
        throw new IllegalArgumentException("communities have numbers from 0");
      }
      return put(oldCommunity, newCommunity, nodes);
    }

    /** Adds nodes that only the older partition has. */
    public Builder addGone(int oldCommunity, long nodes) {
      return put(oldCommunity, NONE, nodes);
    }

    /** Adds nodes that only the newer partition has. */
    public Builder addNew(int newCommunity, long nodes) {
      return put(NONE, newCommunity, nodes);
    }

    private Builder put(int oldCommunity, int newCommunity, long nodes) {
      if (size == before.length) {
        before = Arrays.copyOf(before, 2 * size);
        after = Arrays.copyOf(after, 2 * size);
        shared = Arrays.copyOf(shared, 2 * size);
      }
      before[size] = oldCommunity;
      after[size] = newCommunity;
      shared[size++] = nodes;
      return this;
    }

    /** Matches the communities. */
    public CommunityMatching match() {
      return new CommunityMatching(this);
    }
  }

  /** Place of each id among the sorted ones. */
  private static int[] places(int[] ids, int[] sorted) {
    return Arrays.stream(ids)
        .map(id -> id == NONE ? NONE : Arrays.binarySearch(sorted, id))
        .toArray();
  }

  private long[] sizes(int[] place, int communities) {
    long[] sizes = new long[communities];
    for (int i = 0; i < place.length; i++) {
      if (place[i] != NONE) {
        sizes[place[i]] += shared[i];
      }
    }
    return sizes;
  }

  /** The best match of each community of one side. */
  private int[] best(int[] side, int[] other, int communities) {
    int[] best = new int[communities];
    Arrays.fill(best, NONE);
    double[] largest = new double[communities];
    for (int i = 0; i < side.length; i++) {
      if (side[i] == NONE || other[i] == NONE || oldSize[from[i]] == 1 != (newSize[to[i]] == 1)) {
        continue;
      }
      double jaccard = jaccard(i);
      int mine = side[i];
      boolean first = jaccard == largest[mine] && other[i] < best[mine];
      if (jaccard > largest[mine] || first) {
        largest[mine] = jaccard;
        best[mine] = other[i];
      }
    }
    return best;
  }

  private double jaccard(int i) {
    return (double) shared[i] / (oldSize[from[i]] + newSize[to[i]] - shared[i]);
  }

  /** Leaves of the best matches those that are continuations. */
  private void keepMutual() {
    int[] mutual = new int[oldIds.length];
    Arrays.fill(mutual, NONE);
    for (int i = 0; i < from.length; i++) {
      if (from[i] != NONE && to[i] != NONE) {
        int o = from[i];
        int n = to[i];
        if (newOfOld[o] == n
            && oldOfNew[n] == o
            && 2 * shared[i] > Math.min(oldSize[o], newSize[n])) {
          mutual[o] = n;
        }
      }
    }
    Arrays.fill(oldOfNew, NONE);
    for (int o = 0; o < mutual.length; o++) {
      newOfOld[o] = mutual[o];
      if (mutual[o] != NONE) {
        oldOfNew[mutual[o]] = o;
      }
    }
  }

  /** The old community that a new one continues; empty for a number that is no new community. */
  public OptionalInt continuedBy(int newCommunity) {
    int place = Arrays.binarySearch(newIds, newCommunity);
    return place < 0 || oldOfNew[place] == NONE
        ? OptionalInt.empty()
        : OptionalInt.of(oldIds[oldOfNew[place]]);
  }

  /** Numbers of the new communities, rising. */
  public int[] newCommunities() {
    return newIds.clone();
  }

  /** The largest number of an old community; empty if there is none. */
  public OptionalInt largestOld() {
    return oldIds.length == 0 ? OptionalInt.empty() : OptionalInt.of(oldIds[oldIds.length - 1]);
  }

  /** All events, by kind, then old and new community. */
  public List<CommunityEvent> events() {
    int[] order = pairsInOrder();
    int[] parts = new int[oldIds.length];
    int[] sources = new int[newIds.length];
    for (int i : order) {
      parts[from[i]] += isPart(i) ? 1 : 0;
      sources[to[i]] += goesInto(i) ? 1 : 0;
    }
    boolean[] oldSeen = new boolean[oldIds.length];
    boolean[] newSeen = new boolean[newIds.length];
    List<CommunityEvent> events = new ArrayList<>();
    for (Kind kind : List.of(Kind.CONTINUED, Kind.SPLIT, Kind.MERGED)) {
      for (int i : order) {
        if (happened(kind, i, parts, sources)) {
          events.add(event(kind, i));
          oldSeen[from[i]] = true;
          newSeen[to[i]] = true;
        }
      }
    }
    for (int n = 0; n < newIds.length; n++) {
      if (!newSeen[n] && newSize[n] > 1) {
        OptionalInt id = OptionalInt.of(newIds[n]);
        events.add(new CommunityEvent(Kind.BORN, OptionalInt.empty(), id, 0, 0, 0, newSize[n]));
      }
    }
    for (int o = 0; o < oldIds.length; o++) {
      if (!oldSeen[o] && oldSize[o] > 1) {
        OptionalInt id = OptionalInt.of(oldIds[o]);
        events.add(new CommunityEvent(Kind.DIED, id, OptionalInt.empty(), 0, 0, oldSize[o], 0));
      }
    }
    return events;
  }

  /** Overlaps of communities of two nodes and more, by old and new community. */
  private int[] pairsInOrder() {
    return IntStream.range(0, from.length)
        .filter(i -> from[i] != NONE && to[i] != NONE)
        .filter(i -> oldSize[from[i]] > 1 && newSize[to[i]] > 1)
        .boxed()
        .sorted((i, j) -> from[i] != from[j] ? from[i] - from[j] : to[i] - to[j])
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private boolean isPart(int i) {
    return 2 * shared[i] > newSize[to[i]];
  }

  private boolean goesInto(int i) {
    return 2 * shared[i] > oldSize[from[i]];
  }

  private boolean happened(Kind kind, int i, int[] parts, int[] sources) {
    int o = from[i];
    int n = to[i];
    boolean continued = newOfOld[o] == n;
    return switch (kind) {
      case CONTINUED -> continued;
      case SPLIT -> isPart(i) && (parts[o] > 1 || (newOfOld[o] != NONE && !continued));
      case MERGED -> goesInto(i) && (sources[n] > 1 || (oldOfNew[n] != NONE && !continued));
      default -> throw new IllegalArgumentException(kind.name());
    };
  }

  private CommunityEvent event(Kind kind, int i) {
    return new CommunityEvent(
        kind,
        OptionalInt.of(oldIds[from[i]]),
        OptionalInt.of(newIds[to[i]]),
        shared[i],
        jaccard(i),
        oldSize[from[i]],
        newSize[to[i]]);
  }
}
