// Reads QR codes with the camera. Fetched only when somebody scans; `boot.js` says where it is.
//
// `open(video)` gives the app a camera, at once:
//   next()  a promise of the next text read; of nothing once the camera is off; rejected with why there is no camera:
//           'denied', 'none', 'busy', 'insecure' or 'unable'
//   stop()  switches the camera off, even one that was still being opened

// The build tool gives the names their hashes.
const DECODER = { module: '/scanner.js', wasm: '/scanner_bg.wasm' };

// Pixels of a side of what is looked at: a card's code is still three pixels a module when it fills a third of it.
const SIDE = 480;
// Milliseconds between two looks, and for which a text that was just read is not read again.
const PAUSE = 120;
const AGAIN = 2500;

export function open(video) {
  let stream = null;
  let stopped = false;
  let last = { text: null, at: 0 };

  const stop = () => {
    stopped = true;
    stream?.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
    removeEventListener('pagehide', stop);
    document.removeEventListener('visibilitychange', leave);
  };
  // Nobody aims with a page that cannot be seen.
  const leave = () => document.visibilityState === 'hidden' && stop();
  addEventListener('pagehide', stop);
  document.addEventListener('visibilitychange', leave);

  const started = start();
  // Said by `next`; here only so that a camera nobody asked anything of is not a failure nobody heard.
  started.catch(() => {});

  async function start() {
    try {
      stream = await camera();
      if (stopped) return stop();
      stream.getTracks().forEach((track) => track.addEventListener('ended', stop));
      video.srcObject = stream;
      await video.play();
      return await reader();
    } catch (reason) {
      // Stopping interrupts what was being started, which is no trouble.
      if (stopped) return;
      stop();
      throw typeof reason === 'string' ? reason : 'unable';
    }
  }

  async function next() {
    const read = await started;
    while (!stopped) {
      const text = await read(video).catch(() => null);
      const now = performance.now();
      const isNews = text && (text !== last.text || now - last.at > AGAIN);
      if (text) last = { text, at: now };
      if (isNews && !stopped) {
        navigator.vibrate?.(60);
        return text;
      }
      await new Promise((done) => setTimeout(done, PAUSE));
    }
  }

  return { next, stop };
}

async function camera() {
  if (!isSecureContext) throw 'insecure';
  if (!navigator.mediaDevices?.getUserMedia) throw 'unable';
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'environment', ...size } });
  } catch (reason) {
    const why = { NotAllowedError: 'denied', SecurityError: 'denied', NotFoundError: 'none', NotReadableError: 'busy' };
    throw why[reason?.name] ?? 'unable';
  }
}

// The browser's own, where it has one; else the decoder, which comes only now.
async function reader() {
  return (await browsersOwn()) ?? (await decoder());
}

async function browsersOwn() {
  try {
    if (!(await BarcodeDetector.getSupportedFormats()).includes('qr_code')) return null;
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  } catch {
    return null;
  }
}

async function decoder() {
  const { default: start, read } = await import(DECODER.module);
  await start({ module_or_path: fetch(DECODER.wasm, { credentials: 'same-origin' }) });
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    // The square in the middle, which is what the page shows of it.
    const { videoWidth: width, videoHeight: height } = video;
    const side = Math.min(width, height);
    if (!side) return null;
    context.drawImage(video, (width - side) / 2, (height - side) / 2, side, side, 0, 0, SIDE, SIDE);
    return read(context.getImageData(0, 0, SIDE, SIDE).data, SIDE);
  };
}
