//! The contract of a storage as sentences that every implementation is held to, natively and in a browser.

use std::rc::Rc;

use futures_util::future::LocalBoxFuture;

use crate::storage::{DataKey, Storage, StorageFailure, Stored, Write};

/// Opens one and the same storage, again and again.
pub type Opener = Box<dyn Fn() -> LocalBoxFuture<'static, Result<Rc<dyn Storage>, StorageFailure>>>;

/// Which sentences hold.
#[derive(Debug, Default)]
pub struct Report {
    /// Sentences that hold.
    pub passed: Vec<String>,
    /// Sentences that do not, each with what was found instead.
    pub failed: Vec<String>,
}

/// Holds a storage to every sentence; `fresh` gives an opener of an empty storage with that name.
pub async fn run(fresh: impl Fn(&str) -> Opener) -> Report {
    let mut report = Report::default();
    let sentences: [(&str, Check); 12] = [
        ("an empty storage has no records", |opener| Box::pin(empty(opener))),
        ("what was committed is there when it is opened again", |opener| Box::pin(reopened(opener))),
        ("a put takes the place of the record with the same key", |opener| Box::pin(replaced(opener))),
        ("writes of a batch take effect in their order", |opener| Box::pin(ordered(opener))),
        ("deleting what is not there does nothing", |opener| Box::pin(deleted(opener))),
        ("deleting a range leaves what is before and after it", |opener| Box::pin(range_deleted(opener))),
        ("records are read in the order of their keys", |opener| Box::pin(sorted(opener))),
        ("once it is opened again, an earlier opening cannot write", |opener| Box::pin(taken_over(opener))),
        ("once it is erased, nothing is there and the opening that erased it cannot write", |opener| {
            Box::pin(erased(opener))
        }),
        ("an opening that was taken over erases nothing", |opener| Box::pin(not_erased(opener))),
        ("a batch that brings a new data key is kept whole, and once more when it is repeated", |opener| {
            Box::pin(new_data_key(opener))
        }),
        ("a large batch is kept whole", |opener| Box::pin(large(opener))),
    ];
    for (sentence, holds) in sentences {
        match holds(&fresh(sentence)).await {
            Ok(()) => report.passed.push(sentence.to_owned()),
            Err(found) => report.failed.push(format!("{sentence}: {found}")),
        }
    }
    report
}

type Found = Result<(), String>;
type Check = for<'opener> fn(&'opener Opener) -> LocalBoxFuture<'opener, Found>;

async fn empty(opener: &Opener) -> Found {
    expect(opener, &[]).await
}

async fn reopened(opener: &Opener) -> Found {
    commit(opener, &[put("mark/1", "a"), put("visit/1", "\0\u{ff}")]).await?;
    expect(opener, &[("mark/1", "a"), ("visit/1", "\0\u{ff}")]).await
}

async fn replaced(opener: &Opener) -> Found {
    commit(opener, &[put("visit/1", "a")]).await?;
    commit(opener, &[put("visit/1", "b")]).await?;
    expect(opener, &[("visit/1", "b")]).await
}

async fn ordered(opener: &Opener) -> Found {
    commit(opener, &[put("visit/1", "a"), Write::Delete("visit/1".into()), put("visit/2", "b")]).await?;
    expect(opener, &[("visit/2", "b")]).await
}

async fn deleted(opener: &Opener) -> Found {
    commit(opener, &[put("visit/1", "a")]).await?;
    commit(opener, &[Write::Delete("visit/9".into())]).await?;
    expect(opener, &[("visit/1", "a")]).await
}

async fn range_deleted(opener: &Opener) -> Found {
    commit(opener, &[put("a/2", "a"), put("b/1", "b"), put("b/2", "c"), put("b/9", "d"), put("c/1", "e")]).await?;
    let range = |first: &str, last: &str| Write::DeleteRange(first.into(), last.into());
    commit(opener, &[range("b/1", "b/5"), range("b/9", "b/9"), range("d/1", "d/2"), put("b/3", "f")]).await?;
    expect(opener, &[("a/2", "a"), ("b/3", "f"), ("c/1", "e")]).await
}

