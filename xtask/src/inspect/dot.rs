//! An inspection as a graph in the language of Graphviz.

use codegen::inspect::Inspection;
use codegen::one_line;
use std::fmt::Write;

/// Operations as boxes, shapes in the look of their kind, members on the arrows.
pub fn graph(title: &str, inspection: &Inspection) -> String {
    let mut text = format!("digraph {} {{\n  rankdir = LR;\n  node [shape = plaintext];\n", quoted(&one_line(title)));
    for operation in inspection.operations.iter().filter(|operation| operation.selected) {
        let node = quoted(&format!("operation {}", operation.name));
        let _ = writeln!(text, "  {node} [label = {}, shape = box, style = bold];", quoted(&operation.name));
    }
    for shape in &inspection.shapes {
        let look = match shape.kind {
            "structure" => "shape = box, style = rounded",
            "error" => "shape = octagon",
            "enum" | "intEnum" => "shape = hexagon",
            "union" => "shape = diamond",
            "list" | "map" => "shape = box3d",
            _ => continue,
        };
        let _ = writeln!(text, "  {} [{look}];", quoted(&shape.name));
    }
    for edge in &inspection.edges {
        let from = if edge.from_operation { format!("operation {}", edge.from) } else { edge.from.clone() };
        let _ = writeln!(text, "  {} -> {} [label = {}];", quoted(&from), quoted(&edge.to), quoted(&edge.label));
    }
    text + "}\n"
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
