// Runs before the app: keeps hold of the app's own memory, so that a test can ask how large it is.
for (const way of ['instantiate', 'instantiateStreaming']) {
  const instantiate = WebAssembly[way].bind(WebAssembly);
  WebAssembly[way] = async (...given) => {
    const made = await instantiate(...given);
    window.appMemory ??= (made.instance ?? made).exports.memory;
    return made;
  };
}
