//! An in-memory page: applies what Dioxus renders, can be read as text, and resolves which element an
//! event goes to.

mod audit;
mod draw;

use std::collections::HashMap;

use dioxus::core::{ElementId, TemplateAttribute, TemplateNode};

/// An element, a text, or an empty placeholder.
#[derive(Debug, Default)]
struct Node {
    tag: &'static str,
    text: String,
    attributes: Vec<(&'static str, String)>,
    listeners: Vec<&'static str>,
    parent: Option<usize>,
    children: Vec<usize>,
    id: Option<ElementId>,
}

/// The rendered page.
#[derive(Debug)]
pub struct Dom {
    nodes: Vec<Node>,
    ids: HashMap<ElementId, usize>,
    stack: Vec<usize>,
}

impl Dom {
    pub fn new() -> Self {
        Self {
            nodes: vec![Node::default()],
            ids: HashMap::from([(ElementId(0), 0)]),
            stack: vec![],
        }
    }

    /// Returns all text on the page, with whitespace collapsed.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.write_text(0, &mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Returns the text inside the element with this id.
    pub fn text_of(&self, id: &str) -> Option<String> {
        let mut text = String::new();
        self.write_text(self.find(id)?, &mut text);
        Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Returns an attribute of the element with this id.
    pub fn attribute(&self, id: &str, name: &str) -> Option<String> {
        self.attribute_of(self.find(id)?, name).map(str::to_owned)
    }

    /// Returns all values of an attribute, in document order.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.order()
            .into_iter()
            .filter_map(|node| self.attribute_of(node, name).map(str::to_owned))
            .collect()
    }

    /// Returns the first element that listens to `event`.
    pub fn first(&self, event: &str) -> Option<ElementId> {
        self.order()
            .into_iter()
            .find_map(|node| self.listener_at(node, event))
    }

    /// Returns the listener for `event` on the element with this id, or its nearest ancestor with one.
    pub fn listener(&self, id: &str, event: &str) -> Option<ElementId> {
        self.listener_at(self.find(id)?, event)
    }

    /// Returns the click listener of the nth control with exactly this text or label.
    pub fn pressed(&self, words: &str, nth: usize) -> Option<ElementId> {
        let control = self
            .order()
            .into_iter()
            .filter(|node| matches!(self.nodes[*node].tag, "button" | "a"))
            .filter(|node| {
                let mut text = String::new();
                self.write_text(*node, &mut text);
                text.split_whitespace().collect::<Vec<_>>().join(" ") == words
                    || self.attribute_of(*node, "aria-label") == Some(words)
            })
            .nth(nth)?;
        self.listener_at(control, "click")
    }

    fn find(&self, id: &str) -> Option<usize> {
        self.order()
            .into_iter()
            .find(|node| self.attribute_of(*node, "id") == Some(id))
    }

    fn listener_at(&self, node: usize, event: &str) -> Option<ElementId> {
        let mut at = Some(node);
        while let Some(node) = at {
            if self.nodes[node].listeners.contains(&event) {
                return self.nodes[node].id;
            }
            at = self.nodes[node].parent;
        }
        None
    }

    fn attribute_of(&self, node: usize, name: &str) -> Option<&str> {
        self.nodes[node]
            .attributes
            .iter()
            .find(|(each, _)| *each == name)
            .map(|(_, value)| value.as_str())
    }

    fn order(&self) -> Vec<usize> {
        let mut order = vec![];
        let mut todo = vec![0];
        while let Some(node) = todo.pop() {
            order.push(node);
            todo.extend(self.nodes[node].children.iter().rev());
        }
        order
    }

    fn write_text(&self, node: usize, text: &mut String) {
        if self.nodes[node].tag.is_empty() && !self.nodes[node].text.is_empty() {
            text.push_str(&self.nodes[node].text);
        }
        for child in &self.nodes[node].children {
            self.write_text(*child, text);
        }
        // Inline parts of a sentence are not separated; other elements are.
        if !matches!(self.nodes[node].tag, "" | "mark" | "strong") {
            text.push(' ');
        }
    }

    fn add(&mut self, node: Node) -> usize {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    fn make(&mut self, node: &TemplateNode) -> usize {
        match node {
            TemplateNode::Element {
                tag,
                attrs,
                children,
                ..
            } => {
                let made = self.add(Node {
                    tag,
                    attributes: attrs
                        .iter()
                        .filter_map(|attribute| match attribute {
                            TemplateAttribute::Static { name, value, .. } => {
                                Some((*name, (*value).to_owned()))
                            }
                            TemplateAttribute::Dynamic { .. } => None,
                        })
                        .collect(),
                    ..Node::default()
                });
                for child in *children {
                    let child = self.make(child);
                    self.nodes[child].parent = Some(made);
                    self.nodes[made].children.push(child);
                }
                made
            }
            TemplateNode::Text { text } => self.add(Node {
                text: (*text).to_owned(),
                ..Node::default()
            }),
            TemplateNode::Dynamic { .. } => self.add(Node::default()),
        }
    }

    fn name(&mut self, node: usize, id: ElementId) {
        self.nodes[node].id = Some(id);
        self.ids.insert(id, node);
    }

    fn take(&mut self, m: usize) -> Vec<usize> {
        self.stack.split_off(self.stack.len() - m)
    }

    fn at_path(&self, path: &[u8]) -> usize {
        let top = *self.stack.last().expect("a node to start from");
        path.iter().fold(top, |node, step| {
            self.nodes[node].children[usize::from(*step)]
        })
    }

    /// Inserts nodes before, after or in place of a node.
    fn put(&mut self, target: usize, nodes: Vec<usize>, before: bool, keep: bool) {
        for node in &nodes {
            self.detach(*node);
        }
        let parent = self.nodes[target].parent.expect("a node on the page");
        let siblings = &self.nodes[parent].children;
        let place = siblings
            .iter()
            .position(|node| *node == target)
            .expect("its parent's child");
        for node in &nodes {
            self.nodes[*node].parent = Some(parent);
        }
        let range = match (keep, before) {
            (false, _) => place..=place,
            (true, true) => {
                self.nodes[parent].children.splice(place..place, nodes);
                return;
            }
            (true, false) => {
                self.nodes[parent].children.splice(place + 1..=place, nodes);
                return;
            }
        };
        self.nodes[target].parent = None;
        self.nodes[parent].children.splice(range, nodes);
    }

    fn detach(&mut self, node: usize) {
        if let Some(parent) = self.nodes[node].parent.take() {
            self.nodes[parent].children.retain(|child| *child != node);
        }
    }
}
