//! `cargo xtask diff` and `cargo xtask explain` as a user runs them: what they print, refuse, and how they exit.

mod crates;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

const MODEL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../model/voice-id.json");

/// A directory with two models: the one of this repository, and the same with an edit.
fn models(edit: impl Fn(&str) -> String) -> TempDir {
    let root = tempfile::tempdir().expect("a directory");
    let old = fs::read_to_string(MODEL).expect("the model");
    fs::write(root.path().join("old.json"), &old).expect("a file");
    fs::write(root.path().join("new.json"), edit(&old)).expect("a file");
    root
}

/// `Domain` gains an optional member at its end.
fn with_member(model: &str) -> String {
    let domain = model.find("\"com.amazonaws.voiceid#Domain\": {").expect("the shape");
    let members = domain + model[domain..].find("\"members\": {").expect("its members");
    let end = members
        + model[members..]
            .find("\n      },\n      \"traits\"")
            .or(model[members..].find("\n      }\n"))
            .expect("their end");
    format!("{},\n        \"Tags\": {{ \"target\": \"smithy.api#String\" }}{}", &model[..end], &model[end..])
}

/// `UpdateDomain` loses its errors.
fn without_errors(model: &str) -> String {
    let operation = model.find("\"com.amazonaws.voiceid#UpdateDomain\": {").expect("the shape");
    let errors = operation + model[operation..].find("\"errors\": [").expect("its errors");
    let end = errors + model[errors..].find(']').expect("their end");
    format!("{}\"errors\": [{}", &model[..errors], &model[end..])
}

/// A workspace with one crate in a git repository, where everything is committed.
fn repository() -> TempDir {
    let root = models(str::to_owned);
    let write = |path: &str, text: &str| {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a directory");
        fs::write(path, text).expect("a file");
    };
    write("Cargo.toml", "[workspace]\nmembers = [\"client\"]\nresolver = \"3\"\n");
    write(
        "client/Cargo.toml",
        "[package]\nname = \"client\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
         [package.metadata.codegen]\nmodel = \"../new.json\"\noperations = [\"UpdateDomain\"]\n",
    );
    write("client/src/lib.rs", "");
    commit(root.path());
    root
}

/// Makes a repository of a directory, with everything that is in it.
fn commit(root: &Path) {
    for arguments in [&["init", "-q"][..], &["add", "."], &["commit", "-q", "-m", "all"]] {
        let mut git = Command::new("git");
        git.args(["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]).args(arguments);
        assert!(in_clean(&mut git, root).status().expect("git runs").success());
    }
}

/// Without what the environment says about git and colors.
fn in_clean<'c>(command: &'c mut Command, directory: &Path) -> &'c mut Command {
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "CLICOLOR_FORCE", "NO_COLOR"] {
        command.env_remove(name);
    }
    command.env("GIT_CEILING_DIRECTORIES", std::env::temp_dir()).current_dir(directory)
}

fn run(directory: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    in_clean(command.args(arguments), directory).output().expect("the command runs")
}

#[track_caller]
fn expect(output: Output, code: i32) -> String {
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{text}");
    text
}

const GAINS: &str = "`Domain` gains `Tags`, optional: new field `tags` and builder methods, nothing breaks";

#[test]
fn two_files() {
    let root = models(with_member);
    let text = expect(run(root.path(), &["diff", "old.json", "new.json"]), 0);
    assert!(text.starts_with("old.json -> new.json (all operations)\n"), "{text}");
    assert!(text.contains("NOTE    AddedShape  com.amazonaws.voiceid#Domain$Tags\n        new.json:"), "{text}");
    assert!(text.contains(&format!("        {GAINS} [minor]\n")), "{text}");
    assert!(text.ends_with(&format!("\n1 NOTE\nverdict: minor, because {GAINS}\n")), "{text}");
    assert!(!text.contains('\u{1b}'), "{text}");
}

#[test]
fn json_has_what_was_promised() {
    let root = models(with_member);
    let text = expect(run(root.path(), &["diff", "old.json", "new.json", "--format", "json"]), 0);
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let line = fs::read_to_string(root.path().join("new.json")).expect("a file");
    let line = 1 + line[..line.find("\"Tags\": { \"target\": \"smithy").expect("the member")].matches('\n').count();
    let expected = serde_json::json!({"verdict": "minor", "events": [{
        "severity": "NOTE", "id": "AddedShape", "shape": "com.amazonaws.voiceid#Domain$Tags",
        "path": "new.json", "line": line, "message": GAINS,
    }]});
    assert_eq!(json, expected);
    let same = expect(run(root.path(), &["diff", "old.json", "old.json", "--format", "json"]), 0);
    let same: serde_json::Value = serde_json::from_str(&same).expect("JSON");
    assert_eq!(same, serde_json::json!({"verdict": "patch", "events": []}));
}

