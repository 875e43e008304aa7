import type { Finding, Origin, Range } from '@fiscal/core';

/** A finding in the source of a document where the document, which may have an address of its own, says what it is about. */
export function placed(
  finding: Finding,
  uri: string,
  inDocument: (range: Range) => Range,
  ofDocument = uri,
): Finding {
  const within = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(within);
    if (typeof value !== 'object' || value === null) return value;
    if (isOrigin(value))
      return value.uri === uri ? { uri: ofDocument, range: inDocument(value.range) } : value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, within(one)]));
  };
  return within(finding) as Finding;
}

function isOrigin(value: object): value is Origin {
  return 'uri' in value && 'range' in value;
}
