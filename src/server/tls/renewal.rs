//! Looks at the certificate's files again: every minute, and at once when the process is sent SIGHUP.

use std::sync::Arc;
use std::time::Duration;

use crate::surroundings::Clock;
use crate::tls::Tls;

const EACH_MINUTE: Duration = Duration::from_secs(60);

/// Never done. The certificate's end is said once a day.
pub async fn watch(tls: Tls, clock: Arc<dyn Clock>) {
    let mut said = clock.now().day();
    let mut hangups = Hangups::of_this_process();
    loop {
        tokio::select! {
            () = tokio::time::sleep(EACH_MINUTE) => (),
            () = hangups.next() => (),
        }
        tls.look_again();
        let today = clock.now().day();
        if std::mem::replace(&mut said, today) != today {
            tls.warn_of_its_end(clock.now());
        }
    }
}

/// What tools that renew certificates send.
struct Hangups {
    #[cfg(unix)]
    signal: Option<tokio::signal::unix::Signal>,
}

impl Hangups {
    #[cfg(unix)]
    fn of_this_process() -> Hangups {
        use tokio::signal::unix::{SignalKind, signal};
        Hangups { signal: signal(SignalKind::hangup()).ok() }
    }

    #[cfg(not(unix))]
    fn of_this_process() -> Hangups {
        Hangups {}
    }

    async fn next(&mut self) {
        #[cfg(unix)]
        if let Some(signal) = &mut self.signal
            && signal.recv().await.is_some()
        {
            return;
        }
        std::future::pending().await
    }
}