async fn sorted(opener: &Opener) -> Found {
    commit(opener, &[put("b", "2"), put("c", "3"), put("a", "1")]).await?;
    expect(opener, &[("a", "1"), ("b", "2"), ("c", "3")]).await
}

async fn taken_over(opener: &Opener) -> Found {
    let open = async || opener().await.map_err(|failure| failure.to_string());
    let earlier = open().await?;
    earlier.commit(&[put("visit/0", "in time")]).await.map_err(|failure| failure.to_string())?;
    let later = open().await?;
    for batch in [vec![put("visit/1", "earlier")], vec![Write::Delete("visit/0".into()), put("visit/1", "earlier")]] {
        let refused = earlier.commit(&batch).await;
        if refused != Err(StorageFailure::TakenOver) {
            return Err(format!("the earlier opening was answered {refused:?}"));
        }
        later.commit(&[put("visit/2", "later")]).await.map_err(|failure| failure.to_string())?;
    }
    expect(opener, &[("visit/0", "in time"), ("visit/2", "later")]).await
}

async fn erased(opener: &Opener) -> Found {
    commit(opener, &[put("visit/1", "a")]).await?;
    let storage = opener().await.map_err(|failure| failure.to_string())?;
    storage.erase().await.map_err(|failure| failure.to_string())?;
    let refused = storage.commit(&[put("visit/2", "b")]).await;
    if refused != Err(StorageFailure::TakenOver) {
        return Err(format!("a write after the end was answered {refused:?}"));
    }
    expect(opener, &[]).await?;
    commit(opener, &[put("visit/3", "c")]).await?;
    expect(opener, &[("visit/3", "c")]).await
}

async fn not_erased(opener: &Opener) -> Found {
    commit(opener, &[put("visit/1", "a")]).await?;
    let open = async || opener().await.map_err(|failure| failure.to_string());
    let (earlier, _later) = (open().await?, open().await?);
    let refused = earlier.erase().await;
    if refused != Err(StorageFailure::TakenOver) {
        return Err(format!("the earlier opening was answered {refused:?}"));
    }
    expect(opener, &[("visit/1", "a")]).await
}

/// That the next opening is given the new key is for each storage to show: in a browser, the journeys do.
async fn new_data_key(opener: &Opener) -> Found {
    let key = Write::DataKey(DataKey { key: [5; 32], nonce: [6; 12] });
    let batch = [put("mark/1", "a"), key, Write::Delete("mark/1".into()), put("lock", "b")];
    commit(opener, &batch).await?;
    commit(opener, &batch).await?;
    expect(opener, &[("lock", "b")]).await
}

async fn large(opener: &Opener) -> Found {
    let batch: Vec<Write> = (0..1000).map(|number| put(&format!("mark/{number:04}"), &"x".repeat(300))).collect();
    commit(opener, &batch).await?;
    let records = read(opener).await?;
    if records.len() == 1000 { Ok(()) } else { Err(format!("{} of 1000 records", records.len())) }
}

fn put(key: &str, value: &str) -> Write {
    Write::Put(Stored { key: key.to_owned(), sealed: value.as_bytes().to_vec() })
}

async fn commit(opener: &Opener, batch: &[Write]) -> Found {
    let storage = opener().await.map_err(|failure| failure.to_string())?;
    storage.commit(batch).await.map_err(|failure| failure.to_string())
}

async fn read(opener: &Opener) -> Result<Vec<Stored>, String> {
    let storage = opener().await.map_err(|failure| failure.to_string())?;
    storage.read_all().await.map_err(|failure| failure.to_string())
}

async fn expect(opener: &Opener, wanted: &[(&str, &str)]) -> Found {
    let found = read(opener).await?;
    let wanted: Vec<Stored> = wanted
        .iter()
        .map(|(key, value)| Stored { key: (*key).to_owned(), sealed: value.as_bytes().to_vec() })
        .collect();
    if found == wanted { Ok(()) } else { Err(format!("{found:?}")) }
}
