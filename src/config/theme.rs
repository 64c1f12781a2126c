//! Themes: a style for every role, read from `assets/themes`.

use std::collections::BTreeMap;

use crate::app::style_role::Role;

/// A colour of the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// One of the 256; the first 16 are the terminal's own.
    Indexed(u8),
    /// Red, green, blue.
    Rgb(u8, u8, u8),
}

/// How something looks. What is not set is left as it is below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // the fields are the terminal's own words
pub struct Look {
    pub fg: Option<Colour>,
    pub bg: Option<Colour>,
    pub bold: bool,
    pub dim: bool,
    pub italic: bool,
    pub underline: bool,
    pub reverse: bool,
}

/// A look for every role.
#[derive(Clone, Debug)]
pub struct Theme {
    /// Its name.
    pub name: &'static str,
    looks: BTreeMap<Role, Look>,
}

/// Embedded themes, in the order of the key that goes through them.
const THEMES: &[(&str, &str)] = &[
    ("dark", include_str!("../../assets/themes/dark.toml")),
    ("light", include_str!("../../assets/themes/light.toml")),
    ("sixteen", include_str!("../../assets/themes/sixteen.toml")),
    ("contrast", include_str!("../../assets/themes/contrast.toml")),
    ("mono", include_str!("../../assets/themes/mono.toml")),
];

const NAMES: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
];

impl Theme {
    /// Names of all themes.
    pub fn names() -> impl Iterator<Item = &'static str> {
        THEMES.iter().map(|(name, _)| *name)
    }

    /// A theme by its name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let (name, text) = THEMES.iter().find(|(n, _)| *n == name)?;
        Self::read(name, text).ok()
    }

    /// The theme after this one.
    #[must_use]
    pub fn next(&self) -> Self {
        let at = THEMES.iter().position(|(n, _)| *n == self.name).unwrap_or(0);
        Self::named(THEMES[(at + 1) % THEMES.len()].0).unwrap_or_else(|| self.clone())
    }

    /// The theme for a terminal of which only the environment is known: nothing is asked of the
    /// terminal itself. `setting` is the user's choice, "auto" where there is none.
    #[must_use]
    pub fn choose(setting: &str, environment: impl Fn(&str) -> Option<String>) -> Self {
        let plain = Self { name: "mono", looks: BTreeMap::new() };
        let named = |name: &str| Self::named(name).unwrap_or_else(|| plain.clone());
        let set = |name: &str| environment(name).filter(|v| !v.is_empty());
        if setting != "auto" {
            return named(setting);
        }
        let term = set("TERM").unwrap_or_default();
        if set("NO_COLOR").is_some() || term == "dumb" || term.starts_with("vt1") {
            return named("mono");
        }
        if !term.contains("256") && !term.contains("kitty") && set("COLORTERM").is_none() {
            return named("sixteen");
        }
        // Some terminals tell their background in a variable: "15;0", the last being the background.
        let background = set("COLORFGBG").and_then(|v| v.rsplit(';').next().and_then(|b| b.parse::<u8>().ok()));
        named(if background.is_some_and(|b| b == 7 || b == 15) { "light" } else { "dark" })
    }

    /// How a role looks.
    #[must_use]
    pub fn look(&self, role: Role) -> Look {
        self.looks.get(&role).copied().unwrap_or_default()
    }

    fn read(name: &'static str, text: &str) -> Result<Self, String> {
        let lines: BTreeMap<String, String> = toml::from_str(text).map_err(|e| e.to_string())?;
        let mut looks = BTreeMap::new();
        for (role, look) in lines {
            let role = Role::ALL.iter().find(|r| r.name() == role).ok_or_else(|| format!("no role `{role}`"))?;
            looks.insert(*role, read_look(&look)?);
        }
        Ok(Self { name, looks })
    }
}

