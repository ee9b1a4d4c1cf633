//! A tablet's store that was damaged: by a failing disk, by an upgrade that broke off; and how scripts of tests read it.

use serde_json::json;

use crate::person::Person;

impl Person {
    /// Cuts the last record of a kind short, such as `mark` or `visit`.
    pub fn damages_the_last(&self, kind: &str) {
        let script = "
            const key = (await settled(records().getAllKeys())).filter((key) => key.startsWith(`${arguments[0]}/`)).pop();
            const sealed = await settled(records().get(key));
            await settled(records().put(sealed.slice(0, sealed.length - 4), key));";
        self.run_async(&over_the_records(script), vec![json!(kind)]);
    }

    /// How many records the store has.
    pub fn records(&self) -> u64 {
        let count = self.run_async(&over_the_records("answer = await settled(records().count());"), vec![]);
        count.as_u64().unwrap_or_else(|| panic!("{} has no store: {count}", self.path()))
    }
}

/// The version was raised, and the stores are not there.
pub const BREAK_OFF: &str = "
    await new Promise((done) => {
        const request = indexedDB.open('noticeboard', 2);
        request.onsuccess = () => { request.result.close(); done(); };
    });
    return null;";

/// Gives `settled`, with which a script waits for a request of IndexedDB.
pub const SETTLED: &str = "
    const settled = (request) => new Promise((done, failed) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(request.error);
    });";

/// A script that opens the store for what `script` does with its records, and returns `answer`.
fn over_the_records(script: &str) -> String {
    format!(
        "{SETTLED}
        const {{ name }} = (await indexedDB.databases()).find(({{ name }}) => name.startsWith('noticeboard'));
        const database = await settled(indexedDB.open(name));
        const records = () => database.transaction('records', 'readwrite').objectStore('records');
        let answer = null;
        {script}
        database.close();
        return answer;"
    )
}
