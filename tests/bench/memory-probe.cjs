/** Loaded into the server that is measured: on a signal it says how much memory is in use, without its garbage. */
process.on('SIGUSR2', () => {
  // The first may end a collection that was under way and spare what died meanwhile.
  global.gc();
  global.gc();
  process.stderr.write(`heap ${process.memoryUsage().heapUsed}\n`);
});
