//! The state machine of entering a code, and what the sixth digit triggers. Pure.

use voorveld_core::{Error, PIN_DIGITS};

/// The stage of entering the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The code opens an existing store.
    Unlock,
    /// First use: a code is chosen.
    Choose,
    /// The chosen code is repeated.
    Repeat,
    /// The store could not be opened and was set aside.
    Damaged,
}

/// The work triggered by the last digit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// Create a store with this code.
    Create(String),
    /// Open the store with this code.
    Unlock(String),
}

/// The message to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// The repeated code differs from the first.
    Differ,
    /// Opening or creating the store failed.
    Failed(Error),
}

/// A code that is being entered.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    stage: Stage,
    digits: String,
    first: String,
    busy: bool,
    note: Option<Note>,
}

impl std::fmt::Debug for Entry {
    /// Never prints digits.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Entry({:?}, {} digits)", self.stage, self.digits.len())
    }
}

impl Entry {
    /// Starts with an empty code.
    pub fn new(has_store: bool) -> Self {
        Self {
            stage: if has_store {
                Stage::Unlock
            } else {
                Stage::Choose
            },
            digits: String::new(),
            first: String::new(),
            busy: false,
            note: None,
        }
    }

    /// Returns the stage.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Returns the number of digits entered.
    pub fn filled(&self) -> usize {
        self.digits.len()
    }

    /// Tells whether the store is being opened or created.
    pub fn busy(&self) -> bool {
        self.busy
    }

    /// Returns the message to show.
    pub fn note(&self) -> Option<&Note> {
        self.note.as_ref()
    }

    /// Adds a digit, and returns the work to do once the code is complete. Ignored while busy.
    pub fn press(&mut self, digit: char) -> Option<Work> {
        if self.busy || self.stage == Stage::Damaged || !digit.is_ascii_digit() {
            return None;
        }
        self.note = None;
        self.digits.push(digit);
        if self.digits.len() < PIN_DIGITS {
            return None;
        }
        match self.stage {
            Stage::Unlock => {
                self.busy = true;
                Some(Work::Unlock(self.digits.clone()))
            }
            Stage::Choose => {
                self.first = std::mem::take(&mut self.digits);
                self.stage = Stage::Repeat;
                None
            }
            Stage::Repeat if self.digits == self.first => {
                self.busy = true;
                Some(Work::Create(self.digits.clone()))
            }
            Stage::Repeat | Stage::Damaged => {
                *self = Self {
                    note: Some(Note::Differ),
                    ..Self::new(false)
                };
                None
            }
        }
    }

    /// Removes the last digit; with none left, returns from the repeated code to the first.
    pub fn back(&mut self) {
        if self.busy {
            return;
        }
        if self.digits.pop().is_none() && self.stage == Stage::Repeat {
            *self = Self::new(false);
        }
    }

    /// Handles a failure to open or create the store.
    pub fn failed(&mut self, error: Error) {
        let damaged = matches!(error, Error::StoreDamaged { .. });
        let has_store = self.stage == Stage::Unlock;
        *self = Self {
            note: Some(Note::Failed(error)),
            ..Self::new(has_store)
        };
        if damaged {
            self.stage = Stage::Damaged;
        }
    }

    /// Notes that the store exists after all: it was created before a later step failed. Choosing a code
    /// again would only fail because of it.
    pub fn made(&mut self) {
        if self.stage == Stage::Choose {
            self.stage = Stage::Unlock;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(entry: &mut Entry, code: &str) -> Option<Work> {
        code.chars().filter_map(|digit| entry.press(digit)).last()
    }

    #[test]
    fn the_sixth_digit_opens_the_store() {
        let mut entry = Entry::new(true);
        assert_eq!(typed(&mut entry, "12345"), None);
        assert_eq!(entry.press('6'), Some(Work::Unlock("123456".into())));
        assert!(entry.busy());
        assert_eq!(entry.press('7'), None, "nothing is taken while it opens");
    }

    #[test]
    fn a_wrong_code_empties_the_dots_and_says_so() {
        let mut entry = Entry::new(true);
        typed(&mut entry, "123456");
        entry.failed(Error::WrongPin);
        assert_eq!((entry.filled(), entry.busy()), (0, false));
        assert_eq!(entry.note(), Some(&Note::Failed(Error::WrongPin)));
        entry.press('1');
        assert_eq!(entry.note(), None, "the sentence goes with the next digit");
    }

    #[test]
    fn a_new_code_is_asked_twice() {
        let mut entry = Entry::new(false);
        assert_eq!(typed(&mut entry, "123456"), None);
        assert_eq!((entry.stage(), entry.filled()), (Stage::Repeat, 0));
        assert_eq!(
            typed(&mut entry, "123456"),
            Some(Work::Create("123456".into()))
        );
    }

    #[test]
    fn a_store_that_was_half_made_is_opened_with_its_code_the_next_time() {
        let mut entry = Entry::new(false);
        typed(&mut entry, "123456");
        typed(&mut entry, "123456");
        entry.failed(Error::DiskFull);
        entry.made();
        assert_eq!(entry.note(), Some(&Note::Failed(Error::DiskFull)));
        assert_eq!(
            typed(&mut entry, "123456"),
            Some(Work::Unlock("123456".into()))
        );
    }

    #[test]
    fn two_different_codes_begin_again() {
        let mut entry = Entry::new(false);
        typed(&mut entry, "123456");
        assert_eq!(typed(&mut entry, "123457"), None);
        assert_eq!((entry.stage(), entry.filled()), (Stage::Choose, 0));
        assert_eq!(entry.note(), Some(&Note::Differ));
    }

    #[test]
    fn backspace_takes_one_digit_and_leads_back_to_the_first_code() {
        let mut entry = Entry::new(false);
        typed(&mut entry, "123456");
        entry.press('1');
        entry.back();
        assert_eq!((entry.stage(), entry.filled()), (Stage::Repeat, 0));
        entry.back();
        assert_eq!(entry.stage(), Stage::Choose);
    }

    #[test]
    fn a_damaged_store_takes_no_more_codes() {
        let mut entry = Entry::new(true);
        typed(&mut entry, "123456");
        entry.failed(Error::StoreDamaged {
            set_aside: "x".into(),
        });
        assert_eq!(entry.stage(), Stage::Damaged);
        assert_eq!(typed(&mut entry, "123456"), None);
    }

    #[test]
    fn a_code_is_never_printed() {
        let mut entry = Entry::new(true);
        typed(&mut entry, "987");
        assert_eq!(format!("{entry:?}"), "Entry(Unlock, 3 digits)");
    }
}
