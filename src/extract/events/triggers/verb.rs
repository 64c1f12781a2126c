//! Events that verbs and predicate adjectives tell.

use crate::extract::events::words::EventWords;
use crate::language::{Deprel, Upos, Xpos};
use crate::model::{ActorKind, EventType, Mode, Status, Why};
use crate::rules;

use crate::extract::events::arguments::slots::Casting;
use crate::extract::events::factuality::operators;
use crate::extract::events::factuality::operators::Composed;
use crate::extract::events::frames::frame::{Condition, Frame};
use crate::extract::events::frames::matcher::Site;
use crate::extract::events::triggers::draft::{Draft, Proposal, Teller};
use crate::extract::events::triggers::words::TriggerWords;
use crate::lexicon::prepositions::PrepSet;
use crate::syntax::noun_phrase;
use crate::syntax::noun_phrase::Clause;
use crate::syntax::words::SyntaxWords;

/// The event that token `i`, a verb or adjective, tells. Nouns whose meaning the verb's frame used up are
/// added to `used`.
pub fn read(cast: &mut Casting<'_, '_, '_>, i: usize, used: &mut Vec<usize>) -> Option<Draft> {
    let a = cast.reader.a;
    if a.upos(i) == Upos::Adj && !is_predicate(cast, i) {
        return None;
    }
    let clause = noun_phrase::clause(a, i);
    if is_prompt(cast, i, &clause) {
        a.fired(&rules::filters::PROMPT, a.span(i));
        return None;
    }
    // "it is critical that we act": nobody's opinion
    if a.upos(i) == Upos::Adj && clause.subject.is_some_and(|s| a.lower(s) == "it" && cast.actors.at(s).is_none()) {
        return None;
    }
    let site = Site { clause: Some(clause), noun: None, stand_in: None };
    let frame = cast.reader.best_frame(cast.actors, i, &site)?;
    told(cast, i, frame, used)
}

/// The event of a frame that token `i`, a verb or adjective, tells.
pub fn told(cast: &mut Casting<'_, '_, '_>, i: usize, frame: &'static Frame, used: &mut Vec<usize>) -> Option<Draft> {
    let a = cast.reader.a;
    let clause = noun_phrase::clause(a, i);
    let site = Site { clause: Some(clause), noun: None, stand_in: None };
    // "a lake called Como", "who called him a liar"
    let named = a.lemma(i) == "call" && clause.passive && a.child(i, &[Deprel::AuxPass]).is_none();
    if named && frame.kind == EventType::Consult {
        a.fired(&rules::filters::CALLED, a.span(i));
        return None;
    }
    if is_no_deed(cast, i, frame) {
        return None;
    }
    let composed = operators::compose(cast.reader, cast.actors, i);
    if let Some(object) = clause.object
        && frame.conditions.iter().any(|c| matches!(c, Condition::Object(f) if !f.actor && !f.named && !f.person))
    {
        used.push(object);
        used.extend(a.children(object).filter(|&c| matches!(a.deprel(c), Deprel::Conj | Deprel::Nmod)));
    }
    if composed.swallowed.is_some() {
        return None;
    }
    let parts = cast.parts(frame, &site, i);
    let mut proposal = Draft::new(a, i, Teller::Verb, frame, parts, composed);
    if proposal.source.is_empty()
        && clause.subject.is_none()
        && a.upos(i) == Upos::Adj
        && let Some(speaker) = cast.speaker_at(i)
    {
        proposal.set_source(vec![speaker], Why::words(&rules::arguments::SPEAKER, speaker.span));
    }
    if is_nobodys(cast, &clause, &proposal) {
        a.fired(&rules::filters::NOBODYS, a.span(i));
        return None;
    }
    if is_neglect(cast, &clause, &proposal) {
        a.fired(&rules::filters::NEGLECT, a.span(i));
        return None;
    }
    refine(cast, frame, &site, &mut proposal);
    intent(cast, &mut proposal);
    purpose(cast, &mut proposal);
    Some(proposal)
}

/// True for questions that are no requests and forecasts that are no threats.
pub fn is_no_deed(cast: &Casting<'_, '_, '_>, i: usize, frame: &Frame) -> bool {
    let a = cast.reader.a;
    let rule = match frame.kind {
        EventType::Request if is_inquiry(cast, i) => &rules::triggers::INQUIRY,
        EventType::Threaten if is_forecast(cast, i, &noun_phrase::clause(a, i)) => &rules::triggers::FORECAST,
        _ => return false,
    };
    a.fired(rule, a.span(i));
    true
}

