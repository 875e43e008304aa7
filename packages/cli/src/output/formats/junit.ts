import type { Accepted, Finding } from '@fiscal/core';
import { isSerious } from '../../examine.js';
import { acceptanceWords } from '../acceptance.js';
import { placeOf, relativeUri } from '../place.js';
import { fullMessage, type Presentation, withAccepted } from './presentation.js';

/** Findings as a JUnit report: a suite for each file, a failed case for each error and warning of it, a skipped one for what is accepted. */
export function junitText(findings: readonly Finding[], presentation: Presentation): string {
  const all = withAccepted(findings, presentation);
  const uris = [...new Set([...presentation.files, ...all.map(({ origin }) => origin.uri)])];
  const suites = uris.map((uri) =>
    suite(
      uri,
      findings.filter(({ origin }) => origin.uri === uri),
      presentation,
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="fiscal">\n${suites.join('')}</testsuites>\n`;
}

function suite(uri: string, findings: readonly Finding[], presentation: Presentation): string {
  const { cwd } = presentation;
  const name = attribute(relativeUri(uri, cwd));
  const failed = findings.filter(isSerious);
  const cases = failed.map((finding) => {
    const place = placeOf(finding.origin, cwd);
    const message = fullMessage(finding, presentation);
    return (
      `    <testcase classname="${name}" name="${attribute(`${finding.rule} ${place}`)}">\n` +
      `      <failure type="${attribute(finding.rule)}" message="${attribute(message)}">${content(`${place}\n${message}`)}</failure>\n` +
      `    </testcase>\n`
    );
  });
  const skipped = presentation.accepted.filter(({ finding }) => finding.origin.uri === uri);
  cases.push(...skipped.map((one) => skippedCase(one, name, presentation)));
  const passed = `    <testcase classname="${name}" name="${name}"/>\n`;
  const count = Math.max(1, cases.length);
  return (
    `  <testsuite name="${name}" tests="${count}" failures="${failed.length}"${skipped.length > 0 ? ` skipped="${skipped.length}"` : ''}>\n` +
    `${cases.length > 0 ? cases.join('') : passed}  </testsuite>\n`
  );
}

/** What the author accepts did not fail, and did not pass. */
function skippedCase({ finding, by }: Accepted, name: string, { cwd, messageOf }: Presentation): string {
  const title = attribute(`${finding.rule} ${placeOf(finding.origin, cwd)}`);
  const message = attribute(`${acceptanceWords(by)}\n${messageOf(finding)}`);
  return (
    `    <testcase classname="${name}" name="${title}">\n` +
    `      <skipped message="${message}"/>\n` +
    `    </testcase>\n`
  );
}

/** XML knows no control characters but tab and line ends, not even escaped. */
function content(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|[\p{Surrogate}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function attribute(text: string): string {
  return content(text)
    .replaceAll('"', '&quot;')
    .replace(/\r\n|[\t\n\r]/g, '&#10;');
}
