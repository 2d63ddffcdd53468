package org.almagest.notebook;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** What a cell can do besides ending in the value that is displayed. */
public final class Cell {
  private static final AtomicReference<Consumer<Object>> SCREEN =
      new AtomicReference<>(System.out::println);

  private Cell() {}

  /** Displays a value now, so that one cell can show several. */
  public static void show(Object value) {
    SCREEN
        .get()
        .accept(Objects.requireNonNull(value, "there is nothing to show: the value is null"));
  }

  /** Where values are displayed from now on; the kernel sets it when it starts. */
  public static void showOn(Consumer<Object> screen) {
    SCREEN.set(screen);
  }
}