/// "Asked about the report, the minister said": what reporters ask is no request.
fn is_prompt(cast: &Casting<'_, '_, '_>, i: usize, clause: &Clause) -> bool {
    let a = cast.reader.a;
    let bare = a.child(i, &[Deprel::Aux, Deprel::AuxPass, Deprel::Nsubj, Deprel::NsubjPass]).is_none();
    // "asked by Kyiv for missiles" tells who asked whom for what
    let named = |s: usize| cast.actors.at(s).is_some_and(|id| cast.actors.get(id).named);
    if clause.passive && clause.subject.is_some_and(named) && a.children(i).any(|c| noun_phrase::has_case(a, c, "for"))
    {
        return false;
    }
    a.lower(i) == "asked" && bare && a.deprel(i) == Deprel::Advcl && clause.subject.is_none_or(|s| s > i)
}

/// "Asked why the ship had sailed", "“Who will pay?” the mayor asked", "asked for comment": who wants to know asks for
/// nothing else.
fn is_inquiry(cast: &Casting<'_, '_, '_>, i: usize) -> bool {
    let a = cast.reader.a;
    if a.lemma(i) != "ask" {
        return false;
    }
    let question = |c: usize| {
        let asks = |m: usize| {
            m > i
                && m < c
                && (matches!(a.xpos(m), Xpos::Wrb | Xpos::Wp | Xpos::Wdt) || matches!(a.lower(m), "whether" | "if"))
        };
        matches!(a.deprel(c), Deprel::Ccomp | Deprel::Advcl)
            && (noun_phrase::is_question(a, c, i) || a.subtree(c).take_while(|&m| m <= c).any(asks))
    };
    let answer = |c: usize| noun_phrase::has_case(a, c, "for") && TriggerWords::Answers.has(a.lemma(c));
    // "asked Trump about Iran" asks to know, "asked Trump about Iran to act" does not
    let about = a.children(i).any(|c| noun_phrase::has_case(a, c, "about"))
        && !a.children(i).any(|c| noun_phrase::is_infinitive(a, c) || noun_phrase::has_case(a, c, "for"));
    if about {
        return true;
    }
    let sentence = a.sentences()[a.sentence_of(i)].tokens.clone();
    let marked = sentence.clone().any(|m| a.word(m) == "?");
    marked || a.children(i).any(|c| question(c) || answer(c) || a.children(c).any(answer))
}

/// "Warned that measles was spreading", "warned of snow": whoever foretells what is nobody's deed threatens nobody.
fn is_forecast(cast: &Casting<'_, '_, '_>, i: usize, clause: &Clause) -> bool {
    let a = cast.reader.a;
    let reader = cast.reader;
    if !matches!(a.lemma(i), "warn" | "caution") {
        return false;
    }
    let named = |o: usize| cast.actors.at(o).is_some_and(|id| cast.actors.get(id).named);
    if clause.object.is_some_and(named) || clause.indirect.is_some_and(named) {
        return false;
    }
    let known = &reader.known;
    let menace = |m: usize| reader.is_in(m, known.retaliation | known.assault | known.measure | known.weapon);
    if let Some(c) = clause.complement.filter(|&c| a.deprel(c) == Deprel::Ccomp) {
        let ahead = a.children(c).any(|h| a.deprel(h) == Deprel::Aux && SyntaxWords::Modals.has(a.lower(h)))
            || noun_phrase::is_wished(a, c, i);
        let acts =
            noun_phrase::clause(a, c).subject.is_some_and(|s| a.upos(s) == Upos::Pron || reader.acts(cast.actors, s));
        // "China warned that the United States was meddling": one state warns another
        let state = |m: usize| cast.actors.at(m).filter(|&id| cast.actors.get(id).kind == ActorKind::Country);
        let own = clause.subject.and_then(state);
        if own.is_some() && a.subtree(c).any(|m| state(m).is_some_and(|id| Some(id) != own)) {
            return false;
        }
        return !(ahead && (acts || a.subtree(c).any(menace)));
    }
    let phrases = || {
        let heads = [Some(i), clause.object, None];
        let about = |p: u8| [PrepSet::number("of"), PrepSet::number("about")].contains(&Some(p));
        noun_phrase::phrases(a, heads, Some(clause)).filter(move |(p, _)| about(*p)).map(|(_, head)| head)
    };
    phrases().next().is_some()
        && !phrases().any(|head| menace(head) || a.upos(head) == Upos::Verb || reader.acts(cast.actors, head))
}

/// True for harm that somebody is said to have let others do: "allowed other nations to rip us off" is no concession.
fn is_neglect(cast: &Casting<'_, '_, '_>, clause: &Clause, p: &Proposal) -> bool {
    let a = cast.reader.a;
    let harm = |c: usize| cast.reader.is_in(c, cast.reader.known.hostile) || EventWords::Harm.has(a.lemma(c));
    p.kind == EventType::Concede
        && matches!(a.lemma(p.trigger), "allow" | "let" | "permit")
        && clause.complement.is_some_and(harm)
}

