import { type Finding, relatedPlacesOf } from '@fiscal/core';
import type { DiagnosticRelatedInformation } from 'vscode-languageserver';

/** Every other place that a finding speaks of, as an editor shows it. */
export function relatedPlaces(finding: Finding): DiagnosticRelatedInformation[] {
  return relatedPlacesOf(finding).map(({ origin: { uri, range }, message }) => ({
    location: { uri, range },
    message,
  }));
}
