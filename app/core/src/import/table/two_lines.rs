//! Headers of two lines: a line of groups (*Cliënt*, *Verwijzer*) above the titles of their columns.

use super::header::{Header, known_titles};
use crate::import::columns::{Column, Title, name_people};
use crate::import::fold::{fold, one_line};
use crate::import::records::Record;
use crate::import::titles::group::{Group, group, is_known, is_of_case, understand_below};
use crate::import::titles::understand;

/// Returns the header that two consecutive records form together, if any. `beside_rows`: the first
/// stands where rows do, so it must be understood completely.
pub(in crate::import) fn header_of(
    above: &Record,
    below: &Record,
    beside_rows: bool,
) -> Option<Header> {
    let is_title = |cell: &String| {
        let digits = cell.chars().filter(char::is_ascii_digit).count();
        let said = cell
            .split_once(':')
            .is_some_and(|(_, value)| !value.trim().is_empty());
        cell.chars().count() <= 60 && digits < 3 && !cell.contains('@') && !said
    };
    let cells = || above.cells.iter().chain(&below.cells);
    if above.fault.is_some() || below.fault.is_some() || !cells().all(is_title) {
        return None;
    }
    let known = known_titles(below);
    let filled = below
        .cells
        .iter()
        .filter(|cell| !cell.trim().is_empty())
        .count();
    if known < 2 || known * 2 < filled {
        return None;
    }
    let width = above.cells.len().max(below.cells.len());
    let at = |record: &Record, at: usize| {
        record
            .cells
            .get(at)
            .map(|cell| one_line(cell))
            .unwrap_or_default()
    };
    let (mut groups, mut wide) = (vec![String::new(); width], Vec::new());
    let mut current = String::new();
    for (place, slot) in groups.iter_mut().enumerate() {
        let (over, title) = (at(above, place), at(below, place));
        // Some programs repeat a group above each of its columns.
        let goes_on = over.is_empty() || fold(&over) == fold(&current);
        if goes_on {
            if !current.is_empty() && !title.is_empty() && !wide.contains(&current) {
                wide.push(current.clone());
            }
        } else {
            // A title that takes both lines, as a merged cell does, has no columns below it.
            let whole = title.is_empty() || fold(&title) == fold(&over);
            current = if whole { String::new() } else { over };
        }
        slot.clone_from(&current);
    }
    if !are_groups(above, below, &groups, &wide, beside_rows) {
        return None;
    }
    let mut titles = Vec::new();
    let mut columns = Vec::new();
    for (place, group) in groups.iter().enumerate() {
        let (over, title) = (at(above, place), at(below, place));
        let both = match (group.is_empty(), title.is_empty()) {
            (true, true) => over,
            (false, false) => format!("{group} {title}"),
            _ => title.clone(),
        };
        columns.push(match title.is_empty() {
            true => understand_below("", &both),
            false => understand_below(group, &title),
        });
        titles.push(both);
    }
    set_aside_again(&mut columns, &groups);
    let plain: Vec<Title> = below.cells.iter().map(|cell| understand(cell)).collect();
    if name_people(&plain) && !name_people(&columns) {
        return None;
    }
    Some(Header {
        line: below.line,
        titles,
        columns,
        rows: vec![above.cells.clone(), below.cells.clone()],
    })
}

/// Returns whether the first line has groups: one is above several titles, and words tell that it is no
/// heading above the whole list. `wide`: those above several.
fn are_groups(
    above: &Record,
    below: &Record,
    groups: &[String],
    wide: &[String],
    beside_rows: bool,
) -> bool {
    let filled: Vec<&String> = above
        .cells
        .iter()
        .filter(|cell| !cell.trim().is_empty())
        .collect();
    if wide.is_empty()
        || beside_rows && (filled.len() < 2 || !filled.iter().all(|cell| is_known(cell)))
    {
        return false;
    }
    let folded: Vec<String> = below.cells.iter().map(|cell| fold(cell)).collect();
    // A title that stands again below another group: each has its own.
    let again = folded.iter().enumerate().any(|(place, title)| {
        let same = |other: &usize| folded[*other] == *title && groups[*other] != groups[place];
        !title.is_empty() && (0..place).any(|other| same(&other))
    });
    match filled.len() {
        1 => again && group(&wide[0]) == Group::Another,
        _ => {
            let of_client = |cell: &str| group(cell) == Group::Client;
            again
                || filled.iter().any(|cell| of_client(cell))
                || filled.iter().all(|cell| is_known(cell))
        }
    }
}

/// Takes a column below a group that says nothing for another person's if a group of the client, or one
/// before it, has such a column too. If that are names, the whole group is about someone else.
fn set_aside_again(columns: &mut [Title], groups: &[String]) {
    let before: Vec<Title> = columns.to_vec();
    let again = |place: usize| {
        let sort = before[place].column.map(sort_of);
        let same = |other: &usize| {
            before[*other].column.map(sort_of) == sort
                && groups[*other] != groups[place]
                && (*other < place && group(&groups[*other]) != Group::Another
                    || group(&groups[*other]) == Group::Client)
        };
        sort.is_some_and(|sort| sort != Column::Background)
            && (0..before.len()).any(|other| same(&other))
    };
    let names = |place: usize| before[place].column.map(sort_of) == Some(Column::Name);
    for (place, title) in columns.iter_mut().enumerate() {
        if group(&groups[place]) != Group::Unclear {
            continue;
        }
        let mut beside = (0..before.len()).filter(|other| groups[*other] == groups[place]);
        let of_another = beside.any(|other| names(other) && again(other));
        let of_case = title.column.is_some_and(is_of_case);
        if again(place) || of_another && !of_case {
            *title = Title::default();
        }
    }
}

/// Returns one column for all that are parts of a name.
fn sort_of(column: Column) -> Column {
    use Column as C;
    match column {
        C::Nickname | C::FirstName | C::Infix | C::LastName | C::ContactPerson => C::Name,
        other => other,
    }
}
