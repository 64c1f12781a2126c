//! The event loop.

mod effects;
mod pressing;

use std::collections::VecDeque;
use std::env;
use std::fs::File;
use std::io::{self, Stdout};
use std::time::{Duration, Instant};

use anyhow::Context;
use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, unbounded};
use ratatui::Terminal;
use ratatui::crossterm::event::Event;
use ratatui::crossterm::terminal::size;
use ratatui::layout::Size;

use super::backend::FrameBackend;
use super::background::Work;
use super::input::{self, Keyboard};
use super::loader::Loader;
use super::searcher::{self, Question};
use super::state_dir::StateDir;
use super::terminal::{self, Guard};
use super::throttle::Throttle;
use super::{Happening, Options, Outcome, background, log};
use crate::app::action::{LoadEnd, Notice, Progress};
use crate::app::overlay::ReportFormat;
use crate::app::session::Session;
use crate::app::{Action, Command, Model, update};
use crate::config::Theme;
use crate::export::report::FORMATS;
use crate::keys::recording::Input as Recorded;
use crate::keys::{Chord, Key, KeyReader, Keymap, Mode};
use crate::store::SharedStore;
use crate::ui::{Dress, HitMap, view};

/// Happenings taken in before a frame is drawn: only the last state of a burst is worth drawing.
const BURST: usize = 512;
/// How long a key that waits for rows is given before the screen says so.
const PATIENCE: Duration = Duration::from_millis(6);

/// Runs the explorer until the reader leaves it.
///
/// # Errors
/// Where the terminal cannot be taken or written to.
pub fn run(options: Options) -> anyhow::Result<Outcome> {
    let guard = Guard::take(options.config.mouse).context("the explorer needs a terminal")?;
    let store = SharedStore::default();
    let (to, happenings) = unbounded();
    let mut shell = Shell::new(&options, store.clone(), to.clone())?;
    if let Some(path) = &options.record {
        shell.record = Some(File::create(path).with_context(|| format!("cannot record to {}", path.display()))?);
    }
    let logged = options.log.as_deref().map(log::open).transpose()?;
    // The first frame comes before anything is read.
    shell.draw()?;
    #[cfg(unix)]
    input::listen_for_signals(to.clone())?;
    shell.keyboard = Some(Keyboard::listen(to.clone())?);
    shell.loader = Some(Loader::start(options.input, options.load, store.clone(), to)?);
    let end = shell.attend(&happenings);
    if options.config.sessions {
        shell.state_dir.keep(&shell.model.session(&store.read()));
    }
    let logged = logged.map_or(Ok(()), |file| log::write(file, &store.read()));
    let complete = shell.model.progress.end == Some(LoadEnd::Complete);
    drop(guard);
    logged.context("the log could not be written")?;
    if let Some(signal) = end? {
        end_by(signal);
    }
    let nothing = complete && store.read().article_count() == 0;
    Ok(if nothing { Outcome::NothingReadable } else { Outcome::Done })
}

/// What the first screen says of faults in the settings.
fn complaint(all: &[String]) -> Option<String> {
    match all {
        [] => None,
        [one] => Some(format!("settings: {one}")),
        [first, ..] => Some(format!("settings: {} faults, ! lists them; {first}", all.len())),
    }
}

/// What a reader sees who never was here before; never again after.
fn first_hint(keymap: &Keymap) -> String {
    let key = |command| keymap.key_of(Mode::Normal, command).unwrap_or_default();
    format!(
        "{} {} move · {} shows the proof · {} finds an actor · {} tells every key",
        key(Command::Down),
        key(Command::Up),
        key(Command::Follow),
        key(Command::FindActor),
        key(Command::Help)
    )
}

/// Ends the program as the signal would have.
fn end_by(signal: i32) {
    #[cfg(unix)]
    {
        let _ = signal_hook::low_level::emulate_default_handler(signal);
    }
    std::process::exit(128 + signal);
}

/// Whether the loop goes on.
enum Next {
    Attend,
    Leave,
    LeaveBy(i32),
}

