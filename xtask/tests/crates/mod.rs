//! Crates of the workspace that come, go, move or are only in part what they were at HEAD.

use super::{MODEL, commit, expect, repository, run};
use std::fs;

#[test]
fn a_model_that_is_new_is_no_fault() {
    let root = repository();
    let manifest = root.path().join("client/Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("a file");
    fs::write(&manifest, text.replace("new.json", "newer.json")).expect("a file");
    fs::rename(root.path().join("new.json"), root.path().join("newer.json")).expect("a file");
    let text = expect(run(root.path(), &["diff"]), 0);
    assert!(text.contains("client: HEAD:new.json -> newer.json (UpdateDomain)"), "{text}");
    fs::remove_dir_all(root.path().join(".git")).expect("the history");
    fs::write(root.path().join(".gitignore"), "client\nnewer.json\n").expect("a file");
    commit(root.path());
    let text = expect(run(root.path(), &["diff"]), 0);
    let why = "the crate is new: at HEAD it is not generated";
    assert_eq!(text, format!("client: newer.json (UpdateDomain)\n\nno event\nverdict: minor, because {why}\n"));
    let text = expect(run(root.path(), &["diff", "--format", "json", "--fail-on", "minor"]), 1);
    assert!(text.contains("\"verdict\": \"minor\",\n  \"events\": []"), "{text}");
    let model = fs::read_to_string(MODEL).expect("the model");
    let dangling = model.replacen("\"target\": \"com.amazonaws.voiceid#DomainName\"", "\"target\": \"a#Nowhere\"", 9);
    for (bad, code) in [("{", "SM0001"), (&dangling, "SM0030")] {
        fs::write(root.path().join("newer.json"), bad).expect("a file");
        let text = expect(run(root.path(), &["diff"]), 1);
        assert!(text.starts_with(&format!("error[{code}]")) && text.contains("--> newer.json:"), "{text}");
    }
}

/// Consumers know crates by their names, wherever they are.
#[test]
fn crates_that_move_or_go() {
    let root = repository();
    let to = |folder: &str, edit: &dyn Fn(String) -> String| {
        let text = fs::read_to_string(root.path().join("client/Cargo.toml")).expect("a file");
        fs::create_dir_all(root.path().join(folder).join("src")).expect("a directory");
        fs::write(root.path().join(folder).join("src/lib.rs"), "").expect("a file");
        fs::write(root.path().join(folder).join("Cargo.toml"), edit(text)).expect("a file");
        let members = format!("[workspace]\nmembers = [\"{folder}\"]\nresolver = \"3\"\n");
        fs::write(root.path().join("Cargo.toml"), members).expect("a file");
    };
    to("moved", &|text| text.replace("UpdateDomain", "DeleteDomain"));
    fs::rename(root.path().join("client"), root.path().join("gone")).expect("a move");
    let text = expect(run(root.path(), &["diff", "--fail-on", "major"]), 1);
    assert!(
        text.contains("verdict: major, because the operation `UpdateDomain`: it is not selected any more"),
        "{text}"
    );
    fs::rename(root.path().join("gone"), root.path().join("client")).expect("a move");
    to("client", &|text| text.split("[package.metadata").next().unwrap_or_default().to_owned());
    let text = expect(run(root.path(), &["diff", "--fail-on", "major"]), 1);
    let why = "the crate is gone: at HEAD it is generated";
    assert_eq!(text, format!("client: HEAD:client/Cargo.toml\n\nno event\nverdict: major, because {why}\n"));
}

/// The model may have been anywhere.
#[test]
fn folders_of_models_move() {
    let root = repository();
    fs::create_dir(root.path().join("models")).expect("a directory");
    let manifest = root.path().join("client/Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("a file");
    for (from, to) in [("new.json", "models/new.json"), ("models", "other")] {
        let now = fs::read_to_string(&manifest).expect("a file").replace(from, to);
        fs::rename(root.path().join(from), root.path().join(to)).expect("a move");
        fs::write(&manifest, now).expect("a file");
        let report = expect(run(root.path(), &["diff"]), 0);
        assert!(report.contains("verdict: patch, because nothing changes"), "{report}");
        if from == "new.json" {
            commit(root.path());
        }
    }
    assert_ne!(fs::read_to_string(&manifest).expect("a file"), text);
}

/// What cannot be generated any more is no gain.
#[test]
fn operations_that_cannot_be_generated() {
    let root = repository();
    let manifest = root.path().join("client/Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("a file").replace("UpdateDomain", "Dig");
    fs::write(&manifest, &text).expect("a file");
    fs::write(root.path().join("new.json"), garden(r#""bytes": { "target": "a#Bytes" }"#)).expect("a file");
    commit(root.path());
    fs::write(&manifest, text.replace("\"Dig\"", "\"Dig\", \"Listen\"")).expect("a file");
    let report = expect(run(root.path(), &["diff", "--fail-on", "major"]), 1);
    assert!(report.contains("new.json:7\n        the crate: it cannot be generated any more: the trait"), "{report}");
    assert!(report.contains("verdict: major, because the crate: it cannot be generated any more"), "{report}");
}

/// What is left out, as it cannot be generated, is in neither crate.
#[test]
fn what_is_left_out_is_not_compared() {
    let root = repository();
    let manifest = root.path().join("client/Cargo.toml");
    let text = fs::read_to_string(&manifest).expect("a file");
    let all = "operations = \"all\"\nskip-unsupported = true";
    fs::write(&manifest, text.replace("operations = [\"UpdateDomain\"]", all)).expect("a file");
    let streaming = r#""bytes": { "target": "a#Bytes" }, "name": { "target": "smithy.api#String" }"#;
    fs::write(root.path().join("new.json"), garden(streaming)).expect("a file");
    commit(root.path());
    // It was not there.
    fs::write(root.path().join("new.json"), garden("")).expect("a file");
    let report = expect(run(root.path(), &["diff"]), 0);
    assert!(report.contains("verdict: minor, because the operation `Listen`: it is selected now"), "{report}");
    // It is not there yet.
    fs::write(root.path().join("new.json"), garden(&streaming.replace("name", "other"))).expect("a file");
    fs::write(&manifest, text.replace("[\"UpdateDomain\"]", "[\"Dig\"]")).expect("a file");
    for arguments in [&["diff"][..], &["diff", "HEAD:new.json", "new.json"]] {
        let report = expect(run(root.path(), arguments), 0);
        assert!(report.contains("verdict: patch, because nothing changes"), "{report}");
    }
}

/// A crate that is not new, but whose model is not in the history, may have changed in any way.
#[test]
fn a_model_that_is_not_committed_is_a_fault() {
    let root = repository();
    fs::remove_dir_all(root.path().join(".git")).expect("the history");
    fs::write(root.path().join(".gitignore"), "new.json\n").expect("a file");
    commit(root.path());
    let text = expect(run(root.path(), &["diff"]), 1);
    assert_eq!(text, "error: client: at HEAD its model is new.json, which is not in HEAD; name two models\n");
}

/// A service with the operations `Dig` and `Listen`, whose input has these members; blobs of it cannot be generated.
fn garden(members: &str) -> String {
    format!(
        r#"{{ "smithy": "2.0", "shapes": {{
            "a#Garden": {{ "type": "service", "version": "1", "traits": {{ "aws.protocols#awsJson1_0": {{}} }},
                "operations": [{{ "target": "a#Dig" }}, {{ "target": "a#Listen" }}] }},
            "a#Dig": {{ "type": "operation" }},
            "a#Listen": {{ "type": "operation", "input": {{ "target": "a#ListenInput" }} }},
            "a#ListenInput": {{ "type": "structure", "members": {{ {members} }} }},
            "a#Bytes": {{ "type": "blob", "traits": {{ "smithy.api#streaming": {{}} }} }}
        }} }}"#
    )
}
