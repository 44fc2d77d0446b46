//! A line that says what takes so long: on a terminal only, only after a second, and without colours.

use std::io::{IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// Nobody wants to be told sooner.
const PATIENCE: Duration = Duration::from_secs(1);

/// Does the work; if it takes long, somebody who watches is told.
pub fn during<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let stderr = std::io::stderr();
    if stderr.is_terminal() { watched(stderr, PATIENCE, what, work) } else { work() }
}

/// The line is written again for every further second, and is gone when the work is done.
fn watched<T>(mut screen: impl Write + Send, patience: Duration, what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let (done, wait) = channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            let mut width = 0;
            while wait.recv_timeout(patience) == Err(RecvTimeoutError::Timeout) {
                let line = format!("{what} ... {} s", start.elapsed().as_secs());
                width = line.chars().count();
                let _ = write!(screen, "\r{line}").and_then(|()| screen.flush());
            }
            if width > 0 {
                let _ = write!(screen, "\r{:width$}\r", "").and_then(|()| screen.flush());
            }
        });
        // Dropped in any case, so that the other thread ends even if the work panics.
        let _done = done;
        work()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(patience: Duration, work: Duration) -> String {
        let mut screen = Vec::new();
        watched(&mut screen, patience, "generating x", || thread::sleep(work));
        String::from_utf8(screen).expect("text")
    }

    #[test]
    fn quick_work_is_silent() {
        assert_eq!(shown(Duration::from_secs(60), Duration::ZERO), "");
    }

    #[test]
    fn long_work_is_announced_and_the_line_cleared() {
        let text = shown(Duration::from_millis(20), Duration::from_millis(300));
        assert!(text.starts_with("\rgenerating x ... 0 s\rgenerating x ... 0 s"), "{text:?}");
        assert!(text.ends_with(&format!("\r{}\r", " ".repeat("generating x ... 0 s".len()))), "{text:?}");
        assert!(!text.contains('\u{1b}'), "{text:?}");
    }
}
