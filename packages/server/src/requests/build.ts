import { checkReports, countFindings, suppress } from '@fiscal/core';
import { compose, renderHtml, renderMarkdown } from '@fiscal/report';
import type { BuildResult } from '../protocol.js';
import type { Examination } from '../workspace/examinations.js';

/** The publications of a report as texts: the same that the command line writes. */
export function build(examination: Examination, name: string): BuildResult {
  const [report] = examination.reports;
  if (!report) return { files: [], errors: 0, empty: 'no-report' };
  const { document, findings } = compose(report);
  const { kept } = suppress(findings, report);
  const { errors } = countFindings(
    checkReports({ reports: [], findings: [...examination.findings, ...kept] }),
  );
  if (document.blocks.length === 0) return { files: [], errors, empty: 'no-template' };
  const { text, figures } = renderMarkdown(document);
  return {
    files: [
      ...[...figures].map(([figure, picture]) => ({ name: figure, text: picture })),
      { name: `${name}.md`, text },
      { name: `${name}.html`, text: renderHtml(document) },
    ],
    errors,
  };
}