/// True for what only people do, said of a thing or of nobody: "funds are going to the centre", "by helping
/// more Americans".
fn is_nobodys(cast: &Casting<'_, '_, '_>, clause: &Clause, p: &Proposal) -> bool {
    let a = cast.reader.a;
    let peoples = matches!(
        p.kind,
        EventType::Consult | EventType::Support | EventType::Agree | EventType::Cooperate | EventType::Aid
    );
    if !peoples || !p.source.is_empty() || clause.passive {
        return false;
    }
    match clause.subject {
        // names that nobody resolved are capitalised; "when it comes to Sweden" is nobody's visit
        Some(subject) => {
            a.upos(subject) == Upos::Noun && a.word(subject).starts_with(char::is_lowercase)
                || EventWords::Impersonal.has(a.lower(subject))
        }
        None => matches!(a.xpos(p.trigger), Xpos::Vbg | Xpos::Vb) && a.child(p.trigger, &[Deprel::Aux]).is_none(),
    }
}

/// A deed that another one is done for has not happened yet: "gallows erected to hang the minister".
fn purpose(cast: &Casting<'_, '_, '_>, p: &mut Draft) {
    let a = cast.reader.a;
    let material = matches!(
        p.kind,
        EventType::Assault | EventType::Coerce | EventType::Sanction | EventType::Aid | EventType::Mobilize
    );
    let aim = a.deprel(p.trigger) == Deprel::Advcl
        && noun_phrase::is_infinitive(a, p.trigger)
        && !crate::syntax::implicit_subject::is_outcome(a, p.trigger);
    if material && aim && p.composed.status == Status::Asserted {
        p.set_status(Status::Possible, Why::words(&rules::factuality::PURPOSE, a.span(p.trigger)));
    }
}

fn is_predicate(cast: &Casting<'_, '_, '_>, i: usize) -> bool {
    let a = cast.reader.a;
    a.children(i).any(|c| matches!(a.deprel(c), Deprel::Cop | Deprel::Nsubj | Deprel::NsubjPass))
        || noun_phrase::is_participle(a, i)
        || matches!(a.deprel(i), Deprel::Root | Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl | Deprel::Parataxis)
        || a.deprel(i) == Deprel::Conj && a.head(i).is_some_and(|h| a.upos(h) != Upos::Noun)
}

/// What the complement adds: "threatened to impose tariffs" is a threat of sanctions, "vowed never to
/// give up" a refusal.
fn refine(cast: &Casting<'_, '_, '_>, frame: &Frame, site: &Site, p: &mut Draft) {
    let reader = cast.reader;
    let a = reader.a;
    let below = |&c: &usize| a.deprel(c) == Deprel::Advcl && noun_phrase::is_infinitive(a, c);
    let inner = site.clause.and_then(|c| c.complement).or_else(|| a.children(p.trigger).find(below));
    let Some(inner) = inner else { return };
    let between = |c: usize| c > site.clause.map_or(inner, |c| c.verb) && c < inner;
    let negated = noun_phrase::is_negated(a, inner)
        || a.children(p.trigger).any(|c| between(c) && matches!(a.lower(c), "not" | "never"));
    let hostile = reader.is_in(inner, reader.known.hostile);
    match frame.kind {
        EventType::Threaten if negated && hostile && !matches!(a.lemma(p.trigger), "threaten" | "warn") => {
            p.set_kind(EventType::Agree, None, Why::words(&rules::triggers::NEGATED_THREAT, a.span(inner)));
        }
        EventType::Agree if negated && !hostile && a.deprel(inner) != Deprel::Ccomp => {
            let why = Why::words(&rules::triggers::NEGATED_PROMISE, a.span(inner));
            p.set_kind(EventType::Reject, Some(Mode::Refuse), why);
        }
        EventType::Threaten if frame.mode.is_none() => {
            let site = Site { clause: Some(noun_phrase::clause(a, inner)), noun: None, stand_in: None };
            let mode = match reader.best_frame(cast.actors, inner, &site).map(|f| f.kind) {
                Some(EventType::Sanction) => Some(Mode::Sanctions),
                Some(EventType::Assault | EventType::Mobilize) => Some(Mode::Force),
                Some(_) => Some(Mode::Political),
                None => None,
            };
            if mode.is_some() {
                p.set_mode(mode, Why::words(&rules::triggers::THREATENED_DEED, a.span(inner)));
            }
        }
        _ => {}
    }
}

