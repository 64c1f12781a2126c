//! A key and the frame after it, over 100,000 events and 1,000,000 names, without a terminal.

use std::sync::LazyLock;

use divan::{Bencher, black_box};
use dossier::app::{Action, Command, Model, update};
use dossier::config::Theme;
use dossier::keys::Keymap;
use dossier::store::{Store, synthetic};
use dossier::ui::{Dress, view};
use ratatui::Terminal;
use ratatui::backend::TestBackend;

static STORE: LazyLock<Store> = LazyLock::new(|| {
    let store = synthetic::store(100_000, 1_000_000);
    store.prepare_orders();
    store
});

const SIZE: (u16, u16) = (160, 50);

fn main() {
    LazyLock::force(&STORE);
    divan::main();
}

fn model() -> Model {
    let mut model = Model::new(SIZE.0, SIZE.1);
    update(&mut model, &STORE, Action::Grown);
    model
}

/// Keys that readers press: the last is measured with its frame, after those before it.
const KEYS: [&[Command]; 22] = {
    use Command::*;
    [
        &[Down],
        &[PageDown],
        &[Last],
        &[NextPane],
        &[Follow],
        &[NextEvidence],
        &[Sort],
        &[HideUnsure],
        &[Finer],
        &[Turn],
        &[Filter],
        &[Help],
        &[ViewActors],
        &[ViewQuotes],
        &[ViewArticles],
        &[ViewTimeline],
        &[ViewTimeline, Finer],
        &[ViewTimeline, Coarser],
        &[ViewTimeline, Turn],
        &[ViewTimeline, ViewEvents, ViewTimeline],
        &[ViewNetwork],
        &[ViewNetwork, Turn],
    ]
};

#[divan::bench(args = KEYS, max_time = 1)]
fn key(bencher: Bencher, commands: &[Command]) {
    let theme = Theme::named("dark").expect("a theme of the program");
    let dress = Dress::new(&theme, Keymap::default(), false);
    let mut terminal = Terminal::new(TestBackend::new(SIZE.0, SIZE.1)).expect("a made-up terminal");
    let store = &*STORE;
    let Some((&last, before)) = commands.split_last() else { return };
    let walked = || {
        let mut model = model();
        for &command in before {
            update(&mut model, store, Action::Run(command));
        }
        model
    };
    bencher.with_inputs(walked).bench_local_refs(|model| {
        update(model, store, Action::Run(black_box(last)));
        terminal.draw(|frame| drop(view(model, store, &dress, frame))).map(drop)
    });
}

/// A frame where nothing changed since the last.
#[divan::bench(args = [(40, 10), (80, 24), (160, 50), (300, 100)])]
fn frame(bencher: Bencher, size: (u16, u16)) {
    let theme = Theme::named("dark").expect("a theme of the program");
    let dress = Dress::new(&theme, Keymap::default(), false);
    let mut model = model();
    update(&mut model, &STORE, Action::Resize(size.0, size.1));
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a made-up terminal");
    bencher.bench_local(|| terminal.draw(|frame| drop(view(&model, &STORE, &dress, frame))).map(drop));
}

/// News of loading: every list in sight made anew.
#[divan::bench(max_time = 1)]
fn take_in_news(bencher: Bencher) {
    bencher.with_inputs(|| Model::new(SIZE.0, SIZE.1)).bench_local_refs(|model| update(model, &STORE, Action::Grown));
}
