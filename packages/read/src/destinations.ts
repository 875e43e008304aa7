/** The pages, from 1, to which the named places of a PDF lead. */
export async function destinationsOf(pdf: Uint8Array): Promise<Map<string, number>> {
  // The readers of formats are a file beside the bundle.
  const { destinationsOf: read } = await import('./extract/load.js');
  return read(pdf);
}