struct Shell {
    model: Model,
    store: SharedStore,
    dress: Dress,
    theme: Theme,
    reader: KeyReader,
    terminal: Terminal<FrameBackend<Stdout>>,
    hits: HitMap,
    questions: Sender<Question>,
    /// Rows and details that another thread is to make.
    work: Sender<Work>,
    /// Brings what threads have to say to the loop.
    to: Sender<Happening>,
    loader: Option<Loader>,
    keyboard: Option<Keyboard>,
    throttle: Throttle,
    /// True once loading was stopped.
    stopped: bool,
    state_dir: StateDir,
    /// The session to take up once everything is read.
    resume: Option<Session>,
    /// Where keys are written down.
    record: Option<File>,
    /// Keys still to be pressed.
    replay: VecDeque<Recorded>,
    /// What was pressed before there was what an earlier key had asked for.
    early: VecDeque<Recorded>,
    /// True while the mouse drags the split.
    dragging: bool,
}

impl Shell {
    fn new(options: &Options, store: SharedStore, to: Sender<Happening>) -> anyhow::Result<Self> {
        let config = &options.config;
        let (width, height) = size().unwrap_or((80, 24));
        let backend = FrameBackend::new(io::stdout(), Size::new(width, height));
        let theme = Theme::choose(&config.theme, |name| env::var(name).ok());
        let (keymap, _) = Keymap::with_overrides(&config.keys);
        let mut model = Model::new(width, height);
        model.split = config.split;
        model.mouse = config.mouse;
        model.queries.clone_from(&config.queries);
        model.threshold = config.threshold;
        model.formats = FORMATS.iter().map(|f| ReportFormat { name: f.name, about: f.about }).collect();
        model.complaints.clone_from(&options.complaints);
        let state_dir = StateDir::of(&options.input);
        if state_dir.is_first_run() && !options.quiet {
            model.notice = Some(Notice::done(first_hint(&keymap)));
        }
        let session = if options.resume { Some(state_dir.session()) } else { None };
        let session = session.and_then(|s| s.map_err(|why| model.notice = Some(Notice::refused(why))).ok());
        if let Some(text) = complaint(&options.complaints) {
            model.notice = Some(Notice::refused(text));
        }
        Ok(Self {
            model,
            dress: Dress::new(&theme, keymap, config.ascii),
            theme,
            reader: KeyReader::default(),
            terminal: Terminal::new(backend)?,
            hits: HitMap::default(),
            questions: searcher::start(store.clone(), to.clone())?,
            work: background::start(store.clone(), to.clone())?,
            to,
            store,
            loader: None,
            keyboard: None,
            throttle: Throttle::new(Instant::now()),
            stopped: false,
            resume: session,
            record: None,
            replay: options.replay.iter().copied().collect(),
            early: VecDeque::new(),
            state_dir,
            dragging: false,
        })
    }

    /// Attends to what happens until something ends it; the signal, where one did.
    fn attend(&mut self, happenings: &Receiver<Happening>) -> anyhow::Result<Option<i32>> {
        // Until when a frame that tells of waiting is held back: most lists are made sooner.
        let mut patience: Option<Instant> = None;
        let mut changed = false;
        loop {
            let due = self.throttle.due().filter(|_| !self.model.waits());
            let first = match due.into_iter().chain(patience).min() {
                None => happenings.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(due) => happenings.recv_deadline(due),
            };
            if matches!(first, Err(RecvTimeoutError::Disconnected)) {
                return Ok(None);
            }
            for happening in first.into_iter().chain(happenings.try_iter()).take(BURST) {
                // News of loading waits for its time.
                if let Happening::Action(Action::Progress(progress)) = happening {
                    // What was on its way when it was stopped does not make it go on.
                    if progress.end.is_some() || !self.stopped {
                        self.throttle.hold(progress);
                    }
                    continue;
                }
                changed = true;
                match self.take_in(happening)? {
                    Next::Attend => {}
                    Next::Leave => return Ok(None),
                    Next::LeaveBy(signal) => return Ok(Some(signal)),
                }
            }
            // News would change what a key waits for.
            if !self.model.waits()
                && let Some(progress) = self.throttle.take(Instant::now())
            {
                changed = true;
                self.load_on(progress)?;
            }
            if let Next::Leave = self.press_waiting()? {
                return Ok(None);
            }
            let now = Instant::now();
            patience = match patience {
                _ if !self.model.waits() && !self.model.counts() => None,
                None if changed => Some(now + PATIENCE),
                held => held.filter(|&until| until > now),
            };
            if changed && patience.is_none() {
                self.draw()?;
                changed = false;
            }
        }
    }

