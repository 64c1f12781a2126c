//! Words of deeds that tell none, and deeds of others than those beside them.

use crate::extract::events::arguments::tests::{never_tells, tells};

#[test]
fn who_tells_of_gunfire_did_not_shoot() {
    never_tells("Witnesses reported sporadic gunfire around the embassy of Spain.", "ASSAULT witnesses > -");
    never_tells("People were hit by hurricanes in Puerto Rico.", "ASSAULT Puerto Rico > people");
}

#[test]
fn what_is_not_stood_by_is_not_allowed() {
    tells("We will not stand by and allow Iran to build bombs, Angela Merkel said.", "REJECT Angela Merkel > Iran");
}

#[test]
fn a_clause_on_who_is_of_the_person_before_it() {
    tells(
        "She prevailed in the race against Roy Moore, who was accused by Angela Merkel of lying.",
        "ACCUSE Angela Merkel > Roy Moore",
    );
}

#[test]
fn one_person_s_force_is_not_his_state_s() {
    never_tells("A US army psychiatrist opened fire at a base in Kenya.", "ASSAULT United States > Kenya");
}
