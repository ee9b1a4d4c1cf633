//! A tablet's store of which a record is damaged, as a failing disk may leave it.

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

/// A script that opens the store for what `script` does with its records, and returns `answer`.
fn over_the_records(script: &str) -> String {
    format!(
        "const settled = (request) => new Promise((done, failed) => {{
            request.onsuccess = () => done(request.result);
            request.onerror = () => failed(request.error);
        }});
        const {{ name }} = (await indexedDB.databases()).find(({{ name }}) => name.startsWith('noticeboard'));
        const database = await settled(indexedDB.open(name));
        const records = () => database.transaction('records', 'readwrite').objectStore('records');
        let answer = null;
        {script}
        database.close();
        return answer;"
    )
}
