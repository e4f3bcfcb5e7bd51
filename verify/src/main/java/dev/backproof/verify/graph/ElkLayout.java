package dev.backproof.verify.graph;

import dev.backproof.verify.graph.Diagram.Box;
import dev.backproof.verify.graph.Diagram.Link;
import dev.backproof.verify.graph.Layout.Area;
import dev.backproof.verify.graph.Layout.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.WrappingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Lays a diagram out from left to right, by the layered algorithm of the Eclipse Layout Kernel
 * (Sugiyama's: layers, few crossings, straight links).
 *
 * <p>It is called directly, without its registry of algorithms; its random numbers have a fixed
 * seed.
 */
public final class ElkLayout {
  private static final double MARGIN = 8;
  private static final double BESIDE = 18;
  private static final double BETWEEN_LAYERS = 34;
  private static final double BETWEEN_LINKS = 9;

  /** What is wider does not fit on a screen without being moved, or on paper without a lens. */
  private static final double WIDEST = 1250;

  /** Width over height of what is broken into rows: few rows first. */
  private static final double[] OF_ROWS = {8, 4, 2, 1};

  private ElkLayout() {}

  /** The layout of a diagram, in one row. */
  public static Layout of(Diagram diagram) {
    return of(diagram, WrappingStrategy.OFF, 1);
  }

  /** The layout of a diagram, broken into rows like a text if one would be too wide to read. */
  public static Layout inRows(Diagram diagram) {
    Layout layout = of(diagram);
    for (int i = 0; i < OF_ROWS.length && layout.width() > WIDEST; i++) {
      layout = of(diagram, WrappingStrategy.MULTI_EDGE, OF_ROWS[i]);
    }
    return layout;
  }

  private static Layout of(Diagram diagram, WrappingStrategy wrapping, double ratio) {
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(LayeredOptions.WRAPPING_STRATEGY, wrapping);
    root.setProperty(LayeredOptions.ASPECT_RATIO, ratio);
    root.setProperty(LayeredOptions.DIRECTION, Direction.RIGHT);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    root.setProperty(LayeredOptions.RANDOM_SEED, 1);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, BESIDE);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE, BETWEEN_LINKS);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, BETWEEN_LINKS);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BETWEEN_LINKS);
    root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, BETWEEN_LINKS);

    Map<String, ElkNode> nodes = new LinkedHashMap<>();
    for (Box box : diagram.boxes()) {
      ElkNode node = ElkGraphUtil.createNode(root);
      node.setDimensions(Measure.width(box), Measure.height(box));
      nodes.put(box.id(), node);
    }
    Map<String, ElkEdge> edges = new LinkedHashMap<>();
    for (Link link : diagram.links()) {
      ElkNode from = Objects.requireNonNull(nodes.get(link.from()), link.from());
      ElkNode to = Objects.requireNonNull(nodes.get(link.to()), link.to());
      edges.put(link.id(), ElkGraphUtil.createSimpleEdge(from, to));
    }
    if (!nodes.isEmpty()) {
      // It also says how options are copied, without which the algorithm refuses.
      LayoutMetaDataService.getInstance();
      new LayeredLayoutProvider().layout(root, new NullElkProgressMonitor());
    }
    return read(root, nodes, edges);
  }

  private static Layout read(ElkNode root, Map<String, ElkNode> nodes, Map<String, ElkEdge> edges) {
    Map<String, Area> areas = new HashMap<>();
    nodes.forEach(
        (id, node) ->
            areas.put(id, new Area(node.getX(), node.getY(), node.getWidth(), node.getHeight())));
    Map<String, List<Point>> routes = new HashMap<>();
    edges.forEach((id, edge) -> routes.put(id, route(edge)));
    return new Layout(root.getWidth(), root.getHeight(), areas, routes);
  }

  private static List<Point> route(ElkEdge edge) {
    List<Point> points = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(new Point(section.getStartX(), section.getStartY()));
      section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
      points.add(new Point(section.getEndX(), section.getEndY()));
    }
    return List.copyOf(points);
  }
}
