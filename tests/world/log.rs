//! What the servers of a test binary log, kept for reading.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tracing_subscriber::fmt::MakeWriter;

/// Everything logged so far, by all servers of this process. Clones are the same log.
#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

/// Begins to keep what is logged, in the form that the program has and in more detail.
pub fn listen() -> Log {
    static LOG: OnceLock<Log> = OnceLock::new();
    let begin = || {
        let log = Log::default();
        let detail = tracing_subscriber::filter::LevelFilter::DEBUG;
        let made = tracing_subscriber::fmt().json().with_max_level(detail).with_writer(log.clone()).try_init();
        made.expect("nothing else in a test binary listens");
        log
    };
    LOG.get_or_init(begin).clone()
}

impl Log {
    /// One JSON object a line.
    pub fn text(&self) -> String {
        let bytes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        String::from_utf8_lossy(&bytes).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'log> MakeWriter<'log> for Log {
    type Writer = Log;

    fn make_writer(&'log self) -> Log {
        self.clone()
    }
}
