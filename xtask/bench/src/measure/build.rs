//! Clean builds of a small program that makes the call, in a directory of its own: once for each tier, with all operations,
//! and with the official crate. Everything is downloaded before.

mod timings;

use super::place::{Place, cargo};
use super::program::{self, Usage, output};
use super::table::{Row, Table};
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

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
    /// The crate of the service alone, in seconds, as cargo times it: the fastest of several.
    krate: f64,
    crates: f64,
    /// The stripped program, in bytes.
    program: f64,
}

/// How often the crate of the service is compiled alone, in turn with the others, so that a machine that is slow for a
/// while is slow for all.
const ROUNDS: usize = 3;

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
    let whole = place.all_operations()?;
    let mut programs = vec![
        Program::new(Dependency::ours("measured", whole.path(), ALL), CLIENT)?,
        Program::new(Dependency::official(), CLIENT)?,
    ];
    for tier in &TIERS {
        let ours = Dependency::ours("voice-id", &place.root.join("generated"), tier.features);
        programs.push(Program::new(ours, tier.body)?);
    }
    let mut rows = Vec::new();
    for (profile, flag, of_crate) in
        [("dev", None, [Some(0.06), None, Some(0.18)]), ("release", Some("--release"), [None, None, Some(0.25)])]
    {
        let built = build(&programs, flag)?;
        let [all, theirs, tiers @ ..] = built.as_slice() else { bail!("programs were not built") };
        for ((tier, of_crate), ours) in TIERS.iter().zip(of_crate).zip(tiers) {
            rows.extend(beside(profile, tier, of_crate, ours, theirs));
        }
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

/// Builds each program, then in turn their crates alone.
fn build(programs: &[Program], flag: Option<&str>) -> Result<Vec<Built>> {
    let mut built = programs.iter().map(|program| program.build(flag)).collect::<Result<Vec<_>>>()?;
    for _ in 0..ROUNDS {
        for (program, built) in programs.iter().zip(&mut built) {
            built.krate = built.krate.min(program.alone(flag)?);
        }
    }
    Ok(built)
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

/// A program in a directory of its own, which depends on the crate of the service.
struct Program {
    folder: TempDir,
    dependency: Dependency,
}

impl Program {
    fn new(dependency: Dependency, body: &str) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        write(folder.path(), &dependency.text, body)?;
        Ok(Self { folder, dependency })
    }

    fn target(&self) -> PathBuf {
        self.folder.path().join("target")
    }

    /// Crates in a directory compile as those of a registry do: without lints and files for the next time.
    fn cargo(&self, name: &str) -> Command {
        let mut cargo = cargo(&self.target());
        let manifest = self.folder.path().join("Cargo.toml");
        cargo.args([name, "--manifest-path"]).arg(manifest);
        cargo.env("RUSTFLAGS", "--cap-lints=allow").env("CARGO_INCREMENTAL", "0");
        cargo
    }

    fn build(&self, flag: Option<&str>) -> Result<Built> {
        output(&mut self.cargo("fetch"))?;
        let mut tree = self.cargo("tree");
        let tree = output(tree.args(["--quiet", "--offline", "-e", "normal,build", "--prefix", "none"]))?;
        let crates: BTreeSet<_> =
            tree.lines().filter_map(|line| line.split(" (").next()).filter(|line| !line.is_empty()).collect();
        eprintln!("building a program with {}", self.dependency.text);
        let whole = program::run(self.cargo("build").arg("--offline").args(flag))?;
        let stripped = self.target().join(if flag.is_some() { "release" } else { "debug" }).join("program");
        program::run(self.cargo("build").arg("--offline").args(flag).env("CARGO_PROFILE_DEV_STRIP", "true"))?;
        let program = fs::metadata(stripped)?.len() as f64;
        Ok(Built { whole, krate: f64::INFINITY, crates: crates.len() as f64, program })
    }

    /// Without what the crate was compiled to, and with all that it needs.
    fn alone(&self, flag: Option<&str>) -> Result<f64> {
        let package = self.dependency.package;
        output(self.cargo("clean").args(["--offline", "--package", package]).args(flag))?;
        program::run(self.cargo("build").args(["--offline", "--timings", "--package", package]).args(flag))?;
        let report = self.target().join("cargo-timings/cargo-timing.html");
        let seconds = fs::read_to_string(&report).ok().and_then(|report| timings::seconds(&report, package));
        seconds.with_context(|| format!("{} does not say how long {package} took", report.display()))
    }
}

/// A program of its own, with the versions that this package was locked to.
fn write(folder: &Path, dependency: &str, body: &str) -> Result<()> {
    let manifest = format!(
        "[workspace]\n[package]\nname = \"program\"\nedition = \"2024\"\n[dependencies]\nsdk = {dependency}\ntokio = {{ version = \"1\", features = [\"rt\"] }}\n[profile.release]\nstrip = true\n"
    );
    fs::create_dir(folder.join("src"))?;
    fs::write(folder.join("src/main.rs"), format!("fn main() {{{body}}}\n"))?;
    fs::write(folder.join("Cargo.toml"), manifest)?;
    Ok(())
}
