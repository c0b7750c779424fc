//! Conflicts: contact fields that two people set concurrently.

use dioxus::prelude::*;
use voorveld_core::ContactId;
use voorveld_core::api::SetContactField;
use voorveld_core::model::ContactField;
use voorveld_core::view::Clash;

use crate::components::{ClashChoice, ErrorLine};
use crate::hooks::use_action;
use crate::{format, text};

/// A box for each conflict on one of these fields.
#[component]
pub fn ContactClashes(
    contact: ContactId,
    clashes: Vec<Clash<ContactField>>,
    fields: Vec<ContactField>,
    /// Begins the ids of the boxes.
    #[props(default = "clash".to_owned())]
    id: String,
) -> Element {
    let action = use_action();
    let here = clashes
        .into_iter()
        .filter(|clash| fields.contains(&clash.field));
    rsx! {
        for Clash { field , values } in here {
            ClashChoice {
                key: "{field.key()}",
                id: format!("{id}-{}", field.key()),
                field: format::contact_field(text::language(), field),
                shown: values
                    .iter()
                    .map(|each| match field {
                        ContactField::Phone => format::phone(&each.value),
                        _ => each.value.clone(),
                    })
                    .collect::<Vec<_>>(),
                values,
                onchoose: move |value| action.send(SetContactField { contact, field, value }),
            }
        }
        if let Some(error) = action.problem() {
            ErrorLine { error }
        }
    }
}
