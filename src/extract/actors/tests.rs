//! Whom pronouns and descriptions mean, in whole sentences.

use crate::extract::Extractor;
use crate::lexicon::table::table;
use crate::model::{Article, Findings, MentionKind};

fn read(text: &str) -> Findings {
    Extractor::new().extract(&Article::from_text("test.txt", text))
}

/// The actors that the `n`th place (from 0) where `words` stand refers to, by pronoun or description.
fn meant(text: &str, words: &str, n: usize) -> Vec<String> {
    let at = text.match_indices(words).nth(n).map(|(at, _)| at).expect("the words stand in the text");
    let findings = read(text);
    let here = |m: &&crate::model::Mention| {
        m.kind != MentionKind::Name && m.span.start as usize >= at && m.span.end as usize <= at + words.len()
    };
    let mut names: Vec<String> =
        findings.actors.iter().filter(|a| a.mentions.iter().any(|m| here(&m))).map(|a| a.name.clone()).collect();
    names.sort();
    names
}

fn names(text: &str) -> Vec<String> {
    read(text).actors.into_iter().filter(|a| a.named).map(|a| a.name).collect()
}

#[test]
fn he_in_a_quotation_is_not_its_speaker() {
    let text = "Vladimir Putin praised Donald Trump on Friday.\n\n\
                “There is no doubt that he is a talented man,” the Russian leader said. Russia welcomed it.";
    assert_eq!(meant(text, "the Russian leader", 0), ["Vladimir Putin"]);
    assert_eq!(meant(text, "he is", 0), ["Donald Trump"]);
}

#[test]
fn he_said_is_who_spoke_last() {
    let text = "Donald Trump met John Smith in Ohio.\n\nTrump seemed likely to win, said Robert Jones, a professor at \
                Yale University.\n\n“He wants to win,” he said.";
    assert_eq!(meant(text, "he said", 0), ["Robert Jones"]);
}

#[test]
fn an_editor_s_gloss_tells_whom_a_pronoun_means() {
    let text = "Donald Trump spoke of Volodymyr Zelensky and Vladimir Putin on Monday. “I want him [Putin] to stop,” \
                Trump said.";
    assert_eq!(meant(text, "him", 0), ["Vladimir Putin"]);
}

#[test]
fn an_office_finds_its_holder_wherever_the_article_names_him() {
    let text = "The president of South Korea urged restraint on Friday. The talks went on for hours.\n\n\
                President Moon Jae-in of South Korea later left for home.";
    assert_eq!(meant(text, "The president", 0), ["Moon Jae-in"]);
}

#[test]
fn an_envoy_without_a_name_is_the_one_who_is_named_later() {
    let text = "A U.S. envoy said on Friday that there was no signal.\n\n\
                “We need talks,” said Joseph Yun, the U.S. special envoy.";
    assert_eq!(meant(text, "envoy said", 0), ["Joseph Yun"]);
}

#[test]
fn a_noun_does_not_mean_the_subject_of_its_clause() {
    let text = "President Donald Trump met Ukrainian President Volodymyr Zelensky on Monday. \
                Trump described his meeting with the president as positive.";
    assert_eq!(meant(text, "the president", 0), ["Volodymyr Zelensky"]);
}

#[test]
fn two_leaders_are_those_who_lead() {
    let text = "President Joe Biden and President Xi Jinping spoke on Monday. \
                Jake Sullivan and John Kirby, spokesmen, were there. The two leaders agreed to meet.";
    assert_eq!(meant(text, "The two leaders", 0), ["Joe Biden", "Xi Jinping"]);
}

#[test]
fn forces_of_two_states_are_both_states() {
    let text = "U.S. and South Korean forces began an exercise on Monday.";
    assert_eq!(meant(text, "forces", 0), ["South Korea", "United States"]);
}

#[test]
fn a_statement_speaks_for_whoever_issued_it() {
    let text = "The Foreign Ministry said in a statement on Monday that talks would go on. \
                “We are ready,” the statement said.";
    assert_eq!(meant(text, "the statement", 0), ["Foreign Ministry"]);
}

#[test]
fn a_predicate_is_said_of_its_subject() {
    let text = "Kim Jong Un ordered a launch on Monday. China was the only ally of the country.";
    assert_eq!(meant(text, "ally", 0), ["China"]);
}

