//! How `assets/models` is made: reads treebanks and texts it is pointed at, fetches nothing, and
//! gives the same bytes for the same data and seed.

mod conllu;
mod data;
mod eval;
mod events;
pub mod gold;
mod guide;
mod judge;
mod judge_data;
mod judge_network;
mod likelihood;
mod logistic;
mod names;
mod network;
mod parser;
mod perceptron;
mod pipeline;
mod raw;
mod raw_eval;
mod rows;
mod survey;
mod tagger;
mod teacher;
mod trees;

pub use pipeline::run;
