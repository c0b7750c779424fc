//! The chart: one bar per year with its figure; the current year is hatched.

use dioxus::prelude::*;
use voorveld_core::view::EffectYear;

use crate::export;

/// The number of years that fit on a phone.
const SHOWN: usize = 5;

/// Returns the most recent years.
pub fn shown(years: &[EffectYear]) -> &[EffectYear] {
    &years[years.len().saturating_sub(SHOWN)..]
}

/// Returns a bar's height out of `full`; a small minimum keeps nonzero bars visible.
fn height(year: &EffectYear, years: &[EffectYear], full: f64) -> f64 {
    let most = years.iter().map(|year| year.signed_up).max().unwrap_or(0);
    match year.signed_up {
        0 => 0.0,
        count => (full * f64::from(count) / f64::from(most)).max(full / 40.0),
    }
}

/// The chart on the screen. Figures and years are HTML text, so that they scale with the font size.
#[component]
pub fn Bars(years: Vec<EffectYear>) -> Element {
    let years = shown(&years);
    let last = years.len().saturating_sub(1);
    rsx! {
        ul { class: "bars",
            for (index , year) in years.iter().enumerate() {
                li { key: "{year.year}", class: "bars__year",
                    span { class: "bars__count", "{year.signed_up}" }
                    svg {
                        class: "bars__bar",
                        "aria-hidden": "true",
                        width: "100%",
                        height: format!("{:.2}rem", height(year, years, 10.0)),
                        if index == last {
                            defs {
                                pattern {
                                    id: "bars-hatch",
                                    width: "10",
                                    height: "10",
                                    "patternUnits": "userSpaceOnUse",
                                    "patternTransform": "rotate(45)",
                                    rect { class: "bars__stripe", width: "5", height: "10" }
                                }
                            }
                            rect {
                                class: "bars__running",
                                width: "100%",
                                height: "100%",
                                fill: "url(#bars-hatch)",
                            }
                        } else {
                            rect { class: "bars__full", width: "100%", height: "100%" }
                        }
                    }
                    span { class: "bars__name", "{year.year}" }
                }
            }
        }
    }
}

/// Returns the chart for paper as an SVG drawing.
pub fn drawing(years: &[EffectYear]) -> String {
    let years = shown(years);
    // In SVG user units: the distance between bars, a bar's width, the highest bar, the room for its
    // figure.
    let (step, bar, full, above) = (120, 100, 200.0, 34.0);
    let (wide, high) = (years.len() * step, full + above + 34.0);
    let base = full + above;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" \
         height=\"{high}\" font-size=\"22\" font-weight=\"700\" text-anchor=\"middle\" \
         fill=\"#14201b\">\
         <defs><pattern id=\"hatch\" width=\"10\" height=\"10\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"10\" fill=\"#0b5e48\"/></pattern></defs>"
    );
    for (index, year) in years.iter().enumerate() {
        let tall = height(year, years, full);
        let (left, top, middle) = (index * step, base - tall, index * step + bar / 2);
        let fill = if index + 1 == years.len() {
            "url(#hatch)"
        } else {
            "#0b5e48"
        };
        out.push_str(&format!(
            "<rect x=\"{left}\" y=\"{top:.1}\" width=\"{bar}\" height=\"{tall:.1}\" fill=\"{fill}\" \
             stroke=\"#0b5e48\"/><text x=\"{middle}\" y=\"{:.1}\">{}</text>\
             <text x=\"{middle}\" y=\"{:.1}\" font-weight=\"400\">",
            top - 8.0,
            year.signed_up,
            base + 26.0,
        ));
        export::escape(&mut out, &year.year.to_string());
        out.push_str("</text>");
    }
    out.push_str(&format!(
        "<path d=\"M0 {base}H{wide}\" stroke=\"#14201b\" stroke-width=\"2\"/></svg>"
    ));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn years(counts: &[u32]) -> Vec<EffectYear> {
        let year = |(n, count): (usize, &u32)| EffectYear {
            year: 2020 + n as i32,
            signed_up: *count,
            ..EffectYear::default()
        };
        counts.iter().enumerate().map(year).collect()
    }

    #[test]
    fn bars_are_as_high_as_their_figures_say() {
        let years = years(&[50, 100, 1, 0]);
        let heights: Vec<f64> = years.iter().map(|y| height(y, &years, 200.0)).collect();
        assert_eq!(heights, [100.0, 200.0, 5.0, 0.0]);
        assert_eq!(height(&years[3], &years[3..], 200.0), 0.0, "nothing at all");
    }

    #[test]
    fn only_the_last_years_are_drawn_and_the_last_is_hatched() {
        let drawn = drawing(&years(&[9, 58, 66, 41, 23, 7]));
        assert_eq!(drawn.matches("<rect x").count(), 5);
        assert!(!drawn.contains(">2020<") && drawn.contains(">2025<"));
        assert_eq!(drawn.matches("url(#hatch)").count(), 1);
        assert!(drawn.contains(">66<"), "its figure stands on it");
        assert!(!drawing(&[]).contains("<rect x"));
    }
}