#[test]
fn it_is_clear_that_means_nothing() {
    let text = "China met the envoy on Monday. It is clear that the talks failed.";
    assert!(meant(text, "It", 0).is_empty());
}

#[test]
fn words_that_a_capital_makes_no_name_of_are_no_actors() {
    let text = "France signed the deal on Monday. The Act was passed. The Federal office and the Administration agreed \
                to it. Germany followed.";
    assert_eq!(names(text), ["France", "Germany"]);
}

#[test]
fn ships_and_weapons_are_no_actors() {
    let text = "South Korea seized the tanker Koti on Monday. The Koti was held at a port. China objected to it. \
                Russia did not. Japan did.";
    assert!(!names(text).iter().any(|n| n == "Koti"), "{:?}", names(text));
}

#[test]
fn nobody_is_an_actor_whose_only_name_is_his_government_s() {
    for (text, name) in [
        ("The John Doe administration said on Monday that it would.", "John Doe administration"),
        ("PUTIN E GOVERNMENT said so on Monday.", "PUTIN E GOVERNMENT"),
    ] {
        let actors = read(text).actors;
        assert!(actors.iter().all(|a| !a.name.is_empty() && !a.mentions.is_empty()), "{actors:?}");
        assert_eq!(names(text), [name]);
    }
}

#[test]
fn a_government_called_after_its_head_is_his_country_s() {
    assert_eq!(names("The Putin regime seized the ship on Monday. It said so."), ["Russia"]);
    assert_eq!(names("Barack Obama spoke of the Putin regime on Monday.")[1..], ["Russia"]);
    assert_eq!(names("The Clinton administration said so on Monday."), ["United States"]);
    let unknown = names("The Kowalczyk government seized the ship on Monday.");
    assert!(!unknown.iter().any(|n| n == "United States"), "{unknown:?}");
}

#[test]
fn a_son_who_has_his_father_s_name_keeps_to_himself() {
    let text = "Donald Trump spoke in Ohio on Monday. Donald Trump Jr. flew to Paris. Trump Jr. praised France. Trump did \
                not.";
    let called: Vec<_> = read(text).actors.into_iter().filter(|a| a.name.contains("Trump")).collect();
    let places = |name: &str| called.iter().find(|a| a.name == name).map(|a| a.mentions.len());
    assert_eq!([places("Donald Trump"), places("Donald Trump Jr.")], [Some(2), Some(2)], "{called:?}");
    assert_eq!(called.len(), 2);
}

#[test]
fn who_spoke_is_called_by_what_he_is() {
    let text = "Jane Doe opened the plant in Ohio on Friday. “We will hire,” the businesswoman said.";
    assert_eq!(meant(text, "businesswoman", 0), ["Jane Doe"]);
    let another = "Jane Doe feared on Friday that the businessman would complain.";
    assert!(meant(another, "businessman", 0).iter().all(|n| n != "Jane Doe"));
}

#[test]
fn i_is_whom_the_title_names() {
    let mut article = Article::from_text("test.txt", "I met Vladimir Putin on Friday. We agreed to meet again.");
    article.title = Some("Statement by President Joe Biden on Talks".to_owned());
    let findings = Extractor::new().extract(&article);
    let author = findings.actors.iter().find(|a| a.name == "Joe Biden").expect("the author is an actor");
    assert!(author.mentions.iter().any(|m| m.span.of(&article.text) == "I"));
}

#[test]
fn a_label_s_office_is_whom_the_title_names() {
    let text = "THE PRESIDENT: Good morning. I have news.\n\nQ When?\n\nTHE PRESIDENT: Today.";
    let mut article = Article::from_text("test.txt", text);
    article.title = Some("Remarks by President Biden on Jobs".to_owned());
    let findings = Extractor::new().extract(&article);
    let speaker = findings.quotes[0].speaker.expect("the label is somebody's");
    assert_eq!(findings.actors[speaker.index()].name, "Biden");
}

#[test]
fn the_government_is_that_of_the_place_told_of() {
    let text =
        "Russia attacked Ukraine on Monday. Ukraine asked for help. In Poland, the government said it would help.";
    assert_eq!(meant(text, "government", 0), ["Poland"]);
}

