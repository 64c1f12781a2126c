//! Universal Dependencies relations, with the subtypes English treebanks use.

use std::str::FromStr;

/// How a token hangs on its head.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[allow(missing_docs)] // the names are the scheme's own: https://universaldependencies.org/en/dep/
pub enum Deprel {
    Acl,
    AclRelcl,
    Advcl,
    Advmod,
    Amod,
    Appos,
    Aux,
    AuxPass,
    Case,
    Cc,
    CcPreconj,
    Ccomp,
    Compound,
    CompoundPrt,
    Conj,
    Cop,
    Csubj,
    CsubjPass,
    Dep,
    Det,
    DetPredet,
    Discourse,
    Dislocated,
    Expl,
    Fixed,
    Flat,
    FlatForeign,
    Goeswith,
    Iobj,
    List,
    Mark,
    Nmod,
    NmodNpmod,
    NmodPoss,
    NmodTmod,
    Nsubj,
    NsubjPass,
    Nummod,
    Obj,
    Obl,
    OblAgent,
    OblNpmod,
    OblTmod,
    Orphan,
    Parataxis,
    Punct,
    Reparandum,
    Root,
    Vocative,
    Xcomp,
}

impl Deprel {
    /// Every relation, in the order of their numbers.
    pub const ALL: [Self; 50] = [
        Self::Acl,
        Self::AclRelcl,
        Self::Advcl,
        Self::Advmod,
        Self::Amod,
        Self::Appos,
        Self::Aux,
        Self::AuxPass,
        Self::Case,
        Self::Cc,
        Self::CcPreconj,
        Self::Ccomp,
        Self::Compound,
        Self::CompoundPrt,
        Self::Conj,
        Self::Cop,
        Self::Csubj,
        Self::CsubjPass,
        Self::Dep,
        Self::Det,
        Self::DetPredet,
        Self::Discourse,
        Self::Dislocated,
        Self::Expl,
        Self::Fixed,
        Self::Flat,
        Self::FlatForeign,
        Self::Goeswith,
        Self::Iobj,
        Self::List,
        Self::Mark,
        Self::Nmod,
        Self::NmodNpmod,
        Self::NmodPoss,
        Self::NmodTmod,
        Self::Nsubj,
        Self::NsubjPass,
        Self::Nummod,
        Self::Obj,
        Self::Obl,
        Self::OblAgent,
        Self::OblNpmod,
        Self::OblTmod,
        Self::Orphan,
        Self::Parataxis,
        Self::Punct,
        Self::Reparandum,
        Self::Root,
        Self::Vocative,
        Self::Xcomp,
    ];

    /// The relation as treebanks write it, `nsubj:pass`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Acl => "acl",
            Self::AclRelcl => "acl:relcl",
            Self::Advcl => "advcl",
            Self::Advmod => "advmod",
            Self::Amod => "amod",
            Self::Appos => "appos",
            Self::Aux => "aux",
            Self::AuxPass => "aux:pass",
            Self::Case => "case",
            Self::Cc => "cc",
            Self::CcPreconj => "cc:preconj",
            Self::Ccomp => "ccomp",
            Self::Compound => "compound",
            Self::CompoundPrt => "compound:prt",
            Self::Conj => "conj",
            Self::Cop => "cop",
            Self::Csubj => "csubj",
            Self::CsubjPass => "csubj:pass",
            Self::Dep => "dep",
            Self::Det => "det",
            Self::DetPredet => "det:predet",
            Self::Discourse => "discourse",
            Self::Dislocated => "dislocated",
            Self::Expl => "expl",
            Self::Fixed => "fixed",
            Self::Flat => "flat",
            Self::FlatForeign => "flat:foreign",
            Self::Goeswith => "goeswith",
            Self::Iobj => "iobj",
            Self::List => "list",
            Self::Mark => "mark",
            Self::Nmod => "nmod",
            Self::NmodNpmod => "nmod:npmod",
            Self::NmodPoss => "nmod:poss",
            Self::NmodTmod => "nmod:tmod",
            Self::Nsubj => "nsubj",
            Self::NsubjPass => "nsubj:pass",
            Self::Nummod => "nummod",
            Self::Obj => "obj",
            Self::Obl => "obl",
            Self::OblAgent => "obl:agent",
            Self::OblNpmod => "obl:npmod",
            Self::OblTmod => "obl:tmod",
            Self::Orphan => "orphan",
            Self::Parataxis => "parataxis",
            Self::Punct => "punct",
            Self::Reparandum => "reparandum",
            Self::Root => "root",
            Self::Vocative => "vocative",
            Self::Xcomp => "xcomp",
        }
    }

    /// The relation numbered `n`; [`Deprel::Dep`] where there is none.
    #[must_use]
    pub fn from_number(n: u8) -> Self {
        Self::ALL.get(n as usize).copied().unwrap_or(Self::Dep)
    }

    /// True for subjects of any kind (`nsubj`, `nsubj:pass`, `nsubj:outer`, `csubj`, …).
    #[must_use]
    pub fn is_subject(self) -> bool {
        self.name().starts_with("nsubj") || self.name().starts_with("csubj")
    }
}

impl FromStr for Deprel {
    type Err = ();

    /// Reads a treebank's name; an unknown subtype falls back to its relation.
    fn from_str(s: &str) -> Result<Self, ()> {
        let find = |s: &str| Self::ALL.into_iter().find(|r| r.name() == s);
        find(s).or_else(|| find(s.split(':').next().unwrap_or(s))).ok_or(())
    }
}
