//! Somebody in front of a screen: finds things by what is written on them, and waits as people do.

use std::cell::{Ref, RefCell};
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use serde_json::{Value, json};

use crate::browser::{Browser, Screen, Setting};
use crate::clock::WorldClock;

/// How long a person waits for something to appear. Nothing takes so long that works.
const PATIENCE: Duration = Duration::from_secs(20);

/// Whether the page that says that the app stopped is shown, and nobody had it stop on purpose.
const HAS_STOPPED: &str = "return document.getElementById('stopped')?.hidden === false && !window.isMeantToStop";

/// Somebody in front of a screen.
pub struct Person {
    name: String,
    origin: String,
    browser: RefCell<Browser>,
    clock: WorldClock,
}

impl Person {
    /// Somebody with this browser, whose clock is `clock`, and the server at `origin`.
    pub fn new(name: &str, origin: &str, browser: Browser, clock: WorldClock) -> Person {
        Person { name: name.to_owned(), origin: origin.to_owned(), browser: RefCell::new(browser), clock }
    }

    /// Opens a path of the server.
    pub fn goes_to(&self, path: &str) {
        self.browser.borrow().open(&format!("{}{path}", self.origin));
    }

    /// The path shown, with its query and fragment.
    pub fn path(&self) -> String {
        self.browser.borrow().address().trim_start_matches(&self.origin).to_owned()
    }

    /// Loads the page anew.
    pub fn reloads(&self) {
        self.browser.borrow().reload();
    }

    /// Opens a path in a second tab, which comes to the front.
    pub fn opens_a_second_tab(&self, path: &str) {
        self.browser.borrow_mut().open_tab(&format!("{}{path}", self.origin));
    }

    /// Closes the tab in front.
    pub fn closes_the_tab(&self) {
        self.browser.borrow().close_tab();
    }

    /// Closes the browser as one does at the end of a day.
    pub fn closes_the_browser(&self) {
        self.browser.borrow_mut().close();
    }

    /// The browser is killed in the middle of whatever it does (SIGKILL), and is not started again yet.
    pub fn loses_the_browser(&self) {
        self.browser.borrow_mut().kill();
    }

    /// Opens the browser that was closed or killed, and the page at `path` in it.
    pub fn opens_the_browser_again(&self, path: &str) {
        self.browser.borrow_mut().reopen();
        self.goes_to(path);
    }

    /// So many minutes pass by this person's clock; nobody waits for them.
    pub fn minutes_pass(&self, minutes: i64) {
        self.seconds_pass(minutes * 60);
    }

    /// So many seconds pass by this person's clock.
    pub fn seconds_pass(&self, seconds: i64) {
        self.clock.pass(seconds * 1_000);
        self.browser.borrow_mut().take_up_time();
    }

    /// So many days pass by this person's clock.
    pub fn days_pass(&self, days: i64) {
        self.minutes_pass(days * 24 * 60);
    }

    /// Presses a button.
    pub fn presses(&self, name: &str) {
        self.press("button", name, None);
    }

    /// Presses a button in what is called `place`: a card, a row, a group of buttons.
    pub fn presses_in(&self, place: &str, name: &str) {
        self.press("button", name, Some(place));
    }

    /// Follows a link.
    pub fn follows(&self, name: &str) {
        self.press("link", name, None);
    }

    /// Follows a link in what is called `place`.
    pub fn follows_in(&self, place: &str, name: &str) {
        self.press("link", name, Some(place));
    }

    /// Ticks a box or picks one of several; what is chosen already stays so.
    pub fn chooses(&self, name: &str) {
        self.choose(name, None);
    }

    /// Picks something in what is called `place`.
    pub fn chooses_in(&self, place: &str, name: &str) {
        self.choose(name, Some(place));
    }

    /// Writes into a field, in the place of what stood there.
    pub fn writes(&self, field: &str, text: &str) {
        self.write(field, None, text);
    }

    /// Writes into a field of what is called `place`.
    pub fn writes_in(&self, place: &str, field: &str, text: &str) {
        self.write(field, Some(place), text);
    }

    /// Picks an option of a list, by how it begins.
    pub fn picks(&self, list: &str, option: &str) {
        let pick = "const [list, wanted] = arguments;
            const option = [...list.options].find((option) => option.text.startsWith(wanted));
            if (!option) return false;
            list.value = option.value;
            list.dispatchEvent(new Event('change', { bubbles: true }));
            return true";
        self.wait(&format!("pick {option:?} of {list:?}"), || {
            let found = self.look("field", list, None)?;
            (self.run(pick, vec![json!(found), json!(option)]) == Value::Bool(true)).then_some(())
        });
    }