/// "Iran said it would attack": the doer's own word about a deed to come is a threat or a promise.
pub fn intent(cast: &mut Casting<'_, '_, '_>, p: &mut Draft) {
    refusal(cast, p);
    let Some(speaker) = p.composed.speaker else { return };
    let mut said = Vec::new();
    cast.noun_phrase(speaker, &mut said);
    let own = said.iter().any(|s| p.source.iter().any(|x| x.actor == s.actor));
    if own && let Some(kind) = operators::announced(p.kind, p.composed.status) {
        let words = cast.reader.a.span(speaker);
        let mode = (kind == EventType::Reject).then_some(Mode::Refuse);
        p.set_kind(kind, mode, Why::words(&rules::triggers::OWN_ANNOUNCEMENT, words));
        p.set_status(Status::Asserted, Why::words(&rules::factuality::OWN_ANNOUNCEMENT, words));
        p.set_no_speaker(Why::words(&rules::factuality::OWN_ANNOUNCEMENT, words));
    }
}

/// "France will not lift the ban": what will not be conceded is refused.
fn refusal(cast: &Casting<'_, '_, '_>, p: &mut Draft) {
    let a = cast.reader.a;
    let yields = matches!(p.kind, EventType::Concede | EventType::Retreat);
    if !yields || p.composed.status != Status::Denied {
        return;
    }
    let will = |word: usize| EventWords::Will.has(a.lower(word));
    // "could never allow" says what one wants, not what one refused
    let able = |word: usize| EventWords::Ability.has(a.lower(word));
    let told = p.carrier.unwrap_or(p.trigger);
    let shared = a.deprel(told) == Deprel::Conj && a.xpos(told) == Xpos::Vb && !a.children(told).any(will);
    let verb = a.head(told).filter(|_| shared).unwrap_or(told);
    if a.children(verb).any(will) && !a.children(verb).any(able) {
        let why = Why::words(&rules::triggers::WILL_NOT_YIELD, a.span(verb));
        p.set_kind(EventType::Reject, Some(Mode::Refuse), why.clone());
        p.set_status(Status::Asserted, why);
    }
}

/// "Russia says Israel must end the attacks": a demand, whatever the verb below is; "will pay a price" a threat.
pub fn demand(cast: &mut Casting<'_, '_, '_>, i: usize) -> Option<Draft> {
    let a = cast.reader.a;
    let menace = is_menace(cast, i);
    if a.deprel(i) != Deprel::Ccomp || !menace && !is_due(cast, i) || noun_phrase::is_negated(a, i) {
        return None;
    }
    let report = a.head(i)?;
    let operator = cast.reader.operator(report, crate::extract::events::frames::frame::Edge::That)?;
    if operator != crate::extract::events::frames::frame::Operator::Report {
        return None;
    }
    let speaker = noun_phrase::clause(a, report).subject?;
    let addressee = noun_phrase::clause(a, i).subject?;
    // "we need to talk", "officials said they must go": what somebody wants to do is asked of nobody
    let own = EventWords::Pronouns.has(a.lower(addressee));
    let themselves = own && cast.actors.at(addressee) == cast.actors.at(speaker);
    let (mut source, mut target) = (Vec::new(), Vec::new());
    cast.noun_phrase(speaker, &mut source);
    cast.noun_phrase(addressee, &mut target);
    target.retain(|t| !source.iter().any(|s| s.actor == t.actor));
    if source.is_empty() || target.is_empty() || themselves {
        return None;
    }
    let above = operators::compose(cast.reader, cast.actors, report);
    let rule = if menace { &rules::triggers::MENACE } else { &rules::triggers::REPORTED_DEMAND };
    let facts = Proposal {
        trigger: i,
        carrier: None,
        teller: Teller::Demand,
        frame: None,
        kind: if menace { EventType::Threaten } else { EventType::Request },
        mode: (!menace).then_some(Mode::Demand),
        source,
        target,
        doing: None,
        theme: None,
        composed: Composed { swallowed: None, ..above },
        chance: 0.0,
    };
    Some(Draft::of(a, facts, rule))
}

/// "said the North would face fire and fury": what somebody is said to have coming is threatened.
fn is_menace(cast: &Casting<'_, '_, '_>, i: usize) -> bool {
    let a = cast.reader.a;
    let coming = a.children(i).any(|c| a.deprel(c) == Deprel::Aux && matches!(a.lower(c), "will" | "would" | "'ll"));
    coming
        && matches!(a.lemma(i), "face" | "pay" | "suffer" | "meet")
        && a.children_by(i, &[Deprel::Obj]).any(|o| EventWords::Menaces.has(a.lemma(o)))
}

fn is_due(cast: &Casting<'_, '_, '_>, i: usize) -> bool {
    let a = cast.reader.a;
    let aux = |words: &[&str]| a.children(i).any(|c| a.deprel(c) == Deprel::Aux && words.contains(&a.lower(c)));
    // "should have acted" regrets, it asks for nothing
    aux(&["must", "should", "ought"]) && !aux(&["have", "'ve"])
        || matches!(a.lemma(i), "have" | "need")
            && a.child(i, &[Deprel::Xcomp]).is_some_and(|c| noun_phrase::is_infinitive(a, c))
}
