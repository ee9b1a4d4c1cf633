//! A storage that lasts as long as the process: for tests, and under the simulation's faults.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use async_trait::async_trait;

use crate::storage::{DataKey, Storage, StorageFailure, Stored, Write};

/// Records in memory.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    records: Rc<RefCell<BTreeMap<String, Vec<u8>>>>,
    data_key: Rc<RefCell<Option<DataKey>>>,
    /// The newest opening, and this one.
    newest: Rc<Cell<u64>>,
    opening: u64,
}

impl Memory {
    /// The data key that was last kept, if one ever was.
    pub fn data_key(&self) -> Option<DataKey> {
        self.data_key.borrow().clone()
    }

    /// Opens the same records again; every earlier opening can no longer write.
    pub fn opened_again(&self) -> Memory {
        self.newest.set(self.newest.get() + 1);
        Memory { opening: self.newest.get(), ..self.clone() }
    }
}

#[async_trait(?Send)]
impl Storage for Memory {
    async fn read_all(&self) -> Result<Vec<Stored>, StorageFailure> {
        let records = self.records.borrow();
        Ok(records.iter().map(|(key, sealed)| Stored { key: key.clone(), sealed: sealed.clone() }).collect())
    }

    async fn commit(&self, batch: &[Write]) -> Result<(), StorageFailure> {
        if self.opening != self.newest.get() {
            return Err(StorageFailure::TakenOver);
        }
        let mut records = self.records.borrow_mut();
        for write in batch {
            match write {
                Write::Put(stored) => {
                    records.insert(stored.key.clone(), stored.sealed.clone());
                }
                Write::Delete(key) => {
                    records.remove(key);
                }
                Write::DeleteRange(first, last) => records.retain(|key, _| key < first || key > last),
                Write::DataKey(key) => *self.data_key.borrow_mut() = Some(key.clone()),
            }
        }
        Ok(())
    }

    async fn erase(&self) -> Result<(), StorageFailure> {
        if self.opening != self.newest.get() {
            return Err(StorageFailure::TakenOver);
        }
        self.records.borrow_mut().clear();
        *self.data_key.borrow_mut() = None;
        self.newest.set(self.newest.get() + 1);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;
    use crate::storage::conformance;

    #[test]
    fn memory_keeps_the_contract_of_a_storage() {
        let report = conformance::run(|_name| {
            let records = Memory::default();
            Box::new(move || {
                let records = records.opened_again();
                async move { Ok(Rc::new(records) as Rc<dyn Storage>) }.boxed_local()
            })
        })
        .now_or_never()
        .expect("memory never waits");
        assert_eq!(report.failed, Vec::<String>::new());
        assert!(report.passed.len() >= 6);
    }
}
