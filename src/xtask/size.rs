//! Weighs the first screen as it is served.

use std::fs;

use crate::failure::{Failure, Outcome};
use crate::{parts, project, web};

/// Bytes of everything fetched for the first screen, brotli; from the budgets of the design.
const BUDGET: u64 = 300_000;

/// What the design aims for.
const AIM: u64 = 250_000;

/// Icons a browser fetches only when the app is installed; the first screen needs `icon.svg` alone.
const AT_INSTALL: [&str; 4] = ["icon-192.png", "icon-512.png", "icon-maskable-512.png", "apple-touch-icon.png"];

/// The whole app, fetched in the place of the reader's part once somebody opens the leader's door on a device.
const WHOLE: [&str; 2] = ["app.", "app_bg."];
/// The reader's part.
const READER: [&str; 2] = ["reader.", "reader_bg."];

/// The decoder of QR codes and the script around it, fetched by whoever scans.
const SCANNING: [&str; 3] = ["scan.", "scanner.", "scanner_bg."];

/// Prints each file of the first screen and the total; fails above the budget.
pub fn check() -> Outcome {
    let (_, within) = weighed()?;
    within
}

/// Prints what each program is made of, in bytes before compression and as a share of what is served; answers it.
pub fn taken_apart() -> Outcome<String> {
    let files = served()?;
    let mut lines = Vec::new();
    for (name, program) in web::BUILDS {
        let is_it = |file: &str| file.starts_with(&format!("{name}_bg."));
        let served = files.iter().filter(|(file, _)| is_it(file)).map(|(_, bytes)| bytes).sum();
        lines.push(format!("    bytes   served  {program}"));
        lines.extend(parts::of(&web::compiled(program), served)?);
    }
    let text = lines.join("\n");
    println!("{text}");
    Ok(text)
}

/// Prints each file of the first screen, the total, what a leader's device fetches, and what scanning adds; answers it,
/// and whether the total is within the budget.
pub fn weighed() -> Outcome<(String, Outcome)> {
    let is_of = |part: &[&str], name: &str| part.iter().any(|start| name.starts_with(start));
    let (scanning, files): (Vec<_>, Vec<_>) = served()?.into_iter().partition(|(name, _)| is_of(&SCANNING, name));
    let (whole, mut files): (Vec<_>, Vec<_>) = files.into_iter().partition(|(name, _)| is_of(&WHOLE, name));
    files.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    let sum = |files: &[(String, u64)]| files.iter().map(|(_, bytes)| bytes).sum::<u64>();
    let total = sum(&files);
    let mut lines: Vec<String> = files.iter().map(|(name, bytes)| format!("{bytes:>9}  {name}")).collect();
    lines.push(format!("{total:>9}  total of the first screen; budget {BUDGET}, aim {AIM} (bytes, as served)"));
    let shared: Vec<_> = files.iter().filter(|(name, _)| !is_of(&READER, name)).cloned().collect();
    lines.push(format!("{:>9}  total where the leader's door was used: the whole app", sum(&shared) + sum(&whole)));
    lines.push(format!("{:>9}  only when scanning, where the browser reads no QR codes by itself", sum(&scanning)));
    let text = lines.join("\n");
    println!("{text}");
    let over = || Failure::Found(format!("the first screen is {} bytes over its budget", total.saturating_sub(BUDGET)));
    Ok((text, if total > BUDGET { Err(over()) } else { Ok(()) }))
}

/// Name and size as served of each file that is not only for installing.
fn served() -> Outcome<Vec<(String, u64)>> {
    let folder = project::site();
    let mut files = Vec::new();
    for entry in fs::read_dir(&folder).map_err(Failure::file(&folder))? {
        let entry = entry.map_err(Failure::file(&folder))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".br") || name.ends_with(".gz") || AT_INSTALL.contains(&name.as_str()) {
            continue;
        }
        let compressed = folder.join(format!("{name}.br"));
        let served = if compressed.is_file() { compressed } else { entry.path() };
        files.push((name, fs::metadata(&served).map_err(Failure::file(&served))?.len()));
    }
    Ok(files)
}
