//! Clean builds of a small program that makes the call, in a directory of its own: once for each tier, and with the
//! official crate. Everything is downloaded before.

use super::place::{Place, cargo};
use super::program::{self, Usage, output};
use super::table::{Row, Table};
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};

/// A tier: its name, the features, what a program does with it, and what of the official time it may need.
struct Tier {
    name: &'static str,
    features: &'static str,
    body: &'static str,
    target: Option<f64>,
}

const CORE: &str = r#"
    let input = sdk::operation::update_domain::UpdateDomainInput::builder().domain_id("d").build().ok();
    println!("{:?}", input.map(|input| <sdk::operation::update_domain::UpdateDomain as sdk::operation::Operation>::request(&input)));
"#;
const SIGV4: &str = r#"
    let params = sdk::config::endpoint::Params::builder().region("us-east-1").build().expect("parameters");
    let signer = sdk::sigv4::signer(&params).expect("a signer");
    let input = sdk::operation::update_domain::UpdateDomainInput::builder().domain_id("d").build().expect("an input");
    let mut request = <sdk::operation::update_domain::UpdateDomain as sdk::operation::Operation>::request(&input).expect("a request");
    let credentials = sdk::sigv4::Credentials::new("a", "b", None);
    println!("{:?}", signer.sign(&mut request, &credentials, std::time::SystemTime::now()).is_ok());
"#;
const CLIENT: &str = r#"
    let config = sdk::Config::builder().behavior_version(sdk::config::BehaviorVersion::latest()).build();
    let call = sdk::Client::from_conf(config).update_domain().domain_id("d").send();
    println!("{:?}", tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(call).is_ok());
"#;

const TIERS: [Tier; 3] = [
    Tier { name: "core", features: "", body: CORE, target: Some(0.30) },
    Tier { name: "sigv4", features: r#""sigv4""#, body: SIGV4, target: Some(0.30) },
    Tier { name: "client", features: r#""client", "rt-tokio""#, body: CLIENT, target: Some(0.65) },
];

/// What building a program needed, and what came of it.
struct Built {
    /// The whole, clean.
    whole: Usage,
    /// The crate of the service alone.
    krate: Usage,
    crates: f64,
    /// The stripped program, in bytes.
    program: f64,
}

const OFFICIAL: &str = "aws-sdk-voiceid";

/// Compares the builds.
pub fn table(place: &Place) -> Result<Table> {
    let generated = format!("{:?}", place.root.join("generated").display().to_string());
    let ours = |tier: &Tier| {
        format!(
            "{{ package = \"voice-id\", path = {generated}, default-features = false, features = [{}] }}",
            tier.features
        )
    };
    let official =
        r#"{ package = "aws-sdk-voiceid", version = "=1.119.0", default-features = false, features = ["rt-tokio"] }"#;
    let mut rows = Vec::new();
    for (profile, flag, of_crate) in
        [("dev", None, [Some(0.06), None, Some(0.18)]), ("release", Some("--release"), [None, None, Some(0.25)])]
    {
        let theirs = build(official, CLIENT, flag)?;
        for (tier, of_crate) in TIERS.iter().zip(of_crate) {
            let built = build(&ours(tier), tier.body, flag)?;
            rows.extend(beside(profile, tier, of_crate, &built, &theirs));
        }
    }
    Ok(Table {
        area: "build",
        rows,
        notes: vec![
            "Wall times, and so their ratios, say nothing on a machine that has other work: then compare the processors' time.".to_owned(),
        ],
    })
}

/// The rows of a tier. What our crate alone may cost is a ratio.
fn beside(profile: &str, tier: &Tier, of_crate: Option<f64>, ours: &Built, theirs: &Built) -> Vec<Row> {
    let is_dev = profile == "dev";
    let row = |what: &str, ours, theirs, target| Row::beside(what, ours, OFFICIAL, theirs, target);
    let whole = format!("{profile}, {}: wall, s", tier.name);
    let users = (ours.whole.user.as_secs_f64(), theirs.whole.user.as_secs_f64());
    let mut rows = vec![
        row(&whole, seconds(&ours.whole), seconds(&theirs.whole), tier.target.filter(|_| is_dev)),
        row("... processors, s", users.0, users.1, None),
        row("... our crate alone, wall, s", seconds(&ours.krate), seconds(&theirs.krate), of_crate),
        row("... program, KiB", ours.program / 1024.0, theirs.program / 1024.0, None),
    ];
    if is_dev {
        rows.push(row("... crates", ours.crates, theirs.crates, None));
    }
    rows
}

fn seconds(usage: &Usage) -> f64 {
    usage.wall.as_secs_f64()
}

fn build(dependency: &str, body: &str, flag: Option<&str>) -> Result<Built> {
    let folder = tempfile::tempdir()?;
    let manifest = write(folder.path(), dependency, body)?;
    let target = folder.path().join("target");
    let command = |name: &str| {
        let mut cargo = cargo(&target);
        cargo.args([name, "--manifest-path"]).arg(&manifest).env_remove("RUSTFLAGS");
        cargo
    };
    output(&mut command("fetch"))?;
    let tree = output(command("tree").args(["--quiet", "--offline", "-e", "normal,build", "--prefix", "none"]))?;
    let crates: std::collections::BTreeSet<_> =
        tree.lines().filter_map(|line| line.split(" (").next()).filter(|line| !line.is_empty()).collect();
    eprintln!("building a program with {dependency}");
    let whole = program::run(command("build").arg("--offline").args(flag))?;
    // Without what the crate was compiled to, and with all that it needs.
    let package = if dependency.contains("aws-sdk-voiceid") { "aws-sdk-voiceid" } else { "voice-id" };
    output(command("clean").args(["--offline", "--package", package]).args(flag))?;
    let krate = program::run(command("build").args(["--offline", "--package", package]).args(flag))?;
    program::run(command("build").arg("--offline").args(flag).env("CARGO_PROFILE_DEV_STRIP", "true"))?;
    let program = target.join(if flag.is_some() { "release" } else { "debug" }).join("measured");
    Ok(Built { whole, krate, crates: crates.len() as f64, program: fs::metadata(program)?.len() as f64 })
}

/// A program of its own, with the versions that this package was locked to.
fn write(folder: &Path, dependency: &str, body: &str) -> Result<PathBuf> {
    let manifest = format!(
        "[workspace]\n[package]\nname = \"measured\"\nedition = \"2024\"\n[dependencies]\nsdk = {dependency}\ntokio = {{ version = \"1\", features = [\"rt\"] }}\n[profile.release]\nstrip = true\n"
    );
    fs::create_dir(folder.join("src"))?;
    fs::write(folder.join("src/main.rs"), format!("fn main() {{{body}}}\n"))?;
    let path = folder.join("Cargo.toml");
    fs::write(&path, manifest)?;
    Ok(path)
}