#[test]
fn markdown_is_a_table() {
    let root = models(with_member);
    let text = expect(run(root.path(), &["diff", "old.json", "new.json", "--format", "markdown"]), 0);
    assert!(text.starts_with("### The crate: minor\n"), "{text}");
    assert!(text.contains(&format!("| NOTE | minor | {GAINS} | `AddedShape`<br>")), "{text}");
    let tables = text.lines().filter(|line| line.starts_with('|'));
    assert!(tables.clone().count() == 3 && tables.clone().all(|line| line.matches('|').count() == 5), "{text}");
}

#[test]
fn fail_on_decides_the_exit_status() {
    let root = models(with_member);
    let diff = |arguments: &[&str]| run(root.path(), &[&["diff", "old.json", "new.json"], arguments].concat());
    expect(diff(&["--fail-on", "major"]), 0);
    expect(diff(&["--fail-on", "minor"]), 1);
    let root = models(without_errors);
    let diff = |arguments: &[&str]| run(root.path(), &[&["diff", "old.json", "new.json"], arguments].concat());
    expect(diff(&[]), 0);
    let text = expect(diff(&["--fail-on", "major"]), 1);
    assert!(text.contains("RemovedOperationError.ConflictException") && text.contains("verdict: major"), "{text}");
}

#[test]
fn the_scope_is_what_was_asked_for() {
    let root = models(without_errors);
    let diff = |arguments: &[&str]| run(root.path(), &[&["diff", "old.json", "new.json"], arguments].concat());
    assert!(
        expect(diff(&["--operation", "DeleteDomain"]), 0).contains("no event\nverdict: patch, because nothing changes")
    );
    assert!(expect(diff(&["--operation", "UpdateDomain"]), 0).contains("verdict: major"));
    assert!(expect(diff(&["--service", "VoiceID"]), 0).contains("verdict: major"));
    let text = expect(diff(&["--operation", "UpdateDomian"]), 1);
    assert!(text.contains("did you mean `UpdateDomain`?") && text.contains("--> new.json:"), "{text}");
    let text = expect(diff(&["--operation", "Nope"]), 1);
    assert!(text.contains("help: there is `AssociateFraudster`, ") && text.contains(" and 21 more\n"), "{text}");
}

#[test]
fn without_arguments_the_crates_against_head() {
    let root = repository();
    let text = expect(run(root.path(), &["diff"]), 0);
    assert_eq!(
        text,
        "client: HEAD:new.json -> new.json (UpdateDomain)\n\nno event\nverdict: patch, because nothing changes\n"
    );
    let model = fs::read_to_string(MODEL).expect("the model");
    fs::write(root.path().join("new.json"), with_member(&model)).expect("a file");
    for directory in [root.path().to_owned(), root.path().join("client/src")] {
        let text = expect(run(&directory, &["diff", "--fail-on", "minor"]), 1);
        assert!(text.contains("new.json:") && text.contains(GAINS), "{text}");
    }
    let text = expect(run(root.path(), &["diff", "HEAD:new.json", "new.json"]), 0);
    assert!(text.starts_with("client: HEAD:new.json -> new.json (UpdateDomain)\n"), "{text}");
    fs::write(root.path().join("new.json"), without_errors(&model)).expect("a file");
    assert!(expect(run(root.path(), &["diff", "HEAD:new.json", "HEAD:old.json", "--all"]), 0).contains("no event"));
}

/// The README shows what really is printed.
#[test]
fn the_readme_shows_a_real_transcript() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md")).expect("the README");
    let (_, transcript) = readme.split_once("$ cargo xtask diff\nvoice-id: HEAD:").expect("a transcript");
    let (transcript, _) = transcript.split_once("```").expect("its end");
    let root = tempfile::tempdir().expect("a directory");
    for folder in ["model", "generated/src"] {
        fs::create_dir_all(root.path().join(folder)).expect("a directory");
    }
    fs::write(root.path().join("Cargo.toml"), "[workspace]\nmembers = [\"generated\"]\n").expect("a file");
    let manifest = "[package]\nname = \"voice-id\"\n\n[package.metadata.codegen]\n\
                    model = \"../model/voice-id.json\"\noperations = [\"UpdateDomain\"]\n";
    fs::write(root.path().join("generated/Cargo.toml"), manifest).expect("a file");
    fs::write(root.path().join("generated/src/lib.rs"), "").expect("a file");
    let model = fs::read_to_string(MODEL).expect("the model");
    fs::write(root.path().join("model/voice-id.json"), &model).expect("a file");
    commit(root.path());
    fs::write(root.path().join("model/voice-id.json"), with_tags_and_deleting(&model)).expect("a file");
    let text = expect(run(root.path(), &["diff"]), 0);
    assert_eq!(text, format!("voice-id: HEAD:{transcript}"));
}

