//! Commands that take longer than a second say on a terminal what they do, and on nothing else.
#![cfg(target_os = "linux")]

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use std::fs::{self, File, OpenOptions};
use std::io::Read;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Commands that look at a model, how many structures to begin with, and what they say then.
const COMMANDS: [(&[&str], usize, &str); 4] = [
    (&["inspect", "--model", "model.json"], 3200, "inspecting model ... 1 s"),
    (&["codegen", "--model", "model.json", "--name", "slow", "--out", "slow"], 600, "generating slow ... 1 s"),
    (&["diff", "old.json", "model.json"], 800, "comparing model.json ... 1 s"),
    (&["new", "slow", "--model", "model.json", "--operation", "Get"], 600, "ing slow ... 1 s"),
];

/// A workspace with two models of so many structures, of which the later one has more members.
fn workspace(structures: usize) -> TempDir {
    let root = tempfile::tempdir().expect("a directory");
    let model = |members: usize| {
        let member = |at: usize, to: usize| format!(r#""m{to}": {{ "target": "a#S{}" }}"#, at + to);
        let structure = |at| {
            let members: Vec<String> = (1..=members).map(|to| member(at, to)).collect();
            format!(r#""a#S{at}": {{ "type": "structure", "members": {{ {} }} }}"#, members.join(","))
        };
        let last = (structures..structures + members).map(|at| format!(r#""a#S{at}": {{ "type": "structure" }}"#));
        let shapes: Vec<String> = (0..structures).map(structure).chain(last).collect();
        format!(
            r#"{{ "smithy": "2.0", "shapes": {{
                "a#S": {{ "type": "service", "operations": [{{ "target": "a#Get" }}], "traits": {{ "aws.protocols#awsJson1_0": {{}} }} }},
                "a#Get": {{ "type": "operation", "input": {{ "target": "a#S0" }} }}, {} }} }}"#,
            shapes.join(",")
        )
    };
    for (name, members) in [("old.json", 1), ("model.json", 4)] {
        fs::write(root.path().join(name), model(members)).expect("a model");
    }
    fs::write(root.path().join("Cargo.toml"), "[workspace]\nresolver = \"3\"\nmembers = []\n").expect("a manifest");
    root
}

fn command(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(arguments).current_dir(root).env_remove("NO_COLOR").stdout(Stdio::null());
    command
}

/// What a command says in a pipe.
fn in_a_pipe(root: &Path, arguments: &[&str]) -> String {
    let output = command(root, arguments).stderr(Stdio::piped()).output().expect("the command runs");
    assert!(output.status.success(), "{arguments:?}: {output:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What a command says on a terminal.
fn on_a_terminal(root: &Path, arguments: &[&str]) -> (String, ExitStatus) {
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
    grantpt(&ours).and_then(|()| unlockpt(&ours)).expect("a terminal that can be used");
    let name = ptsname(&ours, Vec::new()).expect("a name").into_string().expect("UTF-8");
    let theirs = OpenOptions::new().read(true).write(true).open(name).expect("a terminal");
    // The command has the only other end, once this statement is over.
    let mut child = command(root, arguments).stderr(theirs).spawn().expect("the command runs");
    let mut said = Vec::new();
    // The terminal reports an error where a pipe would report its end.
    let _ = File::from(ours).read_to_end(&mut said);
    (String::from_utf8_lossy(&said).into_owned(), child.wait().expect("an exit status"))
}

/// How long a command must be at work to be announced at the latest: it may have several parts, each shorter than a second.
const ENOUGH: Duration = Duration::from_secs(20);

#[test]
fn long_work_is_announced_on_a_terminal_alone() {
    for (arguments, mut structures, says) in COMMANDS {
        // On ever larger models, until it is.
        loop {
            let (root, start) = (workspace(structures), Instant::now());
            let (said, status) = on_a_terminal(root.path(), arguments);
            assert!(status.success() && !said.contains('\u{1b}'), "{arguments:?}: {said:?}");
            if said.contains(says) {
                break;
            }
            assert!(start.elapsed() < ENOUGH, "{arguments:?}: {said:?}");
            structures *= 2;
        }
        let said = in_a_pipe(workspace(structures).path(), arguments);
        assert!(!said.contains(['\r', '\u{1b}']), "{arguments:?}: {said:?}");
    }
}
