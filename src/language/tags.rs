//! Parts of speech: the universal tags and the Penn tags of English treebanks.

use std::str::FromStr;

/// Universal part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[allow(missing_docs)] // the names are the scheme's own: https://universaldependencies.org/u/pos/
pub enum Upos {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    X,
}

/// Penn Treebank part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[allow(missing_docs)] // the names are the scheme's own, punctuation spelt out
pub enum Xpos {
    Dollar,
    CloseQuote,
    Comma,
    Lrb,
    Rrb,
    Stop,
    Colon,
    Add,
    Afx,
    Cc,
    Cd,
    Dt,
    Ex,
    Fw,
    Gw,
    Hyph,
    In,
    Jj,
    Jjr,
    Jjs,
    Ls,
    Md,
    Nfp,
    Nn,
    Nnp,
    Nnps,
    Nns,
    Pdt,
    Pos,
    Prp,
    PrpPoss,
    Rb,
    Rbr,
    Rbs,
    Rp,
    Sym,
    To,
    Uh,
    Vb,
    Vbd,
    Vbg,
    Vbn,
    Vbp,
    Vbz,
    Wdt,
    Wp,
    WpPoss,
    Wrb,
    Xx,
    OpenQuote,
}

impl Upos {
    /// Every tag, in the order of their numbers.
    pub const ALL: [Self; 17] = [
        Self::Adj,
        Self::Adp,
        Self::Adv,
        Self::Aux,
        Self::Cconj,
        Self::Det,
        Self::Intj,
        Self::Noun,
        Self::Num,
        Self::Part,
        Self::Pron,
        Self::Propn,
        Self::Punct,
        Self::Sconj,
        Self::Sym,
        Self::Verb,
        Self::X,
    ];

    /// The tag as treebanks write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Adj => "ADJ",
            Self::Adp => "ADP",
            Self::Adv => "ADV",
            Self::Aux => "AUX",
            Self::Cconj => "CCONJ",
            Self::Det => "DET",
            Self::Intj => "INTJ",
            Self::Noun => "NOUN",
            Self::Num => "NUM",
            Self::Part => "PART",
            Self::Pron => "PRON",
            Self::Propn => "PROPN",
            Self::Punct => "PUNCT",
            Self::Sconj => "SCONJ",
            Self::Sym => "SYM",
            Self::Verb => "VERB",
            Self::X => "X",
        }
    }

    /// The tag numbered `n`; [`Upos::X`] where there is none.
    #[must_use]
    pub fn from_number(n: u8) -> Self {
        Self::ALL.get(n as usize).copied().unwrap_or(Self::X)
    }
}

impl FromStr for Upos {
    type Err = ();

    /// Reads a treebank's name.
    fn from_str(s: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|t| t.name() == s).ok_or(())
    }
}

impl Xpos {
    /// Every tag, in the order of their numbers.
    pub const ALL: [Self; 50] = [
        Self::Dollar,
        Self::CloseQuote,
        Self::Comma,
        Self::Lrb,
        Self::Rrb,
        Self::Stop,
        Self::Colon,
        Self::Add,
        Self::Afx,
        Self::Cc,
        Self::Cd,
        Self::Dt,
        Self::Ex,
        Self::Fw,
        Self::Gw,
        Self::Hyph,
        Self::In,
        Self::Jj,
        Self::Jjr,
        Self::Jjs,
        Self::Ls,
        Self::Md,
        Self::Nfp,
        Self::Nn,
        Self::Nnp,
        Self::Nnps,
        Self::Nns,
        Self::Pdt,
        Self::Pos,
        Self::Prp,
        Self::PrpPoss,
        Self::Rb,
        Self::Rbr,
        Self::Rbs,
        Self::Rp,
        Self::Sym,
        Self::To,
        Self::Uh,
        Self::Vb,
        Self::Vbd,
        Self::Vbg,
        Self::Vbn,
        Self::Vbp,
        Self::Vbz,
        Self::Wdt,
        Self::Wp,
        Self::WpPoss,
        Self::Wrb,
        Self::Xx,
        Self::OpenQuote,
    ];

    /// The tag as treebanks write it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Dollar => "$",
            Self::CloseQuote => "''",
            Self::Comma => ",",
            Self::Lrb => "-LRB-",
            Self::Rrb => "-RRB-",
            Self::Stop => ".",
            Self::Colon => ":",
            Self::Add => "ADD",
            Self::Afx => "AFX",
            Self::Cc => "CC",
            Self::Cd => "CD",
            Self::Dt => "DT",
            Self::Ex => "EX",
            Self::Fw => "FW",
            Self::Gw => "GW",
            Self::Hyph => "HYPH",
            Self::In => "IN",
            Self::Jj => "JJ",
            Self::Jjr => "JJR",
            Self::Jjs => "JJS",
            Self::Ls => "LS",
            Self::Md => "MD",
            Self::Nfp => "NFP",
            Self::Nn => "NN",
            Self::Nnp => "NNP",
            Self::Nnps => "NNPS",
            Self::Nns => "NNS",
            Self::Pdt => "PDT",
            Self::Pos => "POS",
            Self::Prp => "PRP",
            Self::PrpPoss => "PRP$",
            Self::Rb => "RB",
            Self::Rbr => "RBR",
            Self::Rbs => "RBS",
            Self::Rp => "RP",
            Self::Sym => "SYM",
            Self::To => "TO",
            Self::Uh => "UH",
            Self::Vb => "VB",
            Self::Vbd => "VBD",
            Self::Vbg => "VBG",
            Self::Vbn => "VBN",
            Self::Vbp => "VBP",
            Self::Vbz => "VBZ",
            Self::Wdt => "WDT",
            Self::Wp => "WP",
            Self::WpPoss => "WP$",
            Self::Wrb => "WRB",
            Self::Xx => "XX",
            Self::OpenQuote => "``",
        }
    }

    /// The tag numbered `n`; [`Xpos::Fw`] where there is none.
    #[must_use]
    pub fn from_number(n: u8) -> Self {
        Self::ALL.get(n as usize).copied().unwrap_or(Self::Fw)
    }
}

impl FromStr for Xpos {
    type Err = ();

    /// Reads a treebank's name.
    fn from_str(s: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|t| t.name() == s).ok_or(())
    }
}
