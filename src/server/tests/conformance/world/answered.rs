//! What a request was answered with; of a workbook, what stands in its cells.

use std::io::Cursor;

use axum::body::to_bytes;
use axum::http::HeaderMap;
use axum::response::Response;
use calamine::{Reader, Xlsx};
use protocol::export::Form;
use protocol::problem::{MEDIA_TYPE, Problem, ProblemKind};
use serde::de::DeserializeOwned;

/// What a request was answered with.
pub struct Answered {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answered {
    pub async fn of(response: Response) -> Answered {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        let body = match headers.get("content-type").is_some_and(|kind| kind == Form::Xlsx.media_type()) {
            true => cells(&bytes),
            false => String::from_utf8(bytes.to_vec()).unwrap(),
        };
        Answered { status, headers, body }
    }

    pub fn says<T: DeserializeOwned>(&self) -> T {
        assert_eq!(self.status, 200, "{}", self.body);
        serde_json::from_str(&self.body).unwrap()
    }

    pub fn problem(&self) -> Problem {
        assert_eq!(self.headers["content-type"], MEDIA_TYPE, "{}", self.body);
        let problem: Problem = serde_json::from_str(&self.body).unwrap();
        assert_eq!(problem.status, self.status);
        problem
    }

    pub fn is(&self, kind: ProblemKind) {
        assert_eq!(self.problem().kind, kind, "{}", self.body);
    }
}

/// Every cell of every sheet, each row in a line.
fn cells(workbook: &[u8]) -> String {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(workbook)).unwrap();
    let mut lines = String::new();
    for name in workbook.sheet_names() {
        for row in workbook.worksheet_range(&name).unwrap().rows() {
            lines += &row.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
            lines += "\n";
        }
    }
    lines
}