#[test]
fn presidents_are_no_cities() {
    let text = "President Bush met Vladimir Putin on Monday. Bush said it went well.";
    assert!(names(text).iter().any(|n| n == "Bush"), "{:?}", names(text));
}

/// Members and observers of the United Nations.
const MEMBERS: &str = "Afghanistan; Albania; Algeria; Andorra; Angola; Antigua and Barbuda; Argentina; Armenia; Australia; \
    Austria; Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados; Belarus; Belgium; Belize; Benin; Bhutan; \
    Bolivia; Bosnia and Herzegovina; Botswana; Brazil; Brunei; Bulgaria; Burkina Faso; Burundi; Cabo Verde; \
    Cambodia; Cameroon; Canada; Central African Republic; Chad; Chile; China; Colombia; Comoros; Republic of \
    the Congo; Costa Rica; Ivory Coast; Croatia; Cuba; Cyprus; Czech Republic; North Korea; Democratic \
    Republic of the Congo; Denmark; Djibouti; Dominica; Dominican Republic; Ecuador; Egypt; El Salvador; \
    Equatorial Guinea; Eritrea; Estonia; Eswatini; Ethiopia; Fiji; Finland; France; Gabon; Gambia; Georgia; \
    Germany; Ghana; Greece; Grenada; Guatemala; Guinea; Guinea-Bissau; Guyana; Haiti; Honduras; Hungary; \
    Iceland; India; Indonesia; Iran; Iraq; Ireland; Israel; Italy; Jamaica; Japan; Jordan; Kazakhstan; \
    Kenya; Kiribati; Kuwait; Kyrgyzstan; Laos; Latvia; Lebanon; Lesotho; Liberia; Libya; Liechtenstein; \
    Lithuania; Luxembourg; Madagascar; Malawi; Malaysia; Maldives; Mali; Malta; Marshall Islands; \
    Mauritania; Mauritius; Mexico; Micronesia; Monaco; Mongolia; Montenegro; Morocco; Mozambique; Myanmar; \
    Namibia; Nauru; Nepal; Netherlands; New Zealand; Nicaragua; Niger; Nigeria; North Macedonia; Norway; \
    Oman; Pakistan; Palau; Panama; Papua New Guinea; Paraguay; Peru; Philippines; Poland; Portugal; Qatar; \
    South Korea; Moldova; Romania; Russia; Rwanda; Saint Kitts and Nevis; Saint Lucia; Saint Vincent and the \
    Grenadines; Samoa; San Marino; Sao Tome and Principe; Saudi Arabia; Senegal; Serbia; Seychelles; Sierra \
    Leone; Singapore; Slovakia; Slovenia; Solomon Islands; Somalia; South Africa; South Sudan; Spain; Sri \
    Lanka; Sudan; Suriname; Sweden; Switzerland; Syria; Tajikistan; Thailand; Timor-Leste; Togo; Tonga; \
    Trinidad and Tobago; Tunisia; Turkey; Turkmenistan; Tuvalu; Uganda; Ukraine; United Arab Emirates; \
    United Kingdom; Tanzania; United States; Uruguay; Uzbekistan; Vanuatu; Venezuela; Vietnam; Yemen; \
    Zambia; Zimbabwe; Palestine; Holy See";

#[test]
fn every_member_of_the_united_nations_is_a_state_with_an_adjective() {
    let rows: Vec<Vec<&str>> = table(include_str!("../../../assets/lexicons/states.tsv")).collect();
    let states: Vec<&str> = MEMBERS.split(';').map(str::trim).collect();
    assert_eq!(states.len(), 195);
    for named in states {
        let state = rows.iter().find(|r| r[1] == "name" && r[2] == named).map(|r| r[0]);
        assert!(state.is_some(), "{named} is missing");
        let adjective = rows.iter().any(|r| Some(r[0]) == state && r[1] == "demonym");
        assert!(adjective || matches!(named, "Holy See" | "Republic of the Congo"), "{named} has no adjective");
    }
}

#[test]
fn one_name_is_read_one_way_throughout() {
    let text = "Workers at Volvo voted to go back.\n\nVolvo agreed to raise wages, and the union thanked it. The ban was \
                asked for by managers, which Volvo denied. Workers at Volvo's plant cheered.";
    assert_eq!(names(text).iter().filter(|n| *n == "Volvo").count(), 1, "{:?}", names(text));
}

