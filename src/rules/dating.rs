//! When an event happened.

rules! {
    Pass::Dating;

    /// what others say to it right behind is of the same day
    ANSWER "dating.answer"
    yes [("Angela Merkel accused France of lying on Tuesday. Italy rejected the charge.", "REJECT")]
    no ["Angela Merkel accused France of lying on Tuesday. The talks failed. Prices rose. Norway condemned Spain."];

    /// the date hangs on a word above that tells of the same time
    CLAUSE_ABOVE "dating.clause-above"
    yes [("The minister resigned on Monday, accusing France of lying.", "ACCUSE")]
    no ["The minister resigned on Monday after France had accused Kenya of lying."];

    /// a headline tells the event of the text under it
    HEADLINE "dating.headline"
    yes [("Kenya Expels Ugandan Envoy\n\nKenya expelled the Ugandan ambassador on Monday.", "2025-06-09")]
    no ["Kenya expelled the Ugandan ambassador on Monday."];

    /// the only day of the sentence is the day of its main line
    MAIN_LINE "dating.main-line"
    yes [("Speaking in Paris on Tuesday, Merkel accused Macron of lying.", "2025-06-10")]
    no ["Merkel, who met Macron on Tuesday, blamed Italy."];

    /// the date hangs on the word that tells the event
    OWN_WORD "dating.own-word"
    yes [("Putin phoned Modi on Monday.", "2025-06-09")]
    no ["Putin phoned Modi, who had resigned on Monday."];

    /// what the parties of a call or meeting said there was said on its day
    READOUT "dating.readout"
    yes [("President Biden spoke by phone with President Macron on Tuesday. Biden thanked Macron for his help.", "SUPPORT asserted Biden > Macron 2025-06-10")]
    no ["Biden criticised Macron. The talks failed on Tuesday."];

    /// news told in the present tense is of its article's day
    REPORT_DAY "dating.report-day"
    yes [("Kenya expels the ambassador of Uganda.", "2025-06-12"), ("Prosecutors charge the mayor of Lima with fraud, and police arrest two of his aides.", "ACCUSE")]
    no ["Kenya expelled the ambassador of Uganda.", "Kenya will expel the ambassador of Uganda."];

    /// a date before a dash that opens the text is that of the report, not of what it tells
    REPORT_S_DATE "dating.report-s-date"
    yes [("3 June 2025 – Angela Merkel phoned Modi on Monday.", "3 June 2025")]
    no ["On 3 June 2025 Angela Merkel phoned Modi, who had resigned on Monday."];

    /// what somebody goes on to do, told in the simple past, is of the day of his sentence before
    SAME_ACTOR "dating.same-actor"
    yes [("Angela Merkel praised Kenya on Tuesday. She accused France of lying.", "ACCUSE")]
    no ["Angela Merkel visited Kenya on Tuesday. Italy had accused France of lying."];

    /// the sentence behind dates what the article opens with
    SENTENCE_BEHIND "dating.sentence-behind"
    yes [("Angela Merkel has accused France of lying. Merkel spoke to reporters on Tuesday.", "ACCUSE")]
    no ["Angela Merkel has accused France of lying. Italy spoke to reporters on Tuesday."];
}
