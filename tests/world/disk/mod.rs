//! A disk that forgets, when its power is cut, what nobody had asked it to keep: files in memory, over FUSE.
//!
//! What is written is there for everyone to read, as on any disk; what an `fsync` or `fdatasync` of the file has not
//! covered is gone after the cut. Names are kept at once, which is kinder than a disk has to be.

mod file;
mod small;

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use fuser::{
    BackgroundSession, Config, Errno, FileAttr, FileHandle, FileType, Filesystem, FopenFlags, Generation, INodeNo,
    LockOwner, MountOption, OpenFlags, RenameFlags, ReplyAttr, ReplyCreate, ReplyData, ReplyDirectory, ReplyEmpty,
    ReplyEntry, ReplyStatfs, ReplyWrite, Request, TimeOrNow, WriteFlags,
};

use self::file::File;
pub use self::small::SmallDisk;

/// How long the system may remember what it was told of a file. Nobody else changes one.
const REMEMBERED: Duration = Duration::from_secs(1);
/// How long the disk may be in use after the last of its programs was killed.
const LAST_BREATH: Duration = Duration::from_secs(10);
const BLOCK: u32 = 4096;
/// So many blocks are always free.
const FREE: u64 = 1 << 22;

/// A mounted disk. Dropping it unmounts it.
pub struct Disk {
    files: Files,
    folder: PathBuf,
    mounted: BackgroundSession,
}

impl Disk {
    /// An empty disk in this folder, which is made where it is not there.
    ///
    /// # Errors
    /// Where there is no FUSE, or this user may not mount.
    pub fn mount(folder: &Path) -> io::Result<Disk> {
        fs::create_dir_all(folder)?;
        let files = Files::default();
        let mounted = mount(&files, folder)?;
        Ok(Disk { files, folder: folder.to_owned(), mounted })
    }

    /// Why this machine cannot have such a disk; nothing when it can.
    pub fn cannot_be_had() -> Option<String> {
        let tried = tempfile::tempdir().and_then(|folder| Disk::mount(folder.path()));
        tried.err().map(|cause| format!("FUSE cannot be mounted here ({cause})"))
    }

    /// What was not kept is gone when this returns. Nobody may be writing any more.
    ///
    /// # Panics
    /// When the system does not let go of what it remembers.
    pub fn cut_power(&self) {
        let mut all = self.files.all();
        let changed = all.nodes.iter_mut().filter_map(|(at, node)| match node {
            Node::File(file) => file.forget().then_some(INodeNo(*at)),
            Node::Folder(_) => None,
        });
        let changed: Vec<INodeNo> = changed.collect();
        // The system asks this disk while it lets go.
        drop(all);
        let notifier = self.mounted.notifier();
        for file in changed {
            match notifier.inval_inode(file, 0, 0) {
                Err(cause) if cause.kind() != io::ErrorKind::NotFound => panic!("a file is remembered: {cause}"),
                _ => {}
            }
        }
    }
}