    /// Chooses files, as the system's own dialog would give them.
    pub fn chooses_files(&self, field: &str, files: &[PathBuf]) {
        let names: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        self.wait(&format!("choose files for {field:?}"), || {
            let found = self.look("field", field, None)?;
            self.browser.borrow().try_drive(found.send_keys(&names.join("\n"))).ok()
        });
    }

    /// Presses a button that saves a file; the file, once all of it is in the folder.
    pub fn saves_a_file(&self, button: &str, folder: &Path) -> PathBuf {
        let to = json!({ "behavior": "allow", "downloadPath": folder });
        self.browser.borrow().command("Browser.setDownloadBehavior", &to);
        self.presses(button);
        self.wait("have the file", || {
            let files = folder.read_dir().ok()?.filter_map(|entry| Some(entry.ok()?.path()));
            let mut files: Vec<PathBuf> = files.collect();
            let is_whole = files.len() == 1 && files[0].extension().is_some_and(|kind| kind != "crdownload");
            is_whole.then(|| files.remove(0))
        })
    }

    /// What stands in a field.
    pub fn field(&self, name: &str) -> String {
        let found = self.finds("field", name, None);
        let browser = self.browser.borrow();
        browser.drive(found.prop("value")).unwrap_or_default()
    }

    /// Waits until these words can be seen.
    pub fn sees(&self, words: &str) {
        self.wait(&format!("see {words:?}"), || self.text().contains(words).then_some(()));
    }

    /// Waits until these words cannot be seen any more.
    pub fn sees_no_more(&self, words: &str) {
        self.wait(&format!("see {words:?} go"), || (!self.text().contains(words)).then_some(()));
    }

    /// Whether these words can be seen now.
    pub fn can_see(&self, words: &str) -> bool {
        self.text().contains(words)
    }

    /// Whether these words can be seen now in what is called `place`.
    pub fn can_see_in(&self, place: &str, words: &str) -> bool {
        self.look("button", words, Some(place)).or_else(|| self.look("link", words, Some(place))).is_some()
    }

    /// Whether there is such a button now.
    pub fn has_button(&self, name: &str) -> bool {
        self.look("button", name, None).is_some()
    }

    /// Everything that can be read on the page, white space as one space.
    pub fn text(&self) -> String {
        let script = "const open = [...document.querySelectorAll('dialog:modal')].at(-1);
            return ((open ?? document.body)?.innerText ?? '').replace(/\\s+/g, ' ')";
        self.run(script, vec![]).as_str().unwrap_or_default().to_owned()
    }

    /// The words of the first element of a selector; nothing when there is none. For what has no name of its own.
    pub fn words_of(&self, selector: &str) -> Option<String> {
        let script = "return document.querySelector(arguments[0])?.innerText?.replace(/\\s+/g, ' ').trim() ?? null";
        self.run(script, vec![json!(selector)]).as_str().map(str::to_owned)
    }

