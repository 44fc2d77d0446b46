//! Any selection of operations gives a crate that compiles without a warning: what one operation needs must not come
//! only with another.
//!
//! `SUBSETS` is the number of random selections, few unless it is set. The models are those of the fixtures and of the
//! workspace, and all of `../shared/models` where they are. The selections are the same in every run.

use codegen::diagnostic::Source;
use codegen::resolve::{Operations, Selection, selected};
use codegen::{Request, Tree, ast, skip};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn any_subset_of_operations_compiles() {
    let number = std::env::var("SUBSETS").map_or(6, |text| text.parse().expect("SUBSETS is a number"));
    let models = models();
    assert!(models.len() >= 6, "the models are not where they were");
    // A workspace beside those of the other tests, with their target directory, so that dependencies compile once.
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("subsets");
    let mut random = Random(0x5eed);
    let mut members = Vec::new();
    for at in 0..number {
        // Each model once before any model twice.
        let model = &models[at % models.len()];
        let subset = random.subset(&model.operations);
        let package = format!("subset-{at}");
        println!("{package}: {} of {}", subset.join(", "), model.source.path);
        write_crate(&root.join(&package), &package, &model.source, subset);
        members.push(format!("\"{package}\""));
    }
    write(&root.join("Cargo.toml"), &format!("[workspace]\nresolver = \"3\"\nmembers = [{}]\n", members.join(", ")));
    let lock = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock");
    write(&root.join("Cargo.lock"), &fs::read_to_string(lock).unwrap());
    // The first selection is one of Voice ID, which has all features.
    for features in ["client,serde", "sigv4,validate"] {
        check(&root, features);
    }
}

struct Model {
    source: Source,
    /// Names of what can be generated.
    operations: Vec<String>,
}

/// Those with enough operations to choose from, in an order that is the same everywhere.
fn models() -> Vec<Model> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = vec![here.join("../model/voice-id.json")];
    paths.extend(files(&here.join("tests/fixtures")).into_iter().map(|folder| folder.join("model.json")));
    paths.extend(files(&here.join("../../shared/models")).into_iter().filter(|path| path.extension().is_some()));
    let models =
        paths.iter().filter(|path| path.extension().is_some_and(|extension| extension == "json")).map(|path| {
            let source = Source { path: path.display().to_string(), text: fs::read_to_string(path).unwrap() };
            let all = Selection { service: None, operations: Operations::All };
            let supported =
                skip::supported(&source, &all).unwrap_or_else(|faults| panic!("{}", faults.render(&source, false)));
            let ast = ast::parse(&source).unwrap();
            let operations = selected(&ast, &supported.selection).unwrap().iter().map(ToString::to_string).collect();
            Model { source, operations }
        });
    models.filter(|model| model.operations.len() > 2).collect()
}

/// Nothing where there is no such folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Numbers that look random: <https://en.wikipedia.org/wiki/Xorshift>.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }

    /// One to five of them: the fewer there are, the less can come from another operation.
    fn subset(&mut self, operations: &[String]) -> Vec<String> {
        let mut rest = operations.to_vec();
        let number = 1 + self.below(5.min(operations.len()));
        let mut subset: Vec<_> = (0..number).map(|_| rest.swap_remove(self.below(rest.len()))).collect();
        subset.sort();
        subset
    }
}

fn write_crate(root: &Path, package: &str, source: &Source, operations: Vec<String>) {
    let selection = Selection { service: None, operations: Operations::Named(operations) };
    let request = Request { source, model: "model.json", selection: &selection, package, page: None };
    let tree: Tree = codegen::generate(&request).unwrap_or_else(|faults| panic!("{}", faults.render(source, false)));
    // A stand-alone crate is a workspace of its own; this one is a member.
    write(&root.join("Cargo.toml"), &codegen::manifest(&request, &tree).replace("\n[workspace]\n", ""));
    // What an earlier selection had, and this one has not, would be no part of the crate, but would lie there.
    let _ = fs::remove_dir_all(root.join("src"));
    for (path, text) in tree {
        write(&root.join("src").join(path), &text);
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn check(root: &Path, features: &str) {
    let output = Command::new(env!("CARGO"))
        .args(["clippy", "--workspace", "--quiet", "--no-default-features", "--features", features])
        .args(["--", "-D", "warnings"])
        .current_dir(root)
        .env("CARGO_TARGET_DIR", root.join("../fixtures/target"))
        .output()
        .unwrap();
    assert!(output.status.success(), "features {features}\n{}", String::from_utf8_lossy(&output.stderr));
}
