//! Takes out of a compiled app what no browser can reach.
//!
//! The standard library's demangler names the frames of a backtrace. It is linked in because some error may hold one, and
//! in a browser none does: there `std::backtrace` says "unsupported" and has no frames.

use std::collections::BTreeSet;
use std::path::Path;

use rustc_demangle::demangle;
use walrus::ir::{Call, Unreachable, Visitor, dfs_in_order};
use walrus::{Function, FunctionId, FunctionKind, LocalFunction, Module, ModuleConfig};

use crate::failure::{Failure, Outcome};

/// The crate whose functions no browser calls.
const UNREACHED: &str = "rustc_demangle";
/// What may call it: how the standard library names and prints frames, and where that came to stand in the code of an
/// error that prints the backtrace it holds.
const BACKTRACE: [&str; 3] = ["std::backtrace", "std::sys::backtrace", "anyhow::fmt"];

/// The compiled app, each unreached function of which would trap; what they alone called goes when it is bound.
///
/// # Errors
/// When something else than the printing of a backtrace calls one: a compiler may share one body among
/// several names.
pub fn taken_out(bytes: &[u8], file: &Path) -> Outcome<Module> {
    // As wasm-bindgen reads it. Names of functions are a third of the module and nobody reads them on a tablet.
    let mut module = ModuleConfig::new()
        .strict_validate(false)
        .generate_dwarf(false)
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse(bytes)
        .map_err(|cause| Failure::Found(format!("{}: {cause}", file.display())))?;
    let named = |function: &Function| function.name.as_deref().is_some_and(is_unreached);
    let unreached: BTreeSet<FunctionId> = module.funcs.iter().filter(|it| named(it)).map(Function::id).collect();
    for function in module.funcs.iter().filter(|it| !unreached.contains(&it.id())) {
        let FunctionKind::Local(local) = &function.kind else { continue };
        let name = format!("{:#}", demangle(function.name.as_deref().unwrap_or_default()));
        let mut calls = Calls { of: &unreached, is_found: false };
        dfs_in_order(&mut calls, local, local.entry_block());
        if calls.is_found && !BACKTRACE.iter().any(|path| name.contains(path)) {
            return Err(Failure::Found(format!("{}: {name} calls {UNREACHED}", file.display())));
        }
    }
    for function in unreached {
        if let FunctionKind::Local(local) = &mut module.funcs.get_mut(function).kind {
            trap(local);
        }
    }
    Ok(module)
}

/// Looks for a call of one of some functions.
struct Calls<'a> {
    of: &'a BTreeSet<FunctionId>,
    is_found: bool,
}

impl<'a> Visitor<'a> for Calls<'a> {
    fn visit_call(&mut self, call: &Call) {
        self.is_found |= self.of.contains(&call.func);
    }
}

/// `rustc_demangle::v0::…`, and `<rustc_demangle::… as core::fmt::Display>::fmt`.
pub fn is_unreached(name: &str) -> bool {
    let name = format!("{:#}", demangle(name));
    name.trim_start_matches(['<', '&']).strip_prefix(UNREACHED).is_some_and(|rest| rest.starts_with("::"))
}

fn trap(function: &mut LocalFunction) {
    let entry = function.entry_block();
    let body = &mut function.block_mut(entry).instrs;
    body.clear();
    body.push((Unreachable {}.into(), Default::default()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_the_frames_of_a_backtrace_is_unreached_and_nothing_else() {
        assert!(is_unreached("rustc_demangle::v0::Printer::print_path"));
        assert!(is_unreached("<rustc_demangle::Demangle as core::fmt::Display>::fmt"));
        assert!(is_unreached("_ZN14rustc_demangle8demangle17h0123456789abcdefE"));
        assert!(!is_unreached("core::fmt::Formatter::pad"));
        assert!(!is_unreached("<app::rustc_demangle_like::Thing as core::fmt::Display>::fmt"));
        assert!(!is_unreached("rustc_demangled::thing"));
    }

    #[test]
    fn an_unreached_function_traps_and_what_it_alone_called_can_go() {
        // A module of two functions without parameters or results, the first of which calls the second.
        let mut module = Module::default();
        let mut second = walrus::FunctionBuilder::new(&mut module.types, &[], &[]);
        second.name("core::thing".to_owned());
        let second = second.finish(vec![], &mut module.funcs);
        let mut first = walrus::FunctionBuilder::new(&mut module.types, &[], &[]);
        first.name("rustc_demangle::demangle".to_owned()).func_body().call(second);
        let first = first.finish(vec![], &mut module.funcs);
        module.exports.add("first", first);

        let mut left = taken_out(&module.emit_wasm(), Path::new("app.wasm")).unwrap();
        walrus::passes::gc::run(&mut left);
        assert_eq!(left.funcs.iter().count(), 1);
        let size = left.funcs.iter_local().map(|(_, function)| function.size()).sum::<u64>();
        assert_eq!(size, 1, "one instruction, which traps");
    }

    #[test]
    fn a_function_that_something_else_calls_is_not_taken_out() {
        let mut module = Module::default();
        let mut shared = walrus::FunctionBuilder::new(&mut module.types, &[], &[]);
        shared.name("rustc_demangle::demangle".to_owned());
        let shared = shared.finish(vec![], &mut module.funcs);
        for (caller, is_refused) in [("std::backtrace_rs::symbolize::name", false), ("app::screen", true)] {
            let mut calling = walrus::FunctionBuilder::new(&mut module.types, &[], &[]);
            calling.name(caller.to_owned()).func_body().call(shared);
            let calling = calling.finish(vec![], &mut module.funcs);
            module.exports.add(caller, calling);
            let refused = taken_out(&module.emit_wasm(), Path::new("app.wasm")).err();
            assert_eq!(refused.is_some(), is_refused, "{caller}");
        }
    }
}
