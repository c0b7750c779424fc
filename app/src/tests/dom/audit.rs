//! Accessibility rules that every page must meet, for screen readers and keyboards.

use std::collections::BTreeSet;

use super::{Dom, Node};

/// Input types for text; the browser's autofill stores only these.
const TYPED: [&str; 8] = [
    "text", "search", "tel", "email", "url", "number", "date", "time",
];

impl Dom {
    /// Returns everything that is wrong with the page.
    pub fn faults(&self) -> Vec<String> {
        let order = self.order();
        let mut faults = Vec::new();
        let mut ids = BTreeSet::new();
        let mut level = 0;
        for node in &order {
            let node = *node;
            let is = self.describe(node);
            let get = |name: &str| self.attribute_of(node, name);
            if let Some(id) = get("id")
                && !ids.insert(id.to_owned())
            {
                faults.push(format!("{is}: its id stands twice"));
            }
            if get("tabindex").is_some_and(|index| index.parse::<i32>().is_ok_and(|n| n > 0)) {
                faults.push(format!("{is}: leaves the order of the page"));
            }
            match self.nodes[node].tag {
                "button" | "a" => {
                    if self.name_of(node).is_empty() {
                        faults.push(format!("{is}: has no name"));
                    }
                    if self.above(node, |above| matches!(above.tag, "button" | "a")) {
                        faults.push(format!("{is}: stands inside another control"));
                    }
                }
                "input" | "textarea" | "select" => faults.extend(self.field_faults(node)),
                "svg" if get("aria-hidden") != Some("true") && get("aria-label").is_none() => {
                    faults.push(format!("{is}: is neither hidden nor named"));
                }
                "nav" | "section" if get("aria-label").is_some_and(str::is_empty) => {
                    faults.push(format!("{is}: has an empty name"));
                }
                "nav" if get("aria-label").is_none() => faults.push(format!("{is}: has no name")),
                "h1" | "h2" | "h3" => {
                    let now = usize::from(self.nodes[node].tag.as_bytes()[1] - b'0');
                    if now > level + 1 {
                        faults.push(format!("{is}: skips a level"));
                    }
                    level = now;
                    if self.name_of(node).is_empty() {
                        faults.push(format!("{is}: an empty heading"));
                    }
                }
                _ => {}
            }
            if matches!(
                get("role"),
                Some("img" | "dialog" | "group" | "tablist" | "checkbox")
            ) && get("aria-label").is_none_or(str::is_empty)
            {
                faults.push(format!("{is}: has no name"));
            }
            for points in [
                "for",
                "aria-controls",
                "aria-labelledby",
                "aria-describedby",
            ] {
                if let Some(to) = get(points)
                    && self.find(to).is_none()
                {
                    faults.push(format!("{is}: {points} points nowhere"));
                }
            }
        }
        for tag in ["h1", "main"] {
            let count = order
                .iter()
                .filter(|node| self.nodes[**node].tag == tag)
                .count();
            if count != 1 {
                faults.push(format!("{count} times {tag}"));
            }
        }
        faults.extend(self.outside(&order));
        faults
    }

    fn field_faults(&self, node: usize) -> Vec<String> {
        let is = self.describe(node);
        let get = |name: &str| self.attribute_of(node, name);
        let kind = get("type").unwrap_or("text");
        let lines = self.nodes[node].tag == "textarea";
        let mut faults = Vec::new();
        let labelled = get("aria-label").is_some_and(|label| !label.is_empty())
            || self.order().into_iter().any(|label| {
                self.attribute_of(label, "for")
                    .is_some_and(|to| get("id") == Some(to))
                    && !self.name_of(label).is_empty()
            });
        if !labelled {
            faults.push(format!("{is}: has no label"));
        }
        if !lines && !TYPED.contains(&kind) {
            return faults;
        }
        if get("autocomplete") != Some("off") {
            faults.push(format!("{is}: the browser keeps what is typed"));
        }
        if (lines || TYPED[..5].contains(&kind)) && get("enterkeyhint").is_none() {
            faults.push(format!("{is}: does not say what Enter does"));
        }
        if (lines || kind == "text") && get("autocapitalize").is_none() {
            faults.push(format!("{is}: does not say where capitals come"));
        }
        faults
    }

    /// Returns text and controls outside every landmark.
    fn outside(&self, order: &[usize]) -> Vec<String> {
        let landmark = |node: &Node| {
            let role = node.attributes.iter().find(|(name, _)| *name == "role");
            matches!(node.tag, "main" | "nav" | "section")
                || role.is_some_and(|(_, role)| role == "dialog")
        };
        order
            .iter()
            .filter(|node| {
                matches!(
                    self.nodes[**node].tag,
                    "button" | "a" | "input" | "p" | "h1"
                )
            })
            .filter(|node| !self.above(**node, landmark))
            .map(|node| format!("{}: stands in no landmark", self.describe(*node)))
            .collect()
    }

    fn above(&self, node: usize, is: impl Fn(&Node) -> bool) -> bool {
        let mut at = self.nodes[node].parent;
        while let Some(above) = at {
            if is(&self.nodes[above]) {
                return true;
            }
            at = self.nodes[above].parent;
        }
        false
    }

    /// Returns an element's accessible name.
    fn name_of(&self, node: usize) -> String {
        if self.attribute_of(node, "aria-hidden") == Some("true") {
            return String::new();
        }
        if let Some(label) = self.attribute_of(node, "aria-label") {
            return label.trim().to_owned();
        }
        let mut name = self.nodes[node].text.clone();
        for child in &self.nodes[node].children {
            name.push(' ');
            name.push_str(&self.name_of(*child));
        }
        name.trim().to_owned()
    }

    fn describe(&self, node: usize) -> String {
        let get = |name: &str| self.attribute_of(node, name).unwrap_or_default();
        let mut words = self.name_of(node);
        words.truncate(words.floor_char_boundary(40));
        let (tag, id, class) = (self.nodes[node].tag, get("id"), get("class"));
        format!("<{tag} #{id} .{class} “{words}”>")
    }
}
