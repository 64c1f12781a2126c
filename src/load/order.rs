//! Puts results that arrive in any order back in order.

use std::collections::VecDeque;

use crossbeam_channel::{Receiver, Sender, TryRecvError};

use super::{NotYet, Numbered};

/// Numbered results, put in order. Every result that leaves sends a ticket back to the reader, which bounds the number
/// that wait here.
#[derive(Debug)]
pub(super) struct InOrder<T> {
    results: Receiver<Numbered<T>>,
    tickets: Sender<()>,
    /// Results from number `next` on; `None` for one that is not ready.
    waiting: VecDeque<Option<T>>,
    next: u64,
}

impl<T> InOrder<T> {
    pub(super) fn new(results: Receiver<Numbered<T>>, tickets: Sender<()>) -> Self {
        Self { results, tickets, waiting: VecDeque::new(), next: 0 }
    }

    pub(super) fn next(&mut self) -> Option<T> {
        loop {
            if let Some(ready) = self.pop() {
                return Some(ready);
            }
            let (number, result) = self.results.recv().ok()?;
            self.put(number, result);
        }
    }

    pub(super) fn try_next(&mut self) -> Result<Option<T>, NotYet> {
        loop {
            if let Some(ready) = self.pop() {
                return Ok(Some(ready));
            }
            match self.results.try_recv() {
                Ok((number, result)) => self.put(number, result),
                Err(TryRecvError::Empty) => return Err(NotYet),
                Err(TryRecvError::Disconnected) => return Ok(None),
            }
        }
    }

    fn put(&mut self, number: u64, result: T) {
        let place = (number - self.next) as usize;
        if self.waiting.len() <= place {
            self.waiting.resize_with(place + 1, || None);
        }
        self.waiting[place] = Some(result);
    }

    fn pop(&mut self) -> Option<T> {
        let ready = self.waiting.front_mut()?.take()?;
        self.waiting.pop_front();
        self.next += 1;
        // The reader is gone once everything has been read.
        let _ = self.tickets.try_send(());
        Some(ready)
    }
}
