//! Which paragraphs are prose.

rules! {
    Pass::Layout;
}
