//! Which word of a personal name is the family's.

use crate::language::gazetteer::Gazetteer;

/// The family name in a personal name, what stands behind a comma left out: "Biden" of "Joseph R. Biden,
/// Jr.", "Li" of "Li Zhaoxing", "Kim" of "Kim Jong Un"; the whole name where its last word is too short
/// to be one.
#[must_use]
pub(crate) fn family_name(name: &str) -> &str {
    let name = name.split(',').next().unwrap_or(name).trim_end();
    let words: Vec<&str> = name.split(' ').collect();
    if let [family, given] | [family, given, _] = words[..] {
        let gazetteer = Gazetteer::get();
        let (first, second) = (family.to_lowercase(), given.to_lowercase());
        // Some are given names too ("Kim"): then the next word must be none of the West's.
        let eastern = given.contains('-') || words.len() == 3 && gazetteer.given(&second).is_none();
        if gazetteer.is_family_first(&first) && (eastern || gazetteer.given(&first).is_none()) {
            return family;
        }
    }
    words.last().copied().filter(|word| word.len() > 2).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use crate::extract::identity::family::*;

    #[test]
    fn the_family_stands_last_in_the_west_and_first_in_the_east() {
        for (name, family) in [
            ("Joseph R. Biden, Jr.", "Biden"),
            ("Pope Francis", "Francis"),
            ("Putin", "Putin"),
            ("Yang Jiechi", "Yang"),
            ("Li Zhaoxing", "Li"),
            ("Moon Jae-in", "Moon"),
            ("Kim Jong Un", "Kim"),
            ("Kim Campbell", "Campbell"),
            ("Malcolm X", "Malcolm X"),
        ] {
            assert_eq!(family_name(name), family);
        }
    }
}
