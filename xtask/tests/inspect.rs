//! `cargo xtask inspect` as a user runs it.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

fn run(directory: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.arg("inspect").args(arguments).current_dir(directory).output().expect("the command runs")
}

#[track_caller]
fn expect(output: Output, code: i32) -> String {
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{text}");
    text
}

fn voice_id(arguments: &[&str]) -> String {
    expect(run(Path::new(ROOT), &[&["--model", "model/voice-id.json"], arguments].concat()), 0)
}

/// A directory with the model of a service that has a bit of everything.
fn small() -> TempDir {
    let root = tempfile::tempdir().expect("a directory");
    std::fs::write(root.path().join("small.json"), include_str!("inspect/small.json")).expect("a file");
    root
}

#[test]
fn the_crates_of_the_workspace_are_shown() {
    let text = expect(run(Path::new(ROOT), &[]), 0);
    for line in [
        "voice-id: 1 of 29 operations of com.amazonaws.voiceid#VoiceID (Amazon Voice ID) in model/voice-id.json\n",
        "\n  UpdateDomain  Replaces all editable attributes of a domain at once.\n    errors: AccessDeniedException, ",
        "  UpdateDomain → UpdateDomainResponse$Domain → Domain$WatchlistDetails\n",
        "\nTraits that take effect\n  aws.api#service, once\n",
        "\n  smithy.api#length, 6 times\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert_eq!(text, expect(run(Path::new(ROOT), &["voice-id"]), 0));
}

/// The number of lines is that of the files on disk, but for the line that includes a page of one's own.
#[test]
fn lines_are_those_that_are_generated() {
    let text = expect(run(Path::new(ROOT), &["voice-id"]), 0);
    let (mut lines, mut files, mut folders) = (0, 0, vec![Path::new(ROOT).join("generated/src")]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files += 1;
                let text = std::fs::read_to_string(path).expect("text");
                lines += text.lines().filter(|line| !line.starts_with("#![doc = include_str!(")).count();
            }
        }
    }
    assert!(text.contains(&format!("{lines} lines in  {files} files  together\n")), "{lines} {files}\n{text}");
}

/// Formats take no width above 65,535.
#[test]
fn long_names_are_not_aligned() {
    let root = tempfile::tempdir().expect("a directory");
    let name = "N".repeat(70_000);
    let model = format!(
        r#"{{ "smithy": "2.0", "shapes": {{
            "a#S": {{ "type": "service", "operations": [{{ "target": "a#O" }}, {{ "target": "a#{name}" }}], "traits": {{ "aws.protocols#awsJson1_0": {{}} }} }},
            "a#{name}": {{ "type": "operation" }}, "a#I{name}": {{ "type": "structure" }},
            "a#O": {{ "type": "operation", "input": {{ "target": "a#I{name}" }} }} }} }}"#
    );
    std::fs::write(root.path().join("model.json"), model).expect("a model");
    for arguments in [&["--model", "model.json"][..], &["--model", "model.json", "--operations"]] {
        assert!(expect(run(root.path(), arguments), 0).contains(&name), "{arguments:?}");
    }
}

#[test]
fn a_selection_can_be_tried() {
    let text = expect(run(Path::new(ROOT), &["voice-id", "--operation", "ListDomains"]), 0);
    assert!(text.contains("voice-id: 1 of 29 operations"), "{text}");
    assert!(text.contains("ListDomains → ListDomainsResponse$DomainSummaries → DomainSummaries$member"), "{text}");
}

#[test]
fn operations_are_listed() {
    let text = expect(run(Path::new(ROOT), &["voice-id", "--operations"]), 0);
    assert_eq!(text.lines().count(), 29);
    assert!(text.lines().is_sorted_by_key(|line| line[2..].to_owned()));
    assert_eq!(text.lines().filter(|line| line.starts_with("* ")).count(), 1);
    assert!(text.contains("* UpdateDomain "), "{text}");
    assert_eq!(voice_id(&["--operations"]).matches("* ").count(), 29);
}

/// What cannot be generated is shown, not an error.
#[test]
fn everything_of_a_small_model() {
    let root = small();
    let report = expect(run(root.path(), &["--model", "small.json"]), 0);
    let list = expect(run(root.path(), &["--model", "small.json", "--operations", "--operation", "Get"]), 0);
    let dot = expect(run(root.path(), &["--model", "small.json", "--operation", "Get", "--format", "dot"]), 0);
    insta::assert_snapshot!(format!("{report}\n-- --operations\n{list}\n-- --format dot\n{dot}"));
}