#[test]
fn a_minister_of_labour_is_of_no_party() {
    let named = names("Marie Nilsson thanked Labour Minister Paulina Brandberg on Friday for her help.");
    assert!(
        named.contains(&"Paulina Brandberg".to_owned()) && !named.contains(&"Labour Party".to_owned()),
        "{named:?}"
    );
    assert!(names("Labour leader Keir Starmer spoke in London on Friday.").iter().any(|n| n.starts_with("Labour")));
}

#[test]
fn a_name_with_a_hyphen_is_one() {
    let named = names(
        "Police arrested four people, the newspaper Goteborgs-Posten said. Goteborgs-Posten also reported a fire.",
    );
    assert!(named.contains(&"Goteborgs-Posten".to_owned()), "{named:?}");
}

#[test]
fn an_envoy_is_not_of_where_he_is_sent() {
    let of = |text: &str, name: &str| {
        let findings = read(text);
        let actor = findings.actors.iter().find(|a| a.name == name).expect("the envoy is an actor");
        actor.of.map(|of| findings.actors[of.index()].name.clone())
    };
    let text = "The U.S. Special Envoy to Ukraine General Keith Kellogg told reporters that Russia was to blame.";
    assert_eq!(of(text, "Keith Kellogg").as_deref(), Some("United States"));
    assert_eq!(of("He spoke to Russian General Ivan Petrov.", "Ivan Petrov").as_deref(), Some("Russia"));
}

#[test]
fn initials_part_no_name_in_a_line_of_capitals() {
    let text = "George W. Bush Meets Putin\n\nHis son George W. Bush met Vladimir Putin. He spoke. It rained. They left. \
                Nobody cared much about it.";
    let named = names(text);
    assert!(named.iter().all(|n| n == "George W. Bush" || n == "Vladimir Putin"), "{named:?}");
}

#[test]
fn a_body_is_called_again_by_the_noun_that_called_it() {
    let text = "The newspaper Goteborgs-Posten wrote on Monday that the tunnel leaks. The newspaper said it had seen the \
                plans.";
    assert_eq!(meant(text, "The newspaper", 1), ["Goteborgs-Posten"]);
}

#[test]
fn somebody_s_group_is_not_another_body() {
    let text = "Acme University applauded the plan on Monday. The mayor was saved by Ken Vance's group and the left.";
    assert_eq!(meant(text, "group", 0), [""; 0]);
}

#[test]
fn of_two_judges_who_are_named_an_unnamed_one_is_neither() {
    let text = "A U.S. District Court judge sided with the miners in May.\n\nCircuit Judge Mark Hale wrote the ruling. \
                Judge Jane Storm dissented on Monday.";
    assert!(!meant(text, "judge", 0).contains(&"Jane Storm".to_owned()));
    assert!(!meant(text, "judge", 0).contains(&"Mark Hale".to_owned()));
}

#[test]
fn two_names_with_an_and_between_them_are_two() {
    let text = "Roe met Hale and Harbour League member Ken Vance. Hale left. The Harbour League won on Monday.";
    let found = names(text);
    assert!(found.iter().all(|n| n != "Hale and Harbour League"), "{found:?}");
    assert!(found.iter().any(|n| n == "Harbour League"), "{found:?}");
}

#[test]
fn initials_stay_with_their_names() {
    let found = names("Louis I. Kahn designed the parliament. L. Dennis Moore was paroled on Monday.");
    assert_eq!(found, ["Louis I. Kahn", "L. Dennis Moore"]);
}

#[test]
fn congress_is_the_states_that_are_told_of() {
    let text = "Peru’s President Ann Blake survived a vote on Monday. Her rivals lost their hold over Congress.";
    let found = names(text);
    assert!(found.iter().any(|n| n == "Congress") && found.iter().all(|n| n != "US Congress"), "{found:?}");
}

#[test]
fn a_noun_before_a_name_tells_its_kind_throughout() {
    let text = "The British bank Hardwick said rates would rise. Hardwick said it was sorry. “We are sorry,” Hardwick \
                said on Monday.";
    let found = read(text);
    let named: Vec<_> = found.actors.iter().filter(|a| a.name == "Hardwick").map(|a| a.kind).collect();
    assert_eq!(named, [crate::model::ActorKind::Organisation]);
}