    /// Runs a script in the page; what it returns.
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.browser.borrow().run(script, arguments)
    }

    /// Runs a script as the body of an async function; what it resolves to.
    pub fn run_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.browser.borrow().run_async(script, arguments)
    }

    /// A command of the browser's own protocol; only in Chromium.
    pub fn commands(&self, name: &str, parameters: &Value) -> Value {
        self.browser.borrow().command(name, parameters)
    }

    /// Waits until `condition` gives something.
    ///
    /// # Panics
    /// When nothing comes of it within twenty seconds, or the app has stopped: with who waited for what, where, and what
    /// the page says.
    pub fn wait<T>(&self, what: &str, condition: impl Fn() -> Option<T>) -> T {
        let deadline = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = condition() {
                if self.run(HAS_STOPPED, vec![]) == Value::Bool(true) {
                    self.gives_up(&format!("finds the app stopped, waiting to {what}"));
                }
                return found;
            }
            if Instant::now() > deadline {
                self.gives_up(&format!("does not {what}"));
            }
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Changes the size of the window.
    pub fn resizes(&self, screen: Screen) {
        self.browser.borrow_mut().resize(screen);
    }

    /// Prefers `light` or `dark`, and no motion.
    pub fn prefers_scheme(&self, scheme: &str) {
        self.browser.borrow().prefer_scheme(scheme);
    }

    /// Holds the QR code of this text before the camera, which is allowed.
    pub fn holds_before_the_camera(&self, text: &str) {
        let browser = self.browser.borrow();
        browser.allow_camera(Setting::Granted);
        browser.hold_before_camera(text);
    }

    /// Says no to the camera.
    pub fn forbids_the_camera(&self) {
        self.browser.borrow().allow_camera(Setting::Denied);
    }

    /// Prints the page on paper of this width and height in inches; the PDF.
    pub fn prints(&self, paper: (f64, f64)) -> Vec<u8> {
        self.browser.borrow().print(paper)
    }

    /// Saves what is seen as PNG.
    pub fn screenshot(&self, file: &Path) {
        self.browser.borrow().screenshot(file);
    }

    /// The browser, for what is told elsewhere of a person.
    pub(crate) fn browser(&self) -> Ref<'_, Browser> {
        self.browser.borrow()
    }

    fn press(&self, role: &str, name: &str, place: Option<&str>) {
        self.act(&format!("press the {role} {name:?}{}", within(place)), role, name, place, |browser, found| {
            browser.try_drive(found.click())
        });
    }

    fn choose(&self, name: &str, place: Option<&str>) {
        let is_chosen = |found: &Element| {
            let browser = self.browser.borrow();
            browser.drive(found.is_selected())
        };
        if is_chosen(&self.finds("choice", name, place)) {
            return;
        }
        let what = format!("choose {name:?}{}", within(place));
        // The label is what a finger finds: the box itself may be drawn by it.
        self.wait(&what, || {
            let found = self.look("choice", name, place)?;
            let label = json!(found);
            let browser = self.browser.borrow();
            let label = browser.run("const box = arguments[0]; return box.labels[0] ?? box", vec![label]);
            browser.try_drive(element(&browser, &label)?.click()).ok()
        });
        self.wait(&format!("see {name:?} chosen"), || is_chosen(&self.look("choice", name, place)?).then_some(()));
    }

    fn write(&self, field: &str, place: Option<&str>, text: &str) {
        let what = format!("write into {field:?}{}", within(place));
        // Dates and times are set as their pickers do it; letters are typed.
        let picked = "const [field, text] = arguments;
            if (!['date', 'time', 'number'].includes(field.type)) return false;
            Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
            for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
            return true";
        self.wait(&what, || {
            let found = self.look("field", field, place)?;
            let browser = self.browser.borrow();
            if browser.run(picked, vec![json!(found), json!(text)]) == Value::Bool(true) {
                return Some(());
            }
            browser.try_drive(found.click()).ok()?;
            let all = "arguments[0].select()";
            browser.run(all, vec![json!(found)]);
            browser.try_drive(found.send_keys("\u{e003}")).ok()?;
            browser.try_drive(found.send_keys(text)).ok()
        });
    }

    fn finds(&self, role: &str, name: &str, place: Option<&str>) -> Element {
        self.wait(&format!("find the {role} {name:?}{}", within(place)), || self.look(role, name, place))
    }

    fn act<E>(
        &self,
        what: &str,
        role: &str,
        name: &str,
        place: Option<&str>,
        act: impl Fn(&Browser, Element) -> Result<(), E>,
    ) {
        // A page that is being drawn moves its buttons away, or hides them behind something: once more, then.
        self.wait(what, || {
            let found = self.look(role, name, place)?;
            act(&self.browser.borrow(), found).ok()
        });
    }

    fn look(&self, role: &str, name: &str, place: Option<&str>) -> Option<Element> {
        let browser = self.browser.borrow();
        let found = browser.run(include_str!("find.js"), vec![json!(role), json!(name), json!(place)]);
        let found = element(&browser, &found)?;
        // Away from what stays at the ends of the page.
        browser.run("arguments[0].scrollIntoView({ block: 'center' })", vec![json!(found)]);
        Some(found)
    }

    fn gives_up(&self, what: &str) -> ! {
        let file = std::env::temp_dir().join(format!("noticeboard-{}.png", self.name.replace(' ', "-")));
        self.screenshot(&file);
        panic!("{} {what} at {}\n{}\nscreen: {}", self.name, self.path(), self.text(), file.display());
    }
}

fn within(place: Option<&str>) -> impl Display {
    place.map(|place| format!(" in {place:?}")).unwrap_or_default()
}

/// The element that a script returned; nothing for null.
fn element(browser: &Browser, returned: &Value) -> Option<Element> {
    // The name that the WebDriver standard gives to an element's reference.
    let reference = returned.get("element-6066-11e4-a52e-4f735466cecf")?.as_str()?;
    Some(Element::from_element_id(browser.client().clone(), reference.to_owned().into()))
}