/// A crate that leaves out what cannot be generated is looked at as it is.
#[test]
fn what_is_left_out_is_said() {
    let root = small();
    let write = |path: &str, text: &str| {
        let path = root.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
        std::fs::write(path, text).expect("a file");
    };
    write("Cargo.toml", "[workspace]\nmembers = [\"one\", \"two\"]\n");
    for name in ["one", "two"] {
        let table =
            "[package.metadata.codegen]\nmodel = \"../small.json\"\noperations = \"all\"\nskip-unsupported = true";
        write(&format!("{name}/Cargo.toml"), &format!("[package]\nname = \"{name}\"\n\n{table}\n"));
        write(&format!("{name}/src/lib.rs"), "");
    }
    let report = expect(run(root.path(), &["one"]), 0);
    let left_out =
        "\nLeft out, because of skip-unsupported\n  Put: the trait `smithy.api#streaming` is not supported yet: ";
    assert!(report.starts_with("one: 1 of 2 operations of t#S") && report.contains(left_out), "{report}");
    assert!(report.contains("\nGenerated\n") && !report.contains("Not supported yet"), "{report}");
    let list = expect(run(root.path(), &["--operations"]), 0);
    assert!(list.starts_with("one:\n") && list.contains("\n\ntwo:\n"), "{list}");
    assert_eq!(list.matches("(not supported yet)").count(), list.matches("\n  ").count(), "{list}");
    write(
        "two/Cargo.toml",
        "[package]\nname = \"two\"\n\n[package.metadata.codegen]\nmodel = \"../small.json\"\noperations = [\"Put\"]\nskip-unsupported = true",
    );
    let report = expect(run(root.path(), &["two"]), 0);
    assert!(
        report.contains("\nNot supported yet\n") && report.contains("nothing, with what is not supported"),
        "{report}"
    );
    let report = expect(run(root.path(), &["--operation", "None"]), 1);
    assert!(report.contains("help: this is about one; name the crate to look at\n"), "{report}");
}

/// Where Graphviz is installed, it reads the graph.
#[test]
fn graphviz_reads_the_graph() {
    let graph = voice_id(&["--format", "dot"]);
    let dot = Command::new("dot").arg("-Tplain").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut dot) = dot else {
        println!("skipped: Graphviz is not installed");
        return;
    };
    dot.stdin.take().expect("a pipe").write_all(graph.as_bytes()).expect("a graph");
    let drawn = expect(dot.wait_with_output().expect("Graphviz ends"), 0);
    assert_eq!(drawn.lines().filter(|line| line.starts_with("edge ")).count(), graph.matches(" -> ").count());
    assert!(drawn.contains("\"operation UpdateDomain\""), "{drawn}");
}

/// Text of the model neither leaves its line nor moves the cursor.
#[test]
fn hidden_text_is_shown() {
    let root = small();
    let text = include_str!("inspect/small.json").replace("\"Small\"", r#""a\u001b[31m\u202eb\nc""#);
    std::fs::write(root.path().join("small.json"), text).expect("a file");
    for arguments in [&["--model", "small.json"][..], &["--model", "small.json", "--operations"]] {
        let text = expect(run(root.path(), arguments), 0);
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
        assert!(arguments.len() > 2 || text.contains(r"(a\u{1b}[31m\u{202e}b\nc) in small.json"), "{text:?}");
    }
}

#[test]
fn long_documentation_is_cut() {
    let root = small();
    let text = include_str!("inspect/small.json");
    let (says, long) = ("\"smithy.api#documentation\": \"", "word ".repeat(20_000));
    assert!(text.contains(says));
    std::fs::write(root.path().join("small.json"), text.replace(says, &format!("{says}{long}"))).expect("a file");
    for arguments in [&["--model", "small.json"][..], &["--model", "small.json", "--operations"]] {
        let text = expect(run(root.path(), arguments), 0);
        assert!(text.contains("word word...\n") && text.lines().all(|line| line.len() < 300), "{text}");
    }
}

#[test]
fn a_bad_model_is_shown_like_anywhere_else() {
    let root = small();
    let text = include_str!("inspect/small.json").replace("t#GetOutput\" }", "t#Nowhere\" }");
    std::fs::write(root.path().join("bad.json"), text).expect("a file");
    let report = expect(run(root.path(), &["--model", "bad.json"]), 1);
    assert!(report.contains("error[SM0030]: there is no shape `t#Nowhere`\n"), "{report}");
    assert!(report.contains("--> bad.json:14:"), "{report}");
    let report = expect(run(root.path(), &["--model", "none.json"]), 1);
    assert!(report.contains("cannot read the model none.json"), "{report}");
}

#[test]
fn wrong_arguments_exit_with_2() {
    for (arguments, says) in [
        (&["voice"][..], "no generated crate of the workspace is called `voice`; there is: voice-id"),
        (&["voice-id", "--model", "model/voice-id.json"], "cannot be used with"),
        (&["--service", "x"], "--model <FILE>"),
        (&["voice-id", "--service", "x"], "cannot be used with"),
        (&["--format", "svg"], "text, dot"),
        (&["voice-id", "--operations", "--format", "dot"], "--operations cannot be used with --format dot"),
    ] {
        let report = expect(run(Path::new(ROOT), arguments), 2);
        assert!(report.contains(says), "{says}\n{report}");
    }
}
