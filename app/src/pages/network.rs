//! The network of contacts, and which of them nobody spoke with for long.

mod filters;
mod new_contact;

use dioxus::prelude::*;
use voorveld_core::api::ReadNetwork;
use voorveld_core::view::{ContactLine, District, Network, Total};

use super::handover::Involved;
use crate::components::{
    CallButton, ErrorLine, Glyph, Icon, Invite, MessageButton, More, Page, Row, SearchField,
    Section,
};
use crate::hooks::{NetworkLooking, clock, use_live, use_network_looking};
use crate::route::Route;
use crate::{format, t, text};
use filters::NetworkFilters;
use new_contact::NewContactSheet;

/// Contacts per page of a filtered list.
const STEP: u32 = 100;

/// All contacts by neighbourhood, narrowed down by the search field below and the chips above.
#[component]
pub fn NetworkPage() -> Element {
    let NetworkLooking {
        search: mut typed,
        mut district,
        tags,
        mut shown,
    } = use_network_looking();
    let mut new = use_signal(|| None::<String>);
    let limit = shown() * STEP;
    let live = use_live(ReadNetwork {
        text: typed(),
        district: district(),
        tags: tags(),
        limit,
    });
    let blank = typed.read().trim().is_empty();
    let all = blank && district.read().is_none() && tags.read().is_empty();
    let network = live.value();
    rsx! {
        Page {
            title: t!("tab-network"),
            dock_lined: true,
            dock: rsx! {
                div { class: "dock-pair",
                    SearchField {
                        id: "network-search",
                        label: t!("network-search"),
                        initial: typed.peek().clone(),
                        filled: !typed.read().is_empty(),
                        oninput: move |text| {
                            shown.set(1);
                            typed.set(text);
                        },
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
            if let Some(network) = network {
                NetworkFilters { tags: network.tags.clone(), districts: network.all_districts.clone() }
                if network.total == 0 {
                    div { class: "section" }
                    p { class: "second quiet", id: "network-none", role: "status",
                        if all {
                            {t!("network-none")}
                        } else if blank {
                            {t!("network-none-fits")}
                        } else {
                            {t!("network-nobody")}
                        }
                    }
                }
                Everybody {
                    network: network.clone(),
                    whole: all,
                    onmore: move |name: String| {
                        shown.set(1);
                        district.set(Some(name));
                    },
                }
                if !all {
                    More {
                        id: "network-more",
                        shown: network.districts.iter().map(|district| district.contacts.len()).sum(),
                        total: Total::from(network.total),
                        onpress: move |()| shown += 1,
                    }
                }
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

/// Contacts not spoken with for long, then all by neighbourhood.
#[component]
pub fn Everybody(
    network: Network,
    /// The list is not filtered; a neighbourhood may have more contacts than are shown.
    whole: bool,
    /// Called to show the rest of a neighbourhood.
    onmore: EventHandler<String>,
) -> Element {
    rsx! {
        if !network.long_unspoken.is_empty() {
            Section { title: t!("network-long"), id: "network-long",
                for line in network.long_unspoken {
                    Contact { key: "{line.id}", line, with_district: true }
                }
            }
        }
        for (index , district) in network.districts.into_iter().enumerate() {
            DistrictSection { key: "{index}-{district.name}", district, whole, onmore }
        }
    }
}

#[component]
fn DistrictSection(district: District, whole: bool, onmore: EventHandler<String>) -> Element {
    let name = district.name.clone();
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
            if whole && more > 0 {
                Invite {
                    label: if name.is_empty() {
                        t!("network-more", n: more)
                    } else {
                        t!("network-more-of", n: more, district: name.clone())
                    },
                    onpress: move |()| onmore.call(name.clone()),
                }
            }
        }
    }
}

/// Name, what they are good for, the last talk, and a call button.
#[component]
fn Contact(line: ContactLine, #[props(default)] with_district: bool) -> Element {
    let clock = clock();
    // Comes first, so that these align as a column: two buttons leave no room beside the name.
    let mut about = vec![
        line.last_contact
            .map(|at| format::since(text::language(), clock.local(at).date(), clock.today()))
            .unwrap_or_default(),
    ];
    if with_district {
        about.push(line.district);
    }
    about.push(line.about);
    if line.clash {
        about.push(t!("clash-listed"));
    }
    about.retain(|part| !part.is_empty());
    let about = about.join(" · ");
    rsx! {
        Row {
            title: rsx! { "{line.name}" },
            second: (!about.is_empty()).then(|| rsx! { "{about}" }),
            end: rsx! {
                MessageButton { phone: line.phone.clone(), name: line.name.clone() }
                CallButton { phone: line.phone, name: line.name.clone() }
            },
            to: Route::ContactPage { contact: line.id },
        }
    }
}
