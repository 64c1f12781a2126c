//! `train`: makes the weights in `assets/models` from treebanks. No part of the explorer.

fn main() -> anyhow::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    dossier::train::run(&args)
}
