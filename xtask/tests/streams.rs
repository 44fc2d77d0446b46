//! A full disk is a fault that is said; a reader that has gone is none; nobody who listens for faults is none either.
#![cfg(target_os = "linux")]

use std::fs::File;
use std::process::{Command, Stdio};

const MODEL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../model/voice-id.json");

/// Commands that print, and how they exit.
const COMMANDS: [(&[&str], i32); 7] = [
    (&["explain"], 0),
    (&["explain", "SM0030"], 0),
    (&["inspect", "--model", MODEL, "--operation", "ListDomains"], 0),
    (&["inspect", "--model", MODEL, "--format", "dot"], 0),
    (&["diff", MODEL, MODEL], 0),
    (&["diff", MODEL, MODEL, "--format", "markdown"], 0),
    (&["codegen", "--check", "--model", MODEL, "--operation", "ListDomains", "--out", "x", "--name", "x"], 1),
];

fn full() -> Stdio {
    File::options().write(true).open("/dev/full").expect("a device").into()
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(arguments).current_dir(std::env::temp_dir());
    command
}

#[test]
fn a_full_disk_is_said() {
    for (arguments, _) in COMMANDS {
        let output = command(arguments).stdout(full()).output().expect("the command runs");
        let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{arguments:?}: {complaint}");
        assert!(complaint.starts_with("error: cannot write to the standard output: "), "{arguments:?}: {complaint}");
    }
}

#[test]
fn a_reader_may_go() {
    for (arguments, code) in COMMANDS {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let output = command(arguments).stdout(writer).output().expect("the command runs");
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {output:?}");
        assert!(output.stderr.is_empty(), "{arguments:?}: {output:?}");
    }
}

#[test]
fn nobody_need_listen() {
    for (arguments, code) in [
        (&["diff", "nothing.json", MODEL][..], 1),
        (&["diff", "/dev/null", MODEL], 1),
        (&["explain", "nothing"], 2),
        (&["codegen", "--model", "/dev/null", "--out", "x", "--name", "x"], 1),
    ] {
        let status = command(arguments).stderr(full()).stdout(Stdio::null()).status().expect("the command runs");
        assert_eq!(status.code(), Some(code), "{arguments:?}");
    }
}
