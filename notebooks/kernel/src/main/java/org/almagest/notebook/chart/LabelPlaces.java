package org.almagest.notebook.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds places for names beside circles, so that no name lies on another one or, where that can be,
 * on a circle. Names are placed greedily, so that the important ones should come first.
 */
final class LabelPlaces {
  private static final double GAP = 3;

  /**
   * Where a name goes.
   *
   * @param y its baseline
   */
  record Place(double x, double y, Svg.Anchor anchor) {}

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    boolean isWithin(Box other) {
      return left >= other.left
          && right <= other.right
          && top >= other.top
          && bottom <= other.bottom;
    }
  }

  private final Box paper;
  private final double size;
  private final List<Box> circles = new ArrayList<>();
  private final List<Box> names = new ArrayList<>();

  /**
   * @param size of the text
   */
  LabelPlaces(double left, double top, double right, double bottom, double size) {
    this.paper = new Box(left, top, right, bottom);
    this.size = size;
  }

  /** Tells of a circle; all of them before the first name. */
  void circle(double x, double y, double radius) {
    // A square of the same area: names may come near a circle's corners.
    double half = radius * 0.89;
    circles.add(new Box(x - half, y - half, x + half, y + half));
  }

  /** A free place for the name of a circle, which is taken then; empty where there is none. */
  Optional<Place> find(double x, double y, double radius, String name) {
    return find(x, y, radius, name, circles);
  }

  /** The same, but names may lie on circles. */
  Optional<Place> findOverCircles(double x, double y, double radius, String name) {
    return find(x, y, radius, name, List.of());
  }

  private Optional<Place> find(
      double x, double y, double radius, String name, List<Box> obstacles) {
    double width = TextWidth.of(name, size);
    double beside = radius + GAP;
    double slant = radius * 0.75 + GAP;
    double half = size * 0.36;
    List<Place> places =
        List.of(
            new Place(x + beside, y + half, Svg.Anchor.START),
            new Place(x - beside, y + half, Svg.Anchor.END),
            new Place(x, y - beside - 2, Svg.Anchor.MIDDLE),
            new Place(x, y + beside + size * 0.8, Svg.Anchor.MIDDLE),
            new Place(x + slant, y - slant, Svg.Anchor.START),
            new Place(x + slant, y + slant + half, Svg.Anchor.START),
            new Place(x - slant, y - slant, Svg.Anchor.END),
            new Place(x - slant, y + slant + half, Svg.Anchor.END));
    for (Place place : places) {
      Box box = box(place, width);
      if (box.isWithin(paper)
          && names.stream().noneMatch(box::meets)
          && obstacles.stream().noneMatch(box::meets)) {
        names.add(box);
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  private Box box(Place place, double width) {
    double left =
        switch (place.anchor()) {
          case START -> place.x();
          case MIDDLE -> place.x() - width / 2;
          case END -> place.x() - width;
        };
    return new Box(left, place.y() - size * 0.8, left + width, place.y() + size * 0.25);
  }
}
