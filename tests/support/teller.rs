//! Tells what happens as it happens, with the time it took, and takes pictures.

use std::io::Write;
use std::path::PathBuf;
use std::time::Instant;

use super::window::Window;

/// The narrator.
pub struct Teller {
    /// Where pictures go; none are taken without.
    pictures: Option<PathBuf>,
    taken: u32,
    step: Option<Instant>,
    began: Instant,
}

impl Teller {
    /// Tells only.
    pub fn quiet() -> Self {
        Self {
            pictures: None,
            taken: 0,
            step: None,
            began: Instant::now(),
        }
    }

    /// Tells, and leaves pictures in this folder, which is emptied of earlier ones.
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

    /// A heading.
    pub fn chapter(&mut self, title: &str) {
        self.end_step();
        println!("\n{title}");
    }

    /// What happens from here on, until the next step.
    pub fn step(&mut self, sentence: &str) {
        self.end_step();
        print!("  {sentence}");
        // If nobody can read along, the story is the same.
        drop(std::io::stdout().flush());
        self.step = Some(Instant::now());
    }

    /// Something that was found to be so.
    pub fn fact(&mut self, sentence: &str) {
        self.end_step();
        println!("  → {sentence}");
    }

    /// A picture of a window.
    pub fn picture(&mut self, window: &mut Window, name: &str) {
        let Some(folder) = &self.pictures else { return };
        self.taken += 1;
        let path = folder.join(format!("{:02}-{name}.png", self.taken));
        let step = self.step;
        let before = Instant::now();
        window.screenshot(&path);
        // The picture is not part of what was measured.
        self.step = step.map(|step| step + before.elapsed());
    }

    /// The end of the story: how long it took, how many pictures.
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
