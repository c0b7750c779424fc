//! Prints the story as it happens, with the time of each step, and takes screenshots.

use std::io::Write;
use std::path::PathBuf;
use std::time::Instant;

use super::window::Window;

/// The narrator.
pub struct Teller {
    /// Folder for screenshots; `None` takes none.
    pictures: Option<PathBuf>,
    taken: u32,
    step: Option<Instant>,
    began: Instant,
}

impl Teller {
    /// Creates a narrator without screenshots.
    pub fn quiet() -> Self {
        Self {
            pictures: None,
            taken: 0,
            step: None,
            began: Instant::now(),
        }
    }

    /// Creates a narrator with screenshots in this folder, from which it deletes earlier ones.
    pub fn with_pictures(folder: PathBuf) -> Self {
        std::fs::create_dir_all(&folder).expect("the pictures' folder can be made");
        for entry in std::fs::read_dir(&folder).expect("the pictures' folder") {
            let path = entry.expect("a file").path();
            if path.extension().is_some_and(|kind| kind == "png") {
                std::fs::remove_file(path).expect("an earlier picture can be removed");
            }
        }
        Self {
            pictures: Some(folder),
            ..Self::quiet()
        }
    }

    /// Prints a heading.
    pub fn chapter(&mut self, title: &str) {
        self.end_step();
        println!("\n{title}");
    }

    /// Starts a timed step, which ends at the next one.
    pub fn step(&mut self, sentence: &str) {
        self.end_step();
        print!("  {sentence}");
        // A closed standard output does not matter to the story.
        drop(std::io::stdout().flush());
        self.step = Some(Instant::now());
    }

    /// Prints a fact that was verified.
    pub fn fact(&mut self, sentence: &str) {
        self.end_step();
        println!("  → {sentence}");
    }

    /// Takes a screenshot of a window.
    pub fn picture(&mut self, window: &mut Window, name: &str) {
        let Some(folder) = &self.pictures else { return };
        self.taken += 1;
        let path = folder.join(format!("{:02}-{name}.png", self.taken));
        let step = self.step;
        let before = Instant::now();
        window.screenshot(&path);
        // Taking the screenshot does not count towards the step.
        self.step = step.map(|step| step + before.elapsed());
    }

    /// Ends the story; returns its duration in seconds and the number of screenshots.
    pub fn end(&mut self) -> (f64, u32) {
        self.end_step();
        (self.began.elapsed().as_secs_f64(), self.taken)
    }

    fn end_step(&mut self) {
        if let Some(began) = self.step.take() {
            println!("  ({:.1} s)", began.elapsed().as_secs_f64());
        }
    }
}