/// `Domain` gains a member and `DomainStatus` a value.
fn with_tags_and_deleting(model: &str) -> String {
    let insert = |model: &str, shape: &str, before: &str, text: &str| {
        let shape = model.find(&format!("\"com.amazonaws.voiceid#{shape}\": {{")).expect("the shape");
        let at = shape + model[shape..].find(before).expect("the place");
        format!("{},\n{text}{}", &model[..at], &model[at..])
    };
    let tags = "        \"Tags\": {\n          \"target\": \"com.amazonaws.voiceid#TagList\"\n        }";
    let model = insert(model, "Domain", "\n      },\n      \"traits\"", tags);
    let deleting = "          {\n            \"value\": \"DELETING\",\n            \"name\": \"DELETING\"\n          }";
    insert(&model, "DomainStatus", "\n        ]", deleting)
}

#[test]
fn another_selection_counts() {
    let root = repository();
    let manifest = root.path().join("client/Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("a file");
    fs::write(manifest, text.replace("UpdateDomain", "DeleteDomain")).expect("a file");
    let text = expect(run(root.path(), &["diff", "--fail-on", "major"]), 1);
    assert!(text.contains("the operation `DeleteDomain`: it is selected now"), "{text}");
    assert!(
        text.contains("verdict: major, because the operation `UpdateDomain`: it is not selected any more"),
        "{text}"
    );
    let text = expect(run(root.path(), &["diff", "--format", "json"]), 0);
    assert!(
        text.contains(r#"{"severity": "NOTE", "id": null, "shape": "com.amazonaws.voiceid#UpdateDomain""#),
        "{text}"
    );
}

#[test]
fn what_is_not_in_the_history_is_said() {
    let root = repository();
    for (old, complaint) in [
        ("HEAD:nothing.json", "cannot read HEAD:nothing.json from the git history"),
        ("nowhere:new.json", "cannot read nowhere:new.json from the git history"),
        ("-p:new.json", "cannot read -p:new.json from the git history"),
        ("nothing.json", "cannot read the model nothing.json"),
    ] {
        let text = expect(run(root.path(), &["diff", "--", old, "new.json"]), 1);
        assert!(text.contains(&format!("error: {complaint}: ")), "{text}");
    }
    for half in ["HEAD:", ":old.json"] {
        let text = expect(run(root.path(), &["diff", half, "new.json"]), 2);
        assert!(text.contains(&format!("error: `{half}` is no file, and REV:path needs both")), "{text}");
    }
    let text = expect(run(root.path(), &["diff", "", "new.json"]), 2);
    assert!(text.contains("error: a model is a file or REV:path, not an empty text"), "{text}");
    let outside = models(with_member);
    let text = expect(run(outside.path(), &["diff", "HEAD:old.json", "new.json"]), 1);
    assert!(text.contains("not a git repository"), "{text}");
    fs::remove_dir_all(root.path().join(".git")).expect("the history");
    let text = expect(run(root.path(), &["diff"]), 1);
    assert!(text.contains("not a git repository"), "{text}");
    assert!(text.contains("commit first, or name two models: "), "{text}");
}

/// What a crate selects is not guessed.
#[test]
fn crates_that_are_not_in_order_are_no_reason_to_compare_everything() {
    let root = repository();
    let manifest = fs::read_to_string(root.path().join("client/Cargo.toml")).expect("a file");
    for (from, to, says) in [
        ("operations", "opreations", "unknown key `opreations`"),
        ("../new.json", "../gone.json", "`model`: there is no file `../gone.json`"),
        ("[package]", "[pack", "[pack"),
    ] {
        fs::write(root.path().join("client/Cargo.toml"), manifest.replace(from, to)).expect("a file");
        let text = expect(run(root.path(), &["diff", "HEAD:new.json", "new.json"]), 1);
        assert!(text.contains("give --operation or --all to do without them: ") && text.contains(says), "{text}");
        let text = expect(run(root.path(), &["diff", "HEAD:new.json", "new.json", "--operation", "ListDomains"]), 0);
        assert!(text.starts_with("HEAD:new.json -> new.json (ListDomains)\n"), "{text}");
    }
}

/// Paths of `REV:path` are below the root of the repository, which a workspace need not be.
#[test]
fn a_workspace_may_be_a_part_of_a_repository() {
    let root = repository();
    let outer = tempfile::tempdir().expect("a directory");
    fs::remove_dir_all(root.path().join(".git")).expect("the history");
    let inner = outer.path().join("inner");
    fs::rename(root.path(), &inner).expect("a move");
    commit(outer.path());
    for old in ["HEAD:inner/new.json", "HEAD:./new.json"] {
        let text = expect(run(&inner, &["diff", old, "HEAD:inner/old.json"]), 0);
        assert!(text.starts_with(&format!("client: {old} -> HEAD:inner/old.json (UpdateDomain)\n")), "{text}");
    }
}

/// Which service is meant is not guessed.
#[test]
fn several_services() {
    let other = r#""a#Other": { "type": "service", "version": "1", "traits": { "aws.protocols#awsJson1_0": {} } },"#;
    let root = models(|model| model.replacen("\"shapes\": {", &format!("\"shapes\": {{ {other}"), 1));
    for pair in [["old.json", "new.json"], ["new.json", "old.json"]] {
        let text = expect(run(root.path(), &["diff", pair[0], pair[1]]), 1);
        assert!(text.starts_with("error[SM0021]") && text.contains("--> new.json:"), "{text}");
    }
    expect(run(root.path(), &["diff", "old.json", "new.json", "--service", "VoiceID"]), 0);
}

#[test]
fn bad_models_are_shown_with_their_paths() {
    let root = models(|model| model[..model.len() / 2].to_owned());
    fs::write(root.path().join("empty.json"), "").expect("a file");
    fs::write(root.path().join("latin.json"), b"\"\xe9\"").expect("a file");
    let text = expect(run(root.path(), &["diff", "old.json", "new.json"]), 1);
    assert!(text.starts_with("error[SM0001]") && text.contains("--> new.json:"), "{text}");
    assert!(!text.contains("--> old.json:"), "{text}");
    let text = expect(run(root.path(), &["diff", "new.json", "empty.json"]), 1);
    assert!(text.contains("--> new.json:") && text.contains("--> empty.json:"), "{text}");
    assert!(
        expect(run(root.path(), &["diff", "old.json", "latin.json"]), 1)
            .contains("error[SM0012]: the model is not UTF-8 at byte 1")
    );
}

#[test]
fn wrong_arguments() {
    let root = models(with_member);
    for arguments in [
        &["diff", "old.json"][..],
        &["diff", "old.json", "new.json", "more.json"],
        &["diff", "--format", "xml"],
        &["diff", "--fail-on", "patch"],
        &["diff", "--operation", "X"],
        &["diff", "old.json", "new.json", "--all", "--operation", "X"],
    ] {
        assert!(expect(run(root.path(), arguments), 2).contains("error: "), "{arguments:?}");
    }
    let text = expect(run(root.path(), &["diff"]), 1);
    assert_eq!(text, "error: there is no Cargo.toml here or above; name two models to compare\n");
    assert!(expect(run(root.path(), &["diff", "--help"]), 0).contains("--fail-on <VERDICT>"));
}

#[test]
fn explains_codes_and_events() {
    let here = std::env::temp_dir();
    let text = expect(run(&here, &["explain", "sm0030"]), 0);
    assert!(text.starts_with("SM0030: a referenced shape does not exist\n\nEvery target must be"), "{text}");
    assert!(text.lines().all(|line| line.len() <= 100), "{text}");
    assert!(expect(run(&here, &["explain", "AddedShape"]), 0).starts_with("AddedShape\n\nA shape or member is new."));
    assert!(expect(run(&here, &["explain", "addedshape"]), 0).starts_with("AddedShape\n"));
    let text = expect(run(&here, &["explain", "ModifiedTrait.Update.smithy.api#length"]), 0);
    assert!(text.starts_with("ModifiedTrait\n"), "{text}");
    let all = expect(run(&here, &["explain"]), 0);
    assert!(all.contains("SM0001  the model is not JSON\n") && all.contains("  TraitBreakingChange\n"), "{all}");
    let text = expect(run(&here, &["explain", "SM0039"]), 2);
    assert!(text.contains("there is no code or event `SM0039`: did you mean"), "{text}");
    assert!(expect(run(&here, &["explain", "AddedShap"]), 2).contains("did you mean `AddedShape`?"));
    assert!(expect(run(&here, &["explain", "?"]), 2).contains("`cargo xtask explain` lists all"));
}
