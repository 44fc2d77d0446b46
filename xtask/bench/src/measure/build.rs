//! Clean builds of a small program that makes the call, in a directory of its own: once for each tier, with all operations,
//! and with the official crate. Everything is downloaded before.

mod timings;

use super::place::{Place, cargo};
use super::program::{self, Usage, output};
use super::table::{Row, Table};
use anyhow::{Context, Result};
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

/// The features that all operations are built with.
const ALL: &str = r#""client", "rt-tokio""#;

const TIERS: [Tier; 3] = [
    Tier { name: "core", features: "", body: CORE, target: Some(0.30) },
    Tier { name: "sigv4", features: r#""sigv4""#, body: SIGV4, target: Some(0.30) },
    Tier { name: "client", features: ALL, body: CLIENT, target: Some(0.65) },
];

/// What building a program needed, and what came of it.
struct Built {
    /// The whole, clean.
    whole: Usage,
    /// The crate of the service alone, in seconds, as cargo times it.
    krate: f64,
    crates: f64,
    /// The stripped program, in bytes.
    program: f64,
}

const OFFICIAL: &str = "aws-sdk-voiceid";

/// The crate of the service that a program depends on.
struct Dependency {
    package: &'static str,
    /// What stands in the manifest of the program.
    text: String,
}

impl Dependency {
    fn official() -> Self {
        let features = r#"version = "=1.119.0", default-features = false, features = ["rt-tokio"]"#;
        Self { package: OFFICIAL, text: format!("{{ package = \"{OFFICIAL}\", {features} }}") }
    }

    fn ours(package: &'static str, path: &Path, features: &str) -> Self {
        let path = format!("{:?}", path.display().to_string());
        let text =
            format!("{{ package = \"{package}\", path = {path}, default-features = false, features = [{features}] }}");
        Self { package, text }
    }
}

/// Compares the builds.
pub fn table(place: &Place) -> Result<Table> {
    let whole = tempfile::tempdir()?;
    let xtask = place.xtask()?;
    place.generate(Path::new(xtask.get_program()), &place.root.join("model/voice-id.json"), whole.path(), None)?;
    let mut rows = Vec::new();
    for (profile, flag, of_crate) in
        [("dev", None, [Some(0.06), None, Some(0.18)]), ("release", Some("--release"), [None, None, Some(0.25)])]
    {
        let theirs = build(&Dependency::official(), CLIENT, flag)?;
        for (tier, of_crate) in TIERS.iter().zip(of_crate) {
            let ours = Dependency::ours("voice-id", &place.root.join("generated"), tier.features);
            rows.extend(beside(profile, tier, of_crate, &build(&ours, tier.body, flag)?, &theirs));
        }
        let all = build(&Dependency::ours("measured", whole.path(), ALL), CLIENT, flag)?;
        let what = format!("{profile}, all 29 operations: our crate alone, s");
        rows.push(Row::beside(what, all.krate, OFFICIAL, theirs.krate, Some(0.60)));
    }
    Ok(Table {
        area: "build",
        rows,
        notes: vec![
            "Times, and so their ratios, say nothing on a machine that has other work; that of the processors varies least."
                .to_owned(),
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
        row("... our crate alone, s", ours.krate, theirs.krate, of_crate),
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

fn build(dependency: &Dependency, body: &str, flag: Option<&str>) -> Result<Built> {
    let folder = tempfile::tempdir()?;
    let manifest = write(folder.path(), &dependency.text, body)?;
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
    eprintln!("building a program with {}", dependency.text);
    let whole = program::run(command("build").arg("--offline").args(flag))?;
    // Without what the crate was compiled to, and with all that it needs.
    let package = dependency.package;
    output(command("clean").args(["--offline", "--package", package]).args(flag))?;
    program::run(command("build").args(["--offline", "--timings", "--package", package]).args(flag))?;
    let report = target.join("cargo-timings/cargo-timing.html");
    let krate = fs::read_to_string(&report).ok().and_then(|report| timings::seconds(&report, package));
    let krate = krate.with_context(|| format!("{} does not say how long {package} took", report.display()))?;
    program::run(command("build").arg("--offline").args(flag).env("CARGO_PROFILE_DEV_STRIP", "true"))?;
    let program = target.join(if flag.is_some() { "release" } else { "debug" }).join("program");
    Ok(Built { whole, krate, crates: crates.len() as f64, program: fs::metadata(program)?.len() as f64 })
}

/// A program of its own, with the versions that this package was locked to.
fn write(folder: &Path, dependency: &str, body: &str) -> Result<PathBuf> {
    let manifest = format!(
        "[workspace]\n[package]\nname = \"program\"\nedition = \"2024\"\n[dependencies]\nsdk = {dependency}\ntokio = {{ version = \"1\", features = [\"rt\"] }}\n[profile.release]\nstrip = true\n"
    );
    fs::create_dir(folder.join("src"))?;
    fs::write(folder.join("src/main.rs"), format!("fn main() {{{body}}}\n"))?;
    let path = folder.join("Cargo.toml");
    fs::write(&path, manifest)?;
    Ok(path)
}
