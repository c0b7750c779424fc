//! Applies Dioxus's mutations to the page.

use dioxus::core::{AttributeValue, ElementId, Template, WriteMutations};

use super::{Dom, Node};

impl WriteMutations for Dom {
    fn append_children(&mut self, id: ElementId, m: usize) {
        let parent = self.ids[&id];
        for child in self.take(m) {
            self.detach(child);
            self.nodes[child].parent = Some(parent);
            self.nodes[parent].children.push(child);
        }
    }

    fn assign_node_id(&mut self, path: &'static [u8], id: ElementId) {
        let node = self.at_path(path);
        self.name(node, id);
    }

    fn create_placeholder(&mut self, id: ElementId) {
        let node = self.add(Node::default());
        self.name(node, id);
        self.stack.push(node);
    }

    fn create_text_node(&mut self, value: &str, id: ElementId) {
        self.create_placeholder(id);
        self.set_node_text(value, id);
    }

    fn load_template(&mut self, template: Template, index: usize, id: ElementId) {
        let node = self.make(&template.roots[index]);
        self.name(node, id);
        self.stack.push(node);
    }

    fn replace_node_with(&mut self, id: ElementId, m: usize) {
        let nodes = self.take(m);
        self.put(self.ids[&id], nodes, false, false);
    }

    fn replace_placeholder_with_nodes(&mut self, path: &'static [u8], m: usize) {
        let nodes = self.take(m);
        let target = self.at_path(path);
        self.put(target, nodes, false, false);
    }

    fn insert_nodes_after(&mut self, id: ElementId, m: usize) {
        let nodes = self.take(m);
        self.put(self.ids[&id], nodes, false, true);
    }

    fn insert_nodes_before(&mut self, id: ElementId, m: usize) {
        let nodes = self.take(m);
        self.put(self.ids[&id], nodes, true, true);
    }

    fn set_attribute(
        &mut self,
        name: &'static str,
        _ns: Option<&'static str>,
        value: &AttributeValue,
        id: ElementId,
    ) {
        let value = match value {
            AttributeValue::Text(text) => Some(text.clone()),
            AttributeValue::Bool(yes) => Some(yes.to_string()),
            AttributeValue::Int(number) => Some(number.to_string()),
            AttributeValue::Float(number) => Some(number.to_string()),
            _ => None,
        };
        let attributes = &mut self.nodes[self.ids[&id]].attributes;
        attributes.retain(|(each, _)| *each != name);
        attributes.extend(value.map(|value| (name, value)));
    }

    fn set_node_text(&mut self, value: &str, id: ElementId) {
        value.clone_into(&mut self.nodes[self.ids[&id]].text);
    }

    fn create_event_listener(&mut self, name: &'static str, id: ElementId) {
        self.nodes[self.ids[&id]].listeners.push(name);
    }

    fn remove_event_listener(&mut self, name: &'static str, id: ElementId) {
        self.nodes[self.ids[&id]]
            .listeners
            .retain(|each| *each != name);
    }

    fn remove_node(&mut self, id: ElementId) {
        self.detach(self.ids[&id]);
    }

    fn push_root(&mut self, id: ElementId) {
        self.stack.push(self.ids[&id]);
    }
}
