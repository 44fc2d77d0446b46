//! What a call tells `tracing`: the spans that are opened, with their fields. Events are printed, but to nowhere.

use super::server::{DOMAIN, Server, update};
use aws_sdk_voiceid::Client;
use aws_sdk_voiceid::error::BoxError;
use std::fmt::Debug;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// Keeps a line for each span.
#[derive(Clone, Default)]
struct Spans(Arc<(AtomicU64, Mutex<Vec<String>>)>);

struct Fields(String);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        // A new one each time.
        let value = if field.name() == "sdk_invocation_id" { "..." } else { &format!("{value:?}") };
        self.0 += &format!(" {}={value}", field.name());
    }
}

impl Subscriber for Spans {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut fields = Fields(String::new());
        span.record(&mut fields);
        let metadata = span.metadata();
        self.0.1.lock().unwrap().push(format!("{} {}{}", metadata.level(), metadata.name(), fields.0));
        Id::from_u64(self.0.0.fetch_add(1, Ordering::SeqCst) + 1)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        let mut fields = Fields(String::new());
        values.record(&mut fields);
        self.0.1.lock().unwrap().push(format!("  of {}:{}", span.into_u64(), fields.0));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}
    // Logs print what is in events, of which the runtime has many.
    fn event(&self, event: &Event<'_>) {
        event.record(&mut Fields(String::new()));
    }
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
}

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), BoxError> {
    let spans = Spans::default();
    for answers in [&[(200, DOMAIN)][..], &[(500, "{}"), (400, r#"{"__type":"ConflictException"}"#)]] {
        let client = Client::from_conf(Server::new(answers).config().build());
        let _here = tracing::subscriber::set_default(spans.clone());
        println!("{}", update(&client)?.send().await.is_ok());
    }
    spans.0.1.lock().unwrap().iter().for_each(|line| println!("{line}"));
    Ok(())
}
