import { countFindings, listFacts, suppress, withoutDuplicates } from '@fiscal/core';
import {
  CannotPrint,
  compose,
  type Machine,
  type Publication,
  publish,
  type PublishedFile,
} from '@fiscal/report';
import { base64Of } from '../base64.js';
import type { BuildResult, BuiltFile } from '../protocol.js';
import type { Examination } from '../workspace/examinations.js';

/** The publications of a report in these formats: the same that the command line writes. */
export async function build(
  examination: Examination,
  name: string,
  formats: readonly Publication[],
  machine: Machine,
): Promise<BuildResult> {
  const [report] = examination.reports;
  if (!report) return { files: [], errors: 0, empty: 'no-report' };
  const { document, findings } = compose(report);
  const { kept } = suppress(findings, report);
  const { errors } = countFindings(withoutDuplicates([...examination.findings, ...kept]));
  if (document.blocks.length === 0) return { files: [], errors, empty: 'no-template' };
  const means = { ...machine, facts: () => listFacts(report.base) };
  try {
    return { files: (await publish(document, name, formats, means)).map(builtFile), errors };
  } catch (error) {
    if (error instanceof CannotPrint) return { files: [], errors, cannotPrint: error.reason };
    throw error;
  }
}

function builtFile({ content, ...file }: PublishedFile): BuiltFile {
  return typeof content === 'string' ? { ...file, text: content } : { ...file, base64: base64Of(content) };
}