impl Drop for Disk {
    /// A browser that was killed may hold its files a moment longer than it is seen.
    fn drop(&mut self) {
        let deadline = Instant::now() + LAST_BREATH;
        let is_unmounted = || {
            let ended = Command::new("umount").arg(&self.folder).stderr(Stdio::null()).status();
            ended.is_ok_and(|status| status.success())
        };
        while !is_unmounted() && Instant::now() < deadline {
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

fn mount(files: &Files, folder: &Path) -> io::Result<BackgroundSession> {
    let mut config = Config::default();
    config.mount_options = vec![MountOption::FSName("noticeboard-test".to_owned())];
    fuser::spawn_mount(files.clone(), folder, &config)
}

/// The disk as the system sees it. Clones are the same disk.
#[derive(Clone, Default)]
struct Files(Arc<Mutex<All>>);

struct All {
    nodes: BTreeMap<u64, Node>,
    next: u64,
}

enum Node {
    Folder(BTreeMap<OsString, u64>),
    File(File),
}

impl Default for All {
    fn default() -> All {
        let root = INodeNo::ROOT.0;
        All { nodes: BTreeMap::from([(root, Node::Folder(BTreeMap::new()))]), next: root + 1 }
    }
}

impl All {
    fn folder(&mut self, at: INodeNo) -> Result<&mut BTreeMap<OsString, u64>, Errno> {
        match self.nodes.get_mut(&at.0) {
            Some(Node::Folder(names)) => Ok(names),
            Some(Node::File(_)) => Err(Errno::ENOTDIR),
            None => Err(Errno::ENOENT),
        }
    }

    fn file(&mut self, at: INodeNo) -> Result<&mut File, Errno> {
        match self.nodes.get_mut(&at.0) {
            Some(Node::File(file)) => Ok(file),
            Some(Node::Folder(_)) => Err(Errno::EISDIR),
            None => Err(Errno::ENOENT),
        }
    }

    fn find(&mut self, parent: INodeNo, name: &OsStr) -> Result<INodeNo, Errno> {
        self.folder(parent)?.get(name).map(|at| INodeNo(*at)).ok_or(Errno::ENOENT)
    }

    fn make(&mut self, parent: INodeNo, name: &OsStr, node: Node) -> Result<INodeNo, Errno> {
        let at = self.next;
        if self.folder(parent)?.insert(name.to_owned(), at).is_some() {
            return Err(Errno::EEXIST);
        }
        self.next += 1;
        self.nodes.insert(at, node);
        Ok(INodeNo(at))
    }

    /// Another file of that name is there no more.
    fn name(&mut self, parent: INodeNo, name: &OsStr, at: u64) -> Result<(), Errno> {
        self.folder(parent)?.insert(name.to_owned(), at);
        Ok(())
    }

    fn remove_folder(&mut self, parent: INodeNo, name: &OsStr) -> Result<(), Errno> {
        let at = self.find(parent, name)?;
        if !self.folder(at)?.is_empty() {
            return Err(Errno::ENOTEMPTY);
        }
        self.folder(parent)?.remove(name);
        Ok(())
    }

    /// A file that somebody still has open stays readable: what it holds is let go of with the disk.
    fn remove_name(&mut self, parent: INodeNo, name: &OsStr) -> Result<u64, Errno> {
        self.folder(parent)?.remove(name).ok_or(Errno::ENOENT)
    }

    fn attributes(&self, at: INodeNo, asks: &Request) -> Result<FileAttr, Errno> {
        let (kind, perm, size) = match self.nodes.get(&at.0).ok_or(Errno::ENOENT)? {
            Node::Folder(_) => (FileType::Directory, 0o755, 0),
            Node::File(file) => (FileType::RegularFile, 0o644, file.now.len() as u64),
        };
        let time = SystemTime::UNIX_EPOCH;
        Ok(FileAttr {
            ino: at,
            size,
            blocks: size.div_ceil(512),
            atime: time,
            mtime: time,
            ctime: time,
            crtime: time,
            kind,
            perm,
            nlink: 1,
            uid: asks.uid(),
            gid: asks.gid(),
            rdev: 0,
            blksize: BLOCK,
            flags: 0,
        })
    }
}

impl Files {
    fn all(&self) -> MutexGuard<'_, All> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn made(&self, asks: &Request, parent: INodeNo, name: &OsStr, node: Node) -> Result<FileAttr, Errno> {
        let mut all = self.all();
        let at = all.make(parent, name, node)?;
        all.attributes(at, asks)
    }
}

fn tell(reply: ReplyEmpty, outcome: Result<(), Errno>) {
    match outcome {
        Ok(()) => reply.ok(),
        Err(error) => reply.error(error),
    }
}

fn tell_entry(reply: ReplyEntry, outcome: Result<FileAttr, Errno>) {
    match outcome {
        Ok(attributes) => reply.entry(&REMEMBERED, &attributes, Generation(0)),
        Err(error) => reply.error(error),
    }
}

fn tell_attributes(reply: ReplyAttr, outcome: Result<FileAttr, Errno>) {
    match outcome {
        Ok(attributes) => reply.attr(&REMEMBERED, &attributes),
        Err(error) => reply.error(error),
    }
}

impl Filesystem for Files {
    fn lookup(&self, asks: &Request, parent: INodeNo, name: &OsStr, reply: ReplyEntry) {
        let mut all = self.all();
        let found = all.find(parent, name).and_then(|at| all.attributes(at, asks));
        tell_entry(reply, found);
    }

    fn getattr(&self, asks: &Request, at: INodeNo, _: Option<FileHandle>, reply: ReplyAttr) {
        tell_attributes(reply, self.all().attributes(at, asks));
    }

    fn setattr(
        &self,
        asks: &Request,
        at: INodeNo,
        _mode: Option<u32>,
        _uid: Option<u32>,
        _gid: Option<u32>,
        size: Option<u64>,
        _atime: Option<TimeOrNow>,
        _mtime: Option<TimeOrNow>,
        _ctime: Option<SystemTime>,
        _handle: Option<FileHandle>,
        _crtime: Option<SystemTime>,
        _chgtime: Option<SystemTime>,
        _bkuptime: Option<SystemTime>,
        _flags: Option<fuser::BsdFileFlags>,
        reply: ReplyAttr,
    ) {
        let mut all = self.all();
        let resized = size.map_or(Ok(()), |size| all.file(at).map(|file| file.resize(size as usize)));
        tell_attributes(reply, resized.and_then(|()| all.attributes(at, asks)));
    }

    fn mkdir(&self, asks: &Request, parent: INodeNo, name: &OsStr, _: u32, _: u32, reply: ReplyEntry) {
        tell_entry(reply, self.made(asks, parent, name, Node::Folder(BTreeMap::new())));
    }

    fn create(&self, asks: &Request, parent: INodeNo, name: &OsStr, _: u32, _: u32, _: i32, reply: ReplyCreate) {
        match self.made(asks, parent, name, Node::File(File::default())) {
            Ok(made) => reply.created(&REMEMBERED, &made, Generation(0), FileHandle(0), FopenFlags::empty()),
            Err(error) => reply.error(error),
        }
    }

    fn unlink(&self, _: &Request, parent: INodeNo, name: &OsStr, reply: ReplyEmpty) {
        tell(reply, self.all().remove_name(parent, name).map(|_| ()));
    }

    fn rmdir(&self, _: &Request, parent: INodeNo, name: &OsStr, reply: ReplyEmpty) {
        tell(reply, self.all().remove_folder(parent, name));
    }

    fn rename(
        &self,
        _: &Request,
        parent: INodeNo,
        name: &OsStr,
        new_parent: INodeNo,
        new_name: &OsStr,
        _: RenameFlags,
        reply: ReplyEmpty,
    ) {
        let mut all = self.all();
        let moved = all.remove_name(parent, name);
        let named = moved.and_then(|at| all.name(new_parent, new_name, at));
        tell(reply, named);
    }

    fn read(
        &self,
        _: &Request,
        at: INodeNo,
        _: FileHandle,
        offset: u64,
        size: u32,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyData,
    ) {
        match self.all().file(at) {
            Ok(file) => {
                let from = file.now.len().min(offset as usize);
                let until = file.now.len().min(from + size as usize);
                reply.data(&file.now[from..until]);
            }
            Err(error) => reply.error(error),
        }
    }

    fn write(
        &self,
        _: &Request,
        at: INodeNo,
        _: FileHandle,
        offset: u64,
        data: &[u8],
        _: WriteFlags,
        _: OpenFlags,
        _: Option<LockOwner>,
        reply: ReplyWrite,
    ) {
        match self.all().file(at) {
            Ok(file) => {
                file.write(offset as usize, data);
                reply.written(data.len() as u32);
            }
            Err(error) => reply.error(error),
        }
    }

    fn fsync(&self, _: &Request, at: INodeNo, _: FileHandle, _: bool, reply: ReplyEmpty) {
        tell(reply, self.all().file(at).map(File::keep));
    }

    fn readdir(&self, _: &Request, at: INodeNo, _: FileHandle, offset: u64, mut reply: ReplyDirectory) {
        let mut all = self.all();
        let names = match all.folder(at) {
            Ok(names) => names.clone(),
            Err(error) => return reply.error(error),
        };
        let own = [(OsString::from("."), at.0), (OsString::from(".."), at.0)];
        for (place, (name, node)) in own.into_iter().chain(names).enumerate().skip(offset as usize) {
            let kind = match all.nodes.get(&node) {
                Some(Node::File(_)) => FileType::RegularFile,
                _ => FileType::Directory,
            };
            if reply.add(INodeNo(node), place as u64 + 1, kind, name) {
                break;
            }
        }
        reply.ok();
    }

    fn statfs(&self, _: &Request, _: INodeNo, reply: ReplyStatfs) {
        reply.statfs(FREE, FREE, FREE, FREE, FREE, BLOCK, 255, BLOCK);
    }
}
