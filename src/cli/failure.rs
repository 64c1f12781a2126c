//! How a command can fail, and with which exit status.

use std::io;
use std::process::ExitCode;

use crate::store::query::QueryError;

#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    #[error("{0}")]
    Usage(String),
    #[error("nothing in the input could be read{0}")]
    NothingRead(String),
    #[error("cannot write: {0}")]
    Write(io::Error),
    #[error("{0:#}")]
    Other(anyhow::Error),
    #[error("a check failed")]
    CheckFailed,
    #[error("the reader has closed the pipe")]
    ClosedPipe,
}

impl Failure {
    /// A query that cannot be parsed, with carets below the place.
    pub(super) fn query(query: &str, error: &QueryError) -> Self {
        let shown: String = query.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let column = error.column(query);
        let before: String = shown.chars().take(column - 1).collect();
        let marked = query.get(error.span.clone()).map_or(1, crate::app::cells::width).max(1);
        let indent = " ".repeat(crate::app::cells::width(&before));
        Self::Usage(format!("in the query, column {column}: {error}\n  {shown}\n  {indent}{}", "^".repeat(marked)))
    }

    pub(super) fn message(&self) -> Option<String> {
        (!matches!(self, Self::ClosedPipe | Self::CheckFailed)).then(|| self.to_string())
    }

    pub(super) fn code(&self) -> ExitCode {
        match self {
            Self::ClosedPipe => ExitCode::SUCCESS,
            Self::CheckFailed | Self::Write(_) | Self::Other(_) => ExitCode::from(1),
            Self::Usage(_) => ExitCode::from(2),
            Self::NothingRead(_) => ExitCode::from(3),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe { Self::ClosedPipe } else { Self::Write(error) }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Other(error.into())
    }
}
