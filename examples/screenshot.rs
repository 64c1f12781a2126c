//! Draws what the program really shows as an SVG picture, for the README.
//!
//! ```text
//! cargo build --release
//! cargo run --example screenshot -- OUT.svg COLSxROWS KEYS PROGRAM [ARGS…]
//! ```
//! KEYS are typed one after the other; `<enter>`, `<esc>`, `<tab>`, `<down>` and `<c-x>` stand for keys
//! without a character. The program runs in a pseudo terminal; its screen is read when it falls quiet.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context, bail};
use portable_pty::{CommandBuilder, PtySize, native_pty_system};

/// Cell size in SVG units; 0.6 em is the advance of common monospaced fonts.
const FONT: f32 = 14.0;
const CELL: (f32, f32) = (8.4, 18.0);
const PAPER: &str = "#14171c";
const INK: &str = "#d5d9e0";
/// No output for this long means that the screen is finished.
const QUIET: Duration = Duration::from_millis(400);

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [out, size, keys, program, rest @ ..] = args.as_slice() else {
        bail!("usage: screenshot OUT.svg COLSxROWS KEYS PROGRAM [ARGS…]");
    };
    let (cols, rows) = size.split_once('x').context("the size is written COLSxROWS")?;
    let screen = play(cols.parse()?, rows.parse()?, keys, program, rest)?;
    std::fs::write(out, svg(&screen)).with_context(|| format!("writing {out}"))?;
    Ok(())
}

/// Runs the program, types the keys and returns its last screen.
fn play(
    cols: NonZero<u16>,
    rows: NonZero<u16>,
    keys: &str,
    program: &str,
    args: &[String],
) -> anyhow::Result<vt100::Screen> {
    let pty =
        native_pty_system().openpty(PtySize { rows: rows.get(), cols: cols.get(), pixel_width: 0, pixel_height: 0 })?;
    let mut command = CommandBuilder::new(std::fs::canonicalize(program)?);
    command.args(args);
    command.cwd(std::env::current_dir()?);
    command.env("TERM", "xterm-256color");
    command.env("COLORTERM", "truecolor");
    let mut child = pty.slave.spawn_command(command)?;
    drop(pty.slave);
    let (send, receive) = mpsc::channel();
    let mut reader = pty.master.try_clone_reader()?;
    std::thread::spawn(move || {
        let mut buffer = vec![0; 1 << 16];
        while let Ok(n @ 1..) = reader.read(&mut buffer) {
            if send.send(buffer[..n].to_vec()).is_err() {
                break;
            }
        }
    });
    let mut terminal = vt100::Parser::new(rows, cols, 0);
    let settle = |terminal: &mut vt100::Parser| {
        while let Ok(bytes) = receive.recv_timeout(QUIET) {
            terminal.process(&bytes);
        }
    };
    let mut writer = pty.master.take_writer()?;
    settle(&mut terminal);
    for key in split_keys(keys)? {
        writer.write_all(&key)?;
        writer.flush()?;
        settle(&mut terminal);
    }
    let screen = terminal.screen().clone();
    child.kill()?;
    Ok(screen)
}

fn split_keys(keys: &str) -> anyhow::Result<Vec<Vec<u8>>> {
    let mut out = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        if let Some((name, after)) = rest.strip_prefix('<').and_then(|r| r.split_once('>')) {
            out.push(match name {
                "enter" => b"\r".to_vec(),
                "esc" => b"\x1b".to_vec(),
                "tab" => b"\t".to_vec(),
                "down" => b"\x1b[B".to_vec(),
                "up" => b"\x1b[A".to_vec(),
                "pgdn" => b"\x1b[6~".to_vec(),
                _ => match name.strip_prefix("c-").map(str::as_bytes) {
                    Some([letter]) => vec![letter & 0x1f],
                    _ => bail!("no key is named <{name}>"),
                },
            });
            rest = after;
        } else {
            out.push(c.to_string().into_bytes());
            rest = &rest[c.len_utf8()..];
        }
    }
    Ok(out)
}

