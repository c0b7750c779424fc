//! Mentions of danger, in the words in which lists make them.

use super::super::danger::sentences;
use super::cases_of;

/// Asserts that each of these is offered as it stands.
fn offered(texts: &[&str]) {
    let missed: Vec<_> = texts
        .iter()
        .filter(|text| sentences(text) != [**text])
        .collect();
    assert!(missed.is_empty(), "{missed:?}");
}

/// Asserts that none of these is offered.
fn passed_over(texts: &[&str]) {
    let said: Vec<_> = texts
        .iter()
        .filter(|text| !sentences(text).is_empty())
        .collect();
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn danger_is_heard_and_its_denial_too() {
    for text in [
        "hond bijt",
        "LET OP: mes in de la",
        "heeft een vuurwapen",
        "nooit alleen naar binnen",
        "met z\u{2019}n tweeën gaan",
        "spuugt naar agenten",
        "Huisdier: hond",
        "bedreigt buren",
        "niet alleen gaan",
        "vuurwapengevaarlijk",
        "steekpartij in 2023",
        "doodsbedreiging geuit",
        "heeft gedreigd",
        "wapenbezit",
        "geweldsdelict",
        "mishandelde een agent",
        "intimiderend",
        "twee rottweilers",
        "kettinghond",
        "niet zonder collega",
        "dubbele bezetting",
        "brandgevaar",
        "Vorsicht bissiger Hund",
    ] {
        assert_eq!(sentences(text), [text]);
    }
    for text in [
        "geen wapen",
        "messing lampen",
        "werkt bij een hondenuitlaatservice",
        "niet agressief",
        "Hond: nee",
        "zonder hond",
        "bijt niet",
        "rustig",
        "woont op het Wapenplein",
        "geweldige vrouw",
        "Hondsrugweg 3",
        "geen honden",
    ] {
        assert_eq!(sentences(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(
        sentences("Rustige man. Heeft een mes! Houdt van koffie"),
        ["Heeft een mes!"]
    );
    assert_eq!(
        sentences("geen hond, wel een mes"),
        ["geen hond, wel een mes"]
    );
}

#[test]
fn a_denial_of_something_else_cancels_no_danger() {
    offered(&[
        "Hond niet te vertrouwen",
        "Hond niet aangelijnd",
        "Hond (niet benaderen)",
        "Honden niet aaien",
        "Geweld niet uitgesloten",
        "Agressie niet uit te sluiten",
        "wapen nooit gevonden",
        "Wil geen hulp - agressief naar medewerkers",
        "Wil geen hulp -agressief",
        "Doet niet open \u{2013} hond blaft",
        "geen hulp + mes",
        "geen hulp * mes",
        "geen gehoor - honden los in de tuin",
        "niet thuis hond blaft",
        "Niet bellen agressief",
        "Zonder medicatie gewelddadig",
        "Niet alleen bezoeken maar samen met wijkagent",
        "Niet alleen naar binnen, maar ook niet bellen",
        "Niet alleen gaan ook overdag",
        "niet \"alleen\" gaan",
        "is niet ongevaarlijk",
        "nooit zonder mes op straat",
        "geen idee of de hond bijt",
        "niet meer agressief sinds mei",
        "Niet alleen gaan: ja",
        "hond is weg van de ketting",
    ]);
    passed_over(&[
        "geen hond",
        "geen hond meer",
        "geen grote hond",
        "geen sprake van agressie",
        "geen agressieve hond",
        "niet agressief",
        "niet erg agressief",
        "nog nooit agressief",
        "zonder wapens",
        "bijt niet",
        "hond is overleden",
        "hond is weg",
        "Niet alleen verslaafd maar ook dakloos",
        "Niet alleen gaan: nee",
    ]);
}

#[test]
fn inflections_misspellings_and_company_are_understood() {
    offered(&[
        "Dreigende houding",
        "bedreigende sfeer",
        "gewapende overval",
        "bewapende man",
        "vuurwapengevaarlijke man",
        "gewelddadigheid",
        "onveilige situatie",
        "aanvallend",
        "spugende man",
        "twee dobermans",
        "hondjes",
        "bijlen",
        "granaten",
        "handgranaat aan de deur",
        "zakmessen",
        "kapmes",
        "broodmes",
        "vleesmes",
        "gegooid met stenen",
        "gewurgd",
        "schoot op een agent",
        "trapte de deur in",
        "heeft brand gesticht in de woning",
        "viel de wijkagent aan",
        "valt hulpverleners aan",
        "is aggressief",
        "aggressie",
        "zeer agresief",
        "geweldadig",
        "rotweiler",
        "pit bull",
        "pit-bull",
        "Altijd in duo bezoeken",
        "Duobezoek verplicht",
        "altijd met z'n 2en",
        "Nooit zonder begeleiding",
        "alleen met politiebegeleiding",
        "alleen onder politiebegeleiding",
        "altijd samen met collega",
        "niet in je eentje",
        "niet solo op bezoek",
        "3honden",
        "altijd met collega",
        "in koppels bezoeken",
        "2 personen bezoek",
        "heeft mij bij de keel gepakt",
        "heeft collega geduwd",
        "seksueel grensoverschrijdend",
        "risico op escalatie",
        "heeft vuurwp",
        "gas open gezet",
        "brandt huis af",
        "boobytrap achter de deur",
        "valkuil bij deur",
        "hepatitis C",
        "is fysiek geworden",
    ]);
    passed_over(&[
        "woont onder begeleiding",
        "vier trappen op",
        "ligt op schot",
    ]);
}

#[test]
fn a_title_and_its_answer_speak_of_danger_together() {
    offered(&[
        "Let op: 2 pers",
        "Alleen bezoeken: nee",
        "Veilig: nee",
        "Risico: hoog",
        "Agressie: ja",
        "Twee personen: ja",
        "Dreiging: ja",
        "Dreigingsniveau: hoog",
        "Veiligheid: rood",
        "Code rood: ja",
        "Agressor: ja",
        "Besmetting: ja",
        "Alert: ja",
        "Solo bezoek: nee",
    ]);
    passed_over(&[
        "Let op: nee",
        "Alleen bezoeken: ja",
        "Woont alleen: nee",
        "Veilig: ja",
        "Risico: laag",
        "Agressie: nee",
        "Hond: n.v.t.",
        "Dreiging: nee",
        "Dreigingsniveau: laag",
        "Veiligheid: groen",
        "Code rood: nee",
        "Solo bezoek: ja",
    ]);
    let (rows, _) = cases_of(b"Naam;Alleen bezoeken;Risico\nPoedel;nee;hoog\nKers;ja;laag\n");
    assert_eq!(rows[0].danger, ["Alleen bezoeken: nee", "Risico: hoog"]);
    assert!(rows[1].danger.is_empty(), "{:?}", rows[1].danger);
}

#[test]
fn danger_is_heard_in_every_text_of_a_row_and_offered_once() {
    let (rows, _) = cases_of(
        "Dossiernr;Naam;Adres;Telefoon;Problematiek;Wat telt;Wel;Niet;Opmerking\n\
        A-1;Jan Pel (agressief);Dijk 2 - pas op hond;0612345678 niet bellen, wordt agressief;\
        agressie, wapenbezit;zijn hond is gevaarlijk;mes laten liggen;zijn hond is gevaarlijk;\
        Zijn hond is gevaarlijk. Agressie\n\
        A-2;Jan de Hond;Bijl 3;0612345679;schulden;koffie;;;belt graag\n\
        A-3;Kers, mes bij zich;Plein 4;;;;;;\n"
            .as_bytes(),
    );
    assert_eq!(
        rows[0].danger,
        [
            "Jan Pel (agressief)",
            "Dijk 2 - pas op hond",
            "agressie",
            "wapenbezit",
            "0612345678 niet bellen, wordt agressief",
            "zijn hond is gevaarlijk",
            "mes laten liggen",
        ]
    );
    assert!(rows[1].danger.is_empty(), "{:?}", rows[1].danger);
    assert_eq!(rows[2].danger, ["Kers, mes bij zich"]);
}

#[test]
fn the_practice_s_own_problem_types_are_no_danger_by_themselves() {
    let list = "Cliënt;Problematiek\n\
                Jan;huiselijk geweld, seksueel geweld\n\
                Els;huiselijk geweld met wapens\n";
    let (rows, _) = cases_of(list.as_bytes());
    assert!(rows[0].danger.is_empty(), "{:?}", rows[0].danger);
    assert_eq!(rows[1].danger, ["huiselijk geweld met wapens"]);
}