    /// Takes in what the loader told, and how long that takes.
    fn load_on(&mut self, progress: Progress) -> anyhow::Result<()> {
        let began = Instant::now();
        let ended = progress.end.is_some();
        self.act(Action::Progress(progress))?;
        self.throttle.took(began.elapsed());
        if ended {
            if let Some(session) = self.resume.take() {
                self.act(Action::Resume(Box::new(session)))?;
            }
            let _ = self.questions.send(Question::Prepare);
        }
        // What takes long is ready before it is asked for.
        for key in self.model.rows_ahead(&self.store.read()) {
            let _ = self.work.send(Work::Rows(key));
        }
        Ok(())
    }

    fn draw(&mut self) -> io::Result<()> {
        let store = self.store.read();
        let keymap = &self.dress.keymap;
        let pending = self.reader.pending();
        self.dress.pending =
            (!pending.is_empty()).then(|| (pending.to_vec(), keymap.lookup(self.model.mode(), pending)));
        let (model, dress, hits) = (&self.model, &self.dress, &mut self.hits);
        self.terminal.draw(|frame| *hits = view(model, &store, dress, frame))?;
        Ok(())
    }

    fn take_in(&mut self, happening: Happening) -> anyhow::Result<Next> {
        if let Happening::Terminal(_) = happening {
            self.throttle.press(Instant::now());
        }
        match happening {
            Happening::Hangup => Ok(Next::Leave),
            Happening::Signal(signal) => self.signal(signal),
            Happening::Action(action) => self.act(action),
            Happening::Terminal(Event::Key(key)) => {
                match input::chord(key) {
                    Some(chord) if self.is_early(chord) => self.early.push_back(Recorded::Key(chord)),
                    Some(chord) => return self.press(chord),
                    None => {}
                }
                Ok(Next::Attend)
            }
            Happening::Terminal(Event::Paste(text)) => {
                for c in text.chars().filter(|c| !c.is_control()) {
                    self.write_down(Recorded::Key(Chord::plain(Key::Char(c))))?;
                }
                self.act(Action::Paste(text))
            }
            Happening::Terminal(Event::Mouse(mouse)) => match input::pointing(mouse) {
                Some(pointing) if self.model.waits() || !self.early.is_empty() => {
                    self.early.push_back(Recorded::Mouse(pointing));
                    Ok(Next::Attend)
                }
                Some(pointing) => self.point(pointing),
                None => Ok(Next::Attend),
            },
            Happening::Terminal(Event::Resize(width, height)) => self.resize(width, height),
            Happening::Terminal(_) => Ok(Next::Attend),
        }
    }

    fn act(&mut self, action: Action) -> anyhow::Result<Next> {
        let effects = update(&mut self.model, &self.store.read(), action);
        for effect in effects {
            if let Next::Leave = self.effect(effect)? {
                return Ok(Next::Leave);
            }
        }
        Ok(Next::Attend)
    }

    fn resize(&mut self, width: u16, height: u16) -> anyhow::Result<Next> {
        self.terminal.backend_mut().set_size(Size::new(width, height));
        self.act(Action::Resize(width, height))
    }

    #[cfg(unix)]
    fn signal(&mut self, signal: i32) -> anyhow::Result<Next> {
        use signal_hook::consts::{SIGCONT, SIGTSTP, SIGWINCH};
        match signal {
            SIGWINCH => match size() {
                Ok((width, height)) => self.resize(width, height),
                Err(_) => Ok(Next::Attend),
            },
            SIGTSTP => {
                self.suspend()?;
                Ok(Next::Attend)
            }
            SIGCONT => {
                terminal::take(self.model.mouse)?;
                self.redraw()?;
                Ok(Next::Attend)
            }
            _ => Ok(Next::LeaveBy(signal)),
        }
    }

    #[cfg(not(unix))]
    #[allow(clippy::unnecessary_wraps, clippy::unused_self)] // the other one may fail
    fn signal(&mut self, signal: i32) -> anyhow::Result<Next> {
        Ok(Next::LeaveBy(signal))
    }
}
