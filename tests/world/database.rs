//! The server's database as an attacker would read it: every row of every table.

use std::collections::BTreeMap;
use std::path::Path;

use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Row};

/// Every row of every table.
pub struct Dump {
    /// By name.
    pub tables: BTreeMap<String, Table>,
}

/// One table.
pub struct Table {
    /// The names of its columns.
    pub columns: Vec<String>,
    /// The values of each row as text, in the order in which the file has the rows.
    pub rows: Vec<Vec<String>>,
}

impl Dump {
    /// Reads the database in `file`, which may be in use.
    pub async fn of(file: &Path) -> Dump {
        let options = SqliteConnectOptions::new().filename(file).read_only(true);
        let mut connection = options.connect().await.expect("the server's database can be read");
        let mut tables = BTreeMap::new();
        let names = sqlx::query_scalar::<_, String>("SELECT name FROM sqlite_master WHERE type = 'table'");
        for name in names.fetch_all(&mut connection).await.expect("a database lists its tables") {
            let columns: Vec<String> = sqlx::query_scalar("SELECT name FROM pragma_table_info($1)")
                .bind(&name)
                .fetch_all(&mut connection)
                .await
                .expect("a table lists its columns");
            let values: Vec<String> = columns.iter().map(|column| format!("CAST(\"{column}\" AS TEXT)")).collect();
            let query = format!("SELECT {} FROM \"{name}\"", values.join(", "));
            let found = sqlx::raw_sql(sqlx::AssertSqlSafe(query)).fetch_all(&mut connection).await;
            let read = |row: &sqlx::sqlite::SqliteRow| {
                (0..columns.len()).map(|place| row.get::<Option<String>, _>(place).unwrap_or_default()).collect()
            };
            let rows = found.expect("a table can be read").iter().map(read).collect();
            tables.insert(name, Table { columns, rows });
        }
        Dump { tables }
    }

    /// A table that must be there.
    pub fn table(&self, name: &str) -> &Table {
        self.tables.get(name).unwrap_or_else(|| panic!("there is no table {name}"))
    }

    /// The names of the tables in which a text stands.
    pub fn tables_with(&self, text: &str) -> Vec<&str> {
        let holds = |table: &Table| table.rows.iter().flatten().any(|value| value.contains(text));
        self.tables.iter().filter(|(_, table)| holds(table)).map(|(name, _)| name.as_str()).collect()
    }
}

impl Table {
    /// The values of a column.
    pub fn column(&self, name: &str) -> Vec<&str> {
        let place = self.columns.iter().position(|column| column == name);
        let place = place.unwrap_or_else(|| panic!("there is no column {name} among {:?}", self.columns));
        self.rows.iter().map(|row| row[place].as_str()).collect()
    }
}
