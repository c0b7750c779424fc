use super::screen::Screen;
use crate::platform::take_handed;

#[tokio::test]
async fn the_chart_its_figures_and_the_table_say_the_same() {
    let mut screen = Screen::open("/team/effect");
    let page = screen.shows("Nieuwe dossiers per jaar").await;
    let text = page.text();
    assert!(
        text.contains("2025 loopt nog, geteld tot en met vandaag"),
        "{text}"
    );
    assert!(text.contains("52 2022 61 2023 39 2024 21 2025"), "{text}");
    let figures = page.text_of("effect-figures").unwrap_or_default();
    assert!(figures.contains("26 dossiers zijn nu open"), "{figures}");
    assert!(
        figures.contains("4 dagen van aanmelding tot eerste contact, of sneller"),
        "{figures}"
    );
    assert!(
        figures.contains("7 → 3 partijen rond één dossier"),
        "{figures}"
    );
    let years = page.text_of("effect-years").unwrap_or_default();
    assert!(years.contains("nieuw 52 61 39 21"), "{years}");
    let outcomes = page.text_of("effect-outcomes").unwrap_or_default();
    assert!(
        outcomes.contains("62 stabiel 60 hulp geaccepteerd"),
        "{outcomes}"
    );
}

#[tokio::test]
async fn effect_goes_out_on_paper_and_as_a_table() {
    take_handed();
    let mut screen = Screen::open("/team/effect");
    screen.shows("Nieuwe dossiers per jaar").await;
    screen.press("effect-html");
    screen.shows("Bewaard: effect-2025-11-18.html").await;
    screen.press("effect-csv");
    screen.shows("Bewaard: effect-2025-11-18.csv").await;
    let files = take_handed();
    let text = |n: usize| String::from_utf8(files[n].bytes.clone()).expect("text");
    assert!(text(0).contains("<svg") && text(0).contains(">61</text>"));
    let table = text(1);
    assert_eq!(table.lines().count(), 5);
    assert!(table.contains("2023;61;55;3;47;6;20;22;7;4"), "{table}");
}
