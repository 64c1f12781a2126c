//! What is kept between runs, in the state folder: sessions, and that the explorer was seen before.

use std::fs;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::Input;
use crate::app::session::Session;
use crate::export::exhibit::hash_of;

/// Where things are kept; nothing is where there is no such folder.
#[derive(Clone, Debug)]
pub(super) struct StateDir {
    folder: Option<PathBuf>,
    /// The session's file: one for each input.
    session: Option<PathBuf>,
}

impl StateDir {
    /// `$XDG_STATE_HOME/dossier`, or what the system has in its place.
    pub(super) fn of(input: &Input) -> Self {
        let folder = etcetera::choose_base_strategy().ok().map(|s| {
            let state = s.state_dir().unwrap_or_else(|| s.data_dir());
            state.join("dossier")
        });
        Self::within(folder, input)
    }

    fn within(folder: Option<PathBuf>, input: &Input) -> Self {
        let session = folder.as_ref().zip(key(input)).map(|(f, key)| f.join("sessions").join(format!("{key}.json")));
        Self { folder, session }
    }

    /// The session kept of this input; the reason where there is none.
    pub(super) fn session(&self) -> Result<Session, String> {
        let path = self.session.as_ref().ok_or("a session of a pipe cannot be kept")?;
        let text = fs::read_to_string(path).map_err(|_| "no session of this input is kept yet")?;
        serde_json::from_str(&text).map_err(|e| format!("the session in {} cannot be read: {e}", path.display()))
    }

    /// Keeps a session. What cannot be kept is no reason to end with an error.
    pub(super) fn keep(&self, session: &Session) {
        let Some((path, folder)) = self.session.as_ref().and_then(|p| Some((p, p.parent()?))) else { return };
        if let Ok(text) = serde_json::to_string(session)
            && fs::create_dir_all(folder).is_ok()
        {
            let _ = private(path, &text);
        }
    }

    /// True the first time it is asked on this machine.
    pub(super) fn is_first_run(&self) -> bool {
        let Some(folder) = &self.folder else { return false };
        let seen = folder.join("seen");
        if seen.exists() {
            return false;
        }
        // Where it cannot be written the hint would come every time: better never.
        fs::create_dir_all(folder).is_ok() && fs::write(seen, "").is_ok()
    }
}

/// Writes a file that nobody else may read: it tells what somebody works on.
fn private(path: &Path, text: &str) -> std::io::Result<()> {
    fs::write(path, text)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o600))?;
    }
    Ok(())
}

/// What tells one input from another: its paths in full. A pipe has none.
fn key(input: &Input) -> Option<String> {
    let Input::Paths(paths) = input else { return None };
    if paths.iter().any(|p| p.as_os_str() == "-") {
        return None;
    }
    let full = paths.iter().map(|p| fs::canonicalize(p).unwrap_or_else(|_| p.clone()));
    let all: Vec<String> = full.map(|p| p.display().to_string()).collect();
    Some(hash_of(all.join("\n").as_bytes())[..16].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_kept_for_its_input_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let of = |paths: &[&str]| {
            let input = Input::Paths(paths.iter().map(PathBuf::from).collect());
            StateDir::within(Some(folder.path().to_owned()), &input)
        };
        assert!(of(&["/a"]).session().is_err());
        of(&["/a"]).keep(&Session::default());
        assert_eq!(of(&["/a"]).session(), Ok(Session::default()));
        assert!(of(&["/a", "/b"]).session().is_err());
        assert!(of(&["-"]).session().is_err_and(|e| e.contains("pipe")));
        assert!(of(&[]).is_first_run() && !of(&[]).is_first_run());
    }
}
