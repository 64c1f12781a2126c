//! The articles that are compiled into the program.

use super::Item;

macro_rules! seed {
    ($name:literal) => {
        ($name, include_str!(concat!("../../seeds/", $name)))
    };
}

/// Name and text of each seed, sorted by name.
const SEEDS: &[(&str, &str)] = &[seed!("000_2c8ac6919ca2e163.txt"), seed!("004_1a71056e63c7aa0b.txt")];

/// The embedded seed articles, in order of their names.
#[must_use]
pub fn seeds() -> Vec<Item> {
    SEEDS.iter().map(|(name, text)| Item::embedded(name, text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_seeds_folder_is_embedded() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
        let mut names: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        assert_eq!(names, SEEDS.iter().map(|s| s.0).collect::<Vec<_>>());
    }
}
