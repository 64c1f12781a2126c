//! Publication dates in the formats that metadata use.

use chrono::{DateTime, NaiveDate};

/// Date formats in metadata, besides ISO 8601 and RFC 2822.
const LAYOUTS: &[&str] = &["%Y/%m/%d", "%Y.%m.%d", "%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%Y%m%d"];

/// Parses the date in a metadata field: ISO 8601 with or without a time, RFC 2822, or a written-out date
/// ("January 27, 2025"). `None` if there is no date, or only a month or year.
#[must_use]
pub fn parse_day(field: &str) -> Option<NaiveDate> {
    let field = field.trim();
    if let Some(day) = field.get(..10).and_then(|d| d.parse().ok()) {
        return Some(day);
    }
    if let Ok(moment) = DateTime::parse_from_rfc2822(field) {
        return Some(moment.date_naive());
    }
    // A time after the date does not matter: "2025/01/27 14:21", "January 27, 2025 at 2:21 pm".
    LAYOUTS.iter().find_map(|layout| NaiveDate::parse_and_remainder(field, layout).ok().map(|(day, _)| day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_parsed_in_the_usual_formats() {
        let day = NaiveDate::from_ymd_opt(2025, 1, 27);
        for field in [
            "2025-01-27",
            " 2025-01-27T14:21:42-05:00",
            "2025-01-27 14:21:42",
            "Mon, 27 Jan 2025 14:21:42 +0000",
            "2025/01/27",
            "January 27, 2025 at 2:21 pm",
            "27 January 2025",
            "Jan 27, 2025",
            "20250127",
        ] {
            assert_eq!(parse_day(field), day, "{field}");
        }
        for field in ["", "January 2025", "2025-13-01", "soon", "2025", "é2025-01-27"] {
            assert_eq!(parse_day(field), None, "{field}");
        }
    }
}