/// Reads `222 on 234 bold underline`.
fn read_look(text: &str) -> Result<Look, String> {
    let mut look = Look::default();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        match word {
            "bold" => look.bold = true,
            "dim" => look.dim = true,
            "italic" => look.italic = true,
            "underline" => look.underline = true,
            "reverse" => look.reverse = true,
            "on" => look.bg = Some(read_colour(words.next().unwrap_or_default())?),
            colour => look.fg = Some(read_colour(colour)?),
        }
    }
    Ok(look)
}

fn read_colour(text: &str) -> Result<Colour, String> {
    if let Some(hex) = text.strip_prefix('#').filter(|h| h.len() == 6 && h.is_ascii()) {
        let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).map_err(|e| e.to_string());
        return Ok(Colour::Rgb(part(0)?, part(2)?, part(4)?));
    }
    if let Some(at) = NAMES.iter().position(|n| *n == text) {
        return Ok(Colour::Indexed(at as u8));
    }
    text.parse().map(Colour::Indexed).map_err(|_| format!("`{text}` is no colour"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_can_be_read_and_dresses_every_role() {
        for (name, text) in THEMES {
            let theme = Theme::read(name, text).expect(name);
            for role in Role::ALL {
                assert!(theme.looks.contains_key(role), "{name} has no `{}`", role.name());
            }
        }
    }

    #[test]
    fn what_is_highlighted_in_a_text_has_a_sign_besides_its_colour() {
        let signs = |l: Look| (l.bold, l.italic, l.underline, l.reverse, l.dim);
        for (name, _) in THEMES {
            let theme = Theme::named(name).expect(name);
            for role in
                [Role::Trigger, Role::Party, Role::Person, Role::Date, Role::Match, Role::Hidden, Role::Selected]
            {
                assert_ne!(signs(theme.look(role)), signs(Look::default()), "{name}: {}", role.name());
            }
            assert_ne!(signs(theme.look(Role::Trigger)), signs(theme.look(Role::Party)), "{name}");
            assert_ne!(signs(theme.look(Role::Party)), signs(theme.look(Role::Person)), "{name}");
        }
    }

    #[test]
    fn kinds_of_actors_differ_wherever_a_theme_has_colours() {
        for name in Theme::names().filter(|n| *n != "mono") {
            let theme = Theme::named(name).expect(name);
            let looks = [Role::Person, Role::Country, Role::Organisation, Role::Group].map(|r| theme.look(r));
            for (i, look) in looks.iter().enumerate() {
                assert!(looks[..i].iter().all(|other| other != look), "{name}: {looks:?}");
            }
            // Who takes part is set off without hiding what it is.
            assert_eq!(theme.look(Role::Party).fg, None, "{name}");
        }
    }

    #[test]
    fn sixteen_colours_are_those_that_both_backgrounds_show() {
        let theme = Theme::named("sixteen").expect("a theme");
        let readable = [Some(Colour::Indexed(1)), Some(Colour::Indexed(5)), None];
        for role in Role::ALL {
            assert!(readable.contains(&theme.look(*role).fg), "{}", role.name());
            assert_eq!(theme.look(*role).bg, None, "{}", role.name());
        }
    }

    #[test]
    fn mono_and_no_color_use_no_colour() {
        let mono = Theme::choose("auto", |name| (name == "NO_COLOR").then(|| "1".to_owned()));
        assert_eq!(mono.name, "mono");
        assert!(Role::ALL.iter().all(|&r| mono.look(r).fg.is_none() && mono.look(r).bg.is_none()));
    }

    #[test]
    fn the_environment_chooses() {
        let with = |pairs: &'static [(&str, &str)]| {
            Theme::choose("auto", |n| pairs.iter().find(|(k, _)| *k == n).map(|(_, v)| (*v).to_owned())).name
        };
        assert_eq!(with(&[("TERM", "xterm-256color")]), "dark");
        assert_eq!(with(&[("TERM", "xterm-256color"), ("COLORFGBG", "0;15")]), "light");
        assert_eq!(with(&[("TERM", "linux")]), "sixteen");
        assert_eq!(with(&[("TERM", "dumb")]), "mono");
        assert_eq!(Theme::choose("contrast", |_| None).name, "contrast");
    }
}
