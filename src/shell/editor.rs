//! The user's editor, at a line.

use std::env;
use std::io;
use std::path::Path;
use std::process::Command;

/// Opens a file and waits until the editor ends.
///
/// # Errors
/// Where it cannot be started.
pub(super) fn open(path: &Path, line: usize) -> io::Result<()> {
    let set = |name: &str| env::var(name).ok().filter(|v| !v.trim().is_empty());
    let editor = set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| "vi".to_owned());
    let words = command_line(&editor, path, line);
    let Some((program, arguments)) = words.split_first() else { return Ok(()) };
    let status = Command::new(program).args(arguments).status();
    status.map(|_| ()).map_err(|e| io::Error::new(e.kind(), format!("{program}: {e}")))
}

/// The words that open a file at a line. Most editors take `+line`; some have their own way.
fn command_line(editor: &str, path: &Path, line: usize) -> Vec<String> {
    let mut words: Vec<String> = editor.split_whitespace().map(str::to_owned).collect();
    let name = words.first().and_then(|w| Path::new(w).file_stem()).map(|s| s.to_string_lossy().into_owned());
    let file = path.display().to_string();
    match name.as_deref() {
        Some("code" | "codium" | "cursor") => {
            words.extend(["--wait".into(), "--goto".into(), format!("{file}:{line}")]);
        }
        Some("hx" | "helix" | "subl" | "zed") => words.push(format!("{file}:{line}")),
        _ => words.extend([format!("+{line}"), file]),
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_editor_is_told_the_line_its_own_way() {
        let words = |editor| command_line(editor, Path::new("/a b.txt"), 7).join("|");
        assert_eq!(words("vi"), "vi|+7|/a b.txt");
        assert_eq!(words("/usr/bin/nvim -R"), "/usr/bin/nvim|-R|+7|/a b.txt");
        assert_eq!(words("code"), "code|--wait|--goto|/a b.txt:7");
        assert_eq!(words("hx"), "hx|/a b.txt:7");
    }
}