/// The 16 colours of the picture's palette.
const PALETTE: [&str; 16] = [
    "#1d2128", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#abb2bf", "#5c6370", "#ff7a85",
    "#b5e08e", "#ffd68a", "#7cc4ff", "#dd9bf0", "#6fd3df", "#ffffff",
];

fn colour(c: vt100::Color, default: &str) -> String {
    match c {
        vt100::Color::Default => default.to_owned(),
        vt100::Color::Rgb(r, g, b) => format!("#{r:02x}{g:02x}{b:02x}"),
        vt100::Color::Idx(i @ 0..=15) => PALETTE[i as usize].to_owned(),
        vt100::Color::Idx(i @ 16..=231) => {
            let level = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
            let i = i - 16;
            format!("#{:02x}{:02x}{:02x}", level(i / 36), level(i / 6 % 6), level(i % 6))
        }
        vt100::Color::Idx(i) => format!("#{0:02x}{0:02x}{0:02x}", 8 + 10 * (i - 232)),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Neighbouring cells of one look become one rectangle and one run of text.
fn svg(screen: &vt100::Screen) -> String {
    let (rows, cols) = screen.size();
    let (rows, cols) = (rows.get(), cols.get());
    let (width, height) = (f32::from(cols) * CELL.0 + 16.0, f32::from(rows) * CELL.1 + 16.0);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" font-family=\"ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace\" font-size=\"{FONT}\">\n<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{PAPER}\"/>\n"
    );
    for row in 0..rows {
        let y = 8.0 + f32::from(row) * CELL.1;
        let mut col = 0;
        while col < cols {
            let Some(first) = screen.cell(row, col) else { break };
            let look = Look::of(first);
            let start = col;
            let mut text = String::new();
            while let Some(cell) = screen.cell(row, col).filter(|c| Look::of(c) == look && col < cols) {
                if !cell.is_wide_continuation() {
                    text.push_str(if cell.has_contents() { cell.contents() } else { " " });
                }
                col += 1;
            }
            look.draw(&mut out, 8.0 + f32::from(start) * CELL.0, y, f32::from(col - start) * CELL.0, &text);
        }
    }
    out.push_str("</svg>\n");
    out
}

#[derive(PartialEq, Clone)]
struct Look {
    ink: String,
    paper: String,
    bold: bool,
    dim: bool,
    italic: bool,
    underline: bool,
}

impl Look {
    fn of(cell: &vt100::Cell) -> Self {
        let (mut ink, mut paper) = (colour(cell.fgcolor(), INK), colour(cell.bgcolor(), PAPER));
        if cell.inverse() {
            std::mem::swap(&mut ink, &mut paper);
        }
        Self { ink, paper, bold: cell.bold(), dim: cell.dim(), italic: cell.italic(), underline: cell.underline() }
    }

    fn draw(&self, out: &mut String, x: f32, y: f32, width: f32, text: &str) {
        if self.paper != PAPER {
            let _ = writeln!(
                out,
                "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{:.1}\" fill=\"{}\"/>",
                CELL.1, self.paper
            );
        }
        if text.trim().is_empty() {
            return;
        }
        let mut style = String::new();
        if self.bold {
            style.push_str(" font-weight=\"bold\"");
        }
        if self.dim {
            style.push_str(" opacity=\"0.6\"");
        }
        if self.italic {
            style.push_str(" font-style=\"italic\"");
        }
        if self.underline {
            style.push_str(" text-decoration=\"underline\"");
        }
        let _ = writeln!(
            out,
            "<text x=\"{x:.1}\" y=\"{:.1}\" fill=\"{}\" textLength=\"{width:.1}\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\"{style}>{}</text>",
            y + CELL.1 * 0.74,
            self.ink,
            escape(text)
        );
    }
}
