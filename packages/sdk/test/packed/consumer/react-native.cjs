// Gives this Node what React Native has and takes away what it lacks: abort signals have no reason, and there is no
// `throwIfAborted`, `AbortSignal.any`, or `DOMException`; a response has no stream; redirects are followed.
const whole = globalThis.fetch;
const WholeController = globalThis.AbortController;
// Node loads its fetch when it is first used, and needs what is taken away below for that.
whole('data:,').catch(() => {});

class Signal extends EventTarget {
  aborted = false;
}

globalThis.AbortSignal = Signal;
globalThis.AbortController = class {
  signal = new Signal();
  abort() {
    this.signal.aborted = true;
    this.signal.dispatchEvent(new Event('abort'));
  }
};

globalThis.fetch = (url, { signal, redirect, ...init } = {}) => {
  const controller = new WholeController();
  return new Promise((resolve, reject) => {
    const abort = () => {
      controller.abort();
      reject(Object.assign(new Error('Aborted'), { name: 'AbortError' }));
    };
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort);
    whole(url, { ...init, signal: controller.signal })
      .then(async (response) => {
        const { status, statusText, headers } = response;
        const text = await response.text();
        resolve({ ok: response.ok, status, statusText, url: response.url, headers, text: async () => text });
      })
      .catch(() => reject(new TypeError('Network request failed')));
  });
};

for (const name of ['DOMException', 'crypto', 'structuredClone', 'performance', 'TextDecoder', 'TextEncoder']) {
  delete globalThis[name];
}
