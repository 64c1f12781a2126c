//! Whole screens, read by a person: every view at four sizes, and what modifiers a screen without
//! colour uses.

use dossier::app::View;
use dossier::store::synthetic::small;
use ratatui::style::Modifier;

use crate::harness::Explorer;

const SIZES: [(u16, u16); 4] = [(160, 50), (120, 40), (80, 24), (40, 10)];

fn explorer(width: u16, height: u16, theme: &str, keys: &str) -> Explorer {
    let mut e = Explorer::dressed(small(), width, height, theme);
    e.press(keys);
    e
}

fn shot(width: u16, height: u16, theme: &str, keys: &str) -> String {
    explorer(width, height, theme, keys).screen().join("\n")
}

/// A view's screens at all sizes, one below the other. No theme changes a letter of them: colour
/// carries no meaning alone.
fn at_all_sizes(keys: &str) -> String {
    let screens = SIZES.map(|(width, height)| {
        let dark = shot(width, height, "dark", keys);
        assert_eq!(dark, shot(width, height, "mono", keys), "{keys} at {width}x{height}");
        format!("== {width}x{height}\n{dark}\n")
    });
    screens.concat()
}

/// The signs that a screen without colour sets its words off with, a row of letters below each row
/// that has any: B bold, D dim, I italic, U underlined, R reversed.
fn marked(width: u16, height: u16, keys: &str) -> String {
    let mut e = explorer(width, height, "mono", keys);
    let screen = e.screen();
    let mut out = String::new();
    for (y, row) in screen.iter().enumerate() {
        let signs: String = (0..width)
            .map(|x| {
                let of = e.modifiers(x, y as u16);
                let signs = [
                    (Modifier::REVERSED, 'R'),
                    (Modifier::UNDERLINED, 'U'),
                    (Modifier::BOLD, 'B'),
                    (Modifier::ITALIC, 'I'),
                    (Modifier::DIM, 'D'),
                ];
                signs.into_iter().find(|(m, _)| of.contains(*m)).map_or(' ', |(_, sign)| sign)
            })
            .collect();
        out.push_str(row);
        out.push('\n');
        if !signs.trim().is_empty() {
            out.push_str(signs.trim_end());
            out.push('\n');
        }
    }
    out
}

/// The keys that show a view.
fn keys_of(view: View) -> &'static str {
    match view {
        View::Events => "1",
        View::Actors => "2",
        View::Quotes => "3",
        View::Articles => "4",
        View::Timeline => "5",
        View::Network => "6",
        // Those of the first event: Putin and Modi.
        View::Pair => "1 p",
    }
}

#[test]
fn every_view_at_every_size() {
    for view in View::ALL {
        insta::assert_snapshot!(view.name().to_lowercase(), at_all_sizes(&format!("{} j", keys_of(view))));
    }
}

#[test]
fn every_view_without_colour() {
    for view in View::ALL {
        insta::assert_snapshot!(format!("{}_mono", view.name().to_lowercase()), marked(120, 24, keys_of(view)));
    }
}

#[test]
fn the_source_pane() {
    insta::assert_snapshot!(at_all_sizes("j enter"));
}

#[test]
fn an_actor() {
    insta::assert_snapshot!(at_all_sizes("/ modi enter"));
}

#[test]
fn what_opens_above_the_panes() {
    for (name, keys) in [
        ("finder", "/ mo"),
        ("text_finder", "ctrl-f modi"),
        ("filter", "f"),
        ("filter_typed", "f type:con"),
        ("export", "x"),
        ("help", "?"),
        ("palette", ":"),
        ("went_wrong", "!"),
    ] {
        let screens = [(100, 24), (40, 10)].map(|(w, h)| shot(w, h, "mono", keys));
        insta::assert_snapshot!(name, screens.join("\n"));
    }
}

#[test]
fn the_views_turned() {
    for (name, keys) in [("lanes", "5 v"), ("network_of_modi", "/ modi enter 6"), ("matrix", "6 v l"), ("reasons", "i")]
    {
        insta::assert_snapshot!(name, at_all_sizes(keys));
    }
}

#[test]
fn a_story_unfolded() {
    let mut out = String::new();
    for (width, height) in SIZES {
        let mut e = Explorer::new(crate::views::twice_told(), width, height);
        e.press("l");
        out.extend([format!("== {width}x{height}\n{}\n", e.screen().join("\n"))]);
    }
    insta::assert_snapshot!(out);
}
