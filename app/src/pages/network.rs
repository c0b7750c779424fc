//! The network of the neighbourhood: who knows what, and whom nobody spoke with for long.

mod new_contact;

use dioxus::prelude::*;
use voorveld_core::call::ReadNetwork;
use voorveld_core::view::{ContactLine, District, Network};

use super::handover::Involved;
use crate::components::{
    CallButton, ErrorLine, Glyph, Icon, Invite, Page, Row, SearchField, Section,
};
use crate::hooks::{clock, use_live};
use crate::route::Route;
use crate::{format, t, text};
use new_contact::NewContactSheet;

/// All contacts by neighbourhood; what is typed below narrows them down.
#[component]
pub fn NetworkPage() -> Element {
    let mut typed = use_signal(String::new);
    let mut new = use_signal(|| None::<String>);
    let live = use_live(ReadNetwork { text: typed() });
    let blank = typed.read().trim().is_empty();
    rsx! {
        Page {
            title: t!("tab-network"),
            dock_lined: true,
            dock: rsx! {
                div { class: "dock-pair",
                    SearchField {
                        id: "network-search",
                        label: t!("network-search"),
                        filled: !typed.read().is_empty(),
                        oninput: move |text| typed.set(text),
                        onclear: move |()| typed.set(String::new()),
                    }
                    if blank {
                        button {
                            class: "square",
                            id: "contact-new",
                            r#type: "button",
                            aria_label: t!("contact-new"),
                            title: t!("contact-new"),
                            onclick: move |_| new.set(Some(String::new())),
                            Icon { glyph: Glyph::UserPlus }
                        }
                    }
                }
            },
            if let Some(error) = live.problem() {
                ErrorLine { error }
            }
            if let Some(network) = live.value() {
                if network.total == 0 {
                    div { class: "section" }
                    p { class: "second quiet", id: "network-none", role: "status",
                        if blank {
                            {t!("network-none")}
                        } else {
                            {t!("network-nobody")}
                        }
                    }
                }
                Everybody { network }
                if blank {
                    Involved {}
                }
                if !blank {
                    Invite {
                        id: "contact-new-named",
                        glyph: Glyph::UserPlus,
                        label: t!("contact-new-named", name: typed.read().trim().to_owned()),
                        onpress: move |()| new.set(Some(typed.peek().trim().to_owned())),
                    }
                }
            }
        }
        if let Some(name) = new() {
            NewContactSheet { name, onclose: move |()| new.set(None) }
        }
    }
}

/// Those not spoken with for long, and then the neighbourhoods.
#[component]
pub fn Everybody(network: Network) -> Element {
    rsx! {
        if !network.long_unspoken.is_empty() {
            Section { title: t!("network-long"), id: "network-long",
                for line in network.long_unspoken {
                    Contact { key: "{line.id}", line, with_district: true }
                }
            }
        }
        for (index , district) in network.districts.into_iter().enumerate() {
            DistrictSection { key: "{index}-{district.name}", district }
        }
    }
}

#[component]
fn DistrictSection(district: District) -> Element {
    let more = district
        .total
        .saturating_sub(district.contacts.len() as u32);
    rsx! {
        Section {
            title: if district.name.is_empty() { t!("network-no-district") } else { district.name },
            aside: district.total.to_string(),
            for line in district.contacts {
                Contact { key: "{line.id}", line }
            }
            if more > 0 {
                p { class: "second quiet", {t!("network-more", n: more)} }
            }
        }
    }
}

/// Who, what they are for, when somebody last spoke with them, and a button to call.
#[component]
fn Contact(line: ContactLine, #[props(default)] with_district: bool) -> Element {
    let clock = clock();
    let mut about = Vec::new();
    if with_district {
        about.push(line.district);
    }
    about.push(line.about);
    about.retain(|part| !part.is_empty());
    let about = about.join(" · ");
    rsx! {
        Row {
            title: rsx! { "{line.name}" },
            second: (!about.is_empty()).then(|| rsx! { "{about}" }),
            aside: line
                .last_contact
                .map(|at| format::since(text::language(), clock.local(at).date(), clock.today()))
                .unwrap_or_default(),
            end: rsx! {
                CallButton { phone: line.phone, name: line.name.clone() }
            },
            to: Route::ContactPage { contact: line.id },
        }
    }
}
