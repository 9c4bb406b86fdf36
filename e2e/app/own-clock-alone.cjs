/** Preloaded into a companion whose clock is moved: the Chromium that it starts does not run under libfaketime. */
delete process.env.LD_PRELOAD
